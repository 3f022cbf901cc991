package vallarta.compact.commitment.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vallarta.compact.table.Problem.Rule;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// The cells of one row against what is there. A column that the table does not have leaves what is
/// there; a cell that is empty where something is would remove it unseen and is told; `-` removes
/// it. What cannot be read is told and leaves what is there.
final class Cells {

  /// What a cell holds that removes on purpose.
  static final String REMOVE = "-";

  private static final int SHOWN = 80;

  private final Table table;
  private final RowCheck check;
  private final Row row;
  private final boolean there;
  private final Predicate<String> open;

  /// @param there whether the row is about something that is there; else what was is what is usual
  /// @param open which columns may be changed of what is there
  Cells(Table table, RowCheck check, Row row, boolean there, Predicate<String> open) {
    this.table = table;
    this.check = check;
    this.row = row;
    this.there = there;
    this.open = open;
  }

  String text(String column, String was) {
    if (!table.has(column)) {
      return was;
    }
    String cell = row.get(column).replace('\0', ' ');
    if (cell.isEmpty() && !was.isEmpty()) {
      if (there) {
        check.add(row, column, Rule.WOULD_UNLINK, List.of(shown(was)));
      }
      return was;
    }
    String said = cell.equals(REMOVE) ? "" : cell;
    return said.replace("\r\n", "\n").equals(was.replace("\r\n", "\n"))
        ? was
        : changed(column, said, was);
  }

  private String changed(String column, String said, String was) {
    if (!there || open.test(column)) {
      return said;
    }
    check.add(row, column, Rule.NOT_YOURS, was.isEmpty() ? List.of() : List.of(shown(was)));
    return was;
  }

  /// Words parted by spaces, commas or semicolons, in any order.
  List<String> words(String column, List<String> was) {
    return list(column, was, "[\\s,;]+", " ", UnaryOperator.identity());
  }

  /// Names parted by semicolons, as keys.
  List<String> names(String column, List<String> was, UnaryOperator<String> key) {
    return list(column, was, ";", " ; ", key);
  }

  private List<String> list(
      String column, List<String> was, String between, String shown, UnaryOperator<String> read) {
    if (!table.has(column)) {
      return was;
    }
    String cell = row.get(column);
    List<String> said =
        cell.equals(REMOVE)
            ? List.of()
            : Arrays.stream(cell.split(between))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(read)
                .distinct()
                .toList();
    if (cell.isEmpty() && !was.isEmpty()) {
      check.add(row, column, Rule.WOULD_UNLINK, List.of(shown(String.join(shown, was))));
      return was;
    }
    if (new HashSet<>(said).equals(new HashSet<>(was))) {
      return was;
    }
    if (there && !open.test(column)) {
      check.add(row, column, Rule.NOT_YOURS, List.of(shown(String.join(shown, was))));
      return was;
    }
    return said;
  }

  @Nullable LocalDate date(String column, @Nullable LocalDate was) {
    String before = was == null ? "" : was.toString();
    String said = text(column, before);
    if (said.equals(before)) {
      return was;
    }
    try {
      return said.isEmpty() ? null : LocalDate.parse(said);
    } catch (DateTimeParseException e) {
      check.add(row, column, Rule.NOT_A_DATE, List.of("2027-02-28"));
      return was;
    }
  }

  @Nullable BigDecimal number(String column, @Nullable BigDecimal was) {
    String before = was == null ? "" : was.stripTrailingZeros().toPlainString();
    String said = text(column, before);
    if (said.equals(before)) {
      return was;
    }
    if (said.isEmpty()) {
      return null;
    }
    if (!said.matches("-?[0-9]{1,15}([.][0-9]{1,6})?")) {
      check.add(row, column, Rule.NOT_DECIMAL, List.of("1200", "99.5"));
      return was;
    }
    BigDecimal number = new BigDecimal(said);
    return was != null && number.compareTo(was) == 0 ? was : number;
  }

  /// A whole number, 0 where nothing stands.
  int whole(String column, int was) {
    BigDecimal said = number(column, was == 0 ? null : BigDecimal.valueOf(was));
    if (said == null) {
      return 0;
    }
    if (said.scale() > 0 || said.precision() > 3) {
      check.add(row, column, Rule.NOT_A_NUMBER, List.of("2"));
      return was;
    }
    return said.intValue();
  }

  /// One of these, by its word; `Voluntary Pledge` is one spelling of `voluntary-pledge`.
  ///
  /// @param was null where nothing is usual
  <E> E oneOf(String column, @Nullable E was, List<E> all, Function<E, String> tag) {
    String said = text(column, was == null ? "" : tag.apply(was));
    E otherwise = was == null ? all.getFirst() : was;
    if (said.isEmpty()) {
      check.add(row, column, Rule.REQUIRED, List.of());
      return otherwise;
    }
    String word = said.toLowerCase(java.util.Locale.ROOT).replace('_', '-').replace(' ', '-');
    return all.stream()
        .filter(it -> tag.apply(it).equals(word))
        .findFirst()
        .orElseGet(() -> {
          check.add(row, column, Rule.NOT_IN_LIST, all.stream().map(tag).toList());
          return otherwise;
        });
  }

  static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
