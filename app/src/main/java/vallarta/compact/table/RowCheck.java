package vallarta.compact.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Reads the cells of one row after another and keeps every problem, so that all are told at once.
public final class RowCheck {

  private final List<Problem> problems = new ArrayList<>();

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// How many problems there are so far.
  public int count() {
    return problems.size();
  }

  public void add(Row row, String column, Problem.Rule rule, Collection<String> allowed) {
    problems.add(new Problem(row.number(), column, row.get(column), rule, List.copyOf(allowed)));
  }

  /// Tells that columns are missing; false when one is.
  public boolean columns(Table table, String... needed) {
    List<String> missing = Arrays.stream(needed).filter(name -> !table.has(name)).toList();
    for (String name : missing) {
      problems.add(new Problem(1, name, "", Problem.Rule.MISSING_COLUMN, table.headers()));
    }
    return missing.isEmpty();
  }

  public String required(Row row, String column) {
    String value = row.get(column);
    if (value.isEmpty()) {
      add(row, column, Problem.Rule.REQUIRED, List.of());
    }
    return value;
  }

  /// The constant whose name is the value in lower case with hyphens, or empty, told when the value
  /// is another.
  public <E extends Enum<E>> Optional<E> oneOf(Row row, String column, Class<E> type) {
    String value = row.get(column).toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    if (value.isEmpty()) {
      return Optional.empty();
    }
    List<E> constants = List.of(type.getEnumConstants());
    Optional<E> found =
        constants.stream().filter(constant -> tag(constant).equals(value)).findFirst();
    if (found.isEmpty()) {
      add(row, column, Problem.Rule.NOT_IN_LIST, constants.stream().map(RowCheck::tag).toList());
    }
    return found;
  }

  /// A date and time, or a date at the start of its day; empty and told when it is neither.
  public Optional<LocalDateTime> dateTime(Row row, String column) {
    String value = row.get(column).replace(' ', 'T');
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          value.contains("T") ? LocalDateTime.parse(value) : LocalDate.parse(value).atStartOfDay());
    } catch (DateTimeParseException e) {
      add(row, column, Problem.Rule.NOT_A_DATE, List.of("2026-02-28", "2026-02-28T09:30"));
      return Optional.empty();
    }
  }

  public Optional<ZoneId> zone(Row row, String column) {
    String value = row.get(column);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(value));
    } catch (DateTimeException e) {
      add(row, column, Problem.Rule.NOT_A_ZONE, List.of("America/Mexico_City", "Europe/Zurich"));
      return Optional.empty();
    }
  }

  /// Tells that a row above has the same key, which these columns make up together.
  public void repeated(Row row, String... columns) {
    problems.add(
        new Problem(
            row.number(),
            String.join(", ", columns),
            Arrays.stream(columns)
                .map(row::get)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", ")),
            Problem.Rule.REPEATED_KEY,
            List.of()));
  }

  /// A whole number, zero or more; empty and told when it is another.
  public OptionalInt number(Row row, String column) {
    String value = row.get(column);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException _) {
      // told below, as a negative number is
    }
    add(row, column, Problem.Rule.NOT_A_NUMBER, List.of("7"));
    return OptionalInt.empty();
  }

  /// True for `true`, `yes`, `1`; false when empty or `false`, `no`, `0`; told otherwise.
  public boolean flag(Row row, String column) {
    return switch (row.get(column).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      case "", "false", "no", "0" -> false;
      default -> {
        add(row, column, Problem.Rule.NOT_IN_LIST, List.of("true", "false"));
        yield false;
      }
    };
  }

  private static String tag(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
