package vallarta.compact.review.scorecard;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Figures of rows that other services told.
record Gathered(List<Line> rows, Map<String, Long> counts) implements Figures {

  static Gathered of(List<Line> lines) {
    return new Gathered(
        List.copyOf(lines),
        lines.stream()
            .collect(Collectors.groupingBy(Line::verdict, Collectors.summingLong(Line::amount))));
  }

  @Override
  public int size(String verdict) {
    return (int) matching(verdict).count();
  }

  @Override
  public List<Line> lines(String verdict, int from, int most) {
    return matching(verdict).skip(from).limit(most).toList();
  }

  private Stream<Line> matching(String verdict) {
    return rows.stream().filter(it -> verdict.isEmpty() || it.verdict().equals(verdict));
  }
}
