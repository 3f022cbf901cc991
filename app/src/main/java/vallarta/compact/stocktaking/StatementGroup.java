package vallarta.compact.stocktaking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vallarta.compact.consultation.Statement;

/// Statements that say nearly the same, counted as one.
///
/// @param id its reference: that of its first statement, `G-12`
/// @param statements in the order of their numbers, at least one
record StatementGroup(String id, List<Statement> statements) {

  /// How many statements it holds: the volume of a campaign.
  public int volume() {
    return statements.size();
  }

  /// How many distinct stakeholders say it.
  public int voices() {
    return (int) statements.stream().map(it -> it.voice().key()).distinct().count();
  }

  /// The statement that stands for all: of the wording with the most copies, among these the
  /// longest, among these the first.
  public Statement representative() {
    Map<String, Integer> copies = new HashMap<>();
    statements.forEach(it -> copies.merge(it.text(), 1, Integer::sum));
    return statements.stream()
        .min(
            Comparator.comparingInt((Statement it) -> -copies.getOrDefault(it.text(), 0))
                .thenComparingInt(it -> -it.text().length())
                .thenComparing(Statement::id))
        .orElseThrow();
  }

  static String id(long number) {
    return "G-" + number;
  }
}
