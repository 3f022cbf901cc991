package vallarta.compact.commitment.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vallarta.compact.table.Problem.Rule;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;

/// Brings the rows of one kind of parts together with those that are there: by their number, else
/// by what they say. One that is there and has no row would vanish unseen: that is told.
///
/// @param kind its word in the column `row`
/// @param id the number of a part
/// @param title what stands in its column `title`
/// @param read reads a row over a part, which is blank for a new one
record Parts<T>(
    String kind,
    T blank,
    ToLongFunction<T> id,
    Function<T, String> title,
    BiFunction<Row, T, T> read) {

  List<T> of(Group group, List<T> there, RowCheck check) {
    List<T> left = new ArrayList<>(there);
    List<T> said = new ArrayList<>();
    for (Row row : group.parts(kind)) {
      Optional<T> match = match(row, there, left, check);
      match.ifPresent(left::remove);
      if (!row.get("title").equals(Cells.REMOVE)) {
        said.add(read.apply(row, match.orElse(blank)));
      } else if (match.isEmpty() && row.get("part").isEmpty()) {
        check.add(row, "part", Rule.REQUIRED, List.of());
      }
    }
    for (T it : left) {
      check.add(
          group.row(),
          "row",
          Rule.WOULD_UNLINK,
          List.of(kind + " " + id.applyAsLong(it) + " " + Cells.shown(title.apply(it))));
    }
    return said;
  }

  private Optional<T> match(Row row, List<T> there, List<T> left, RowCheck check) {
    String part = row.get("part");
    if (!part.isEmpty()) {
      Optional<T> named =
          left.stream().filter(it -> Long.toString(id.applyAsLong(it)).equals(part)).findFirst();
      if (named.isEmpty()) {
        check.add(
            row,
            "part",
            Rule.UNKNOWN_REFERENCE,
            there.stream().map(it -> Long.toString(id.applyAsLong(it))).toList());
      }
      return named;
    }
    return left.stream().filter(it -> title.apply(it).equals(row.get("title"))).findFirst();
  }
}
