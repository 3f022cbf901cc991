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
/// @param campaign whether all that it holds came in so many inputs that it is a campaign; these
///   may be a part of it
public record StatementGroup(String id, List<Statement> statements, boolean campaign) {

  /// From how many inputs on a group is a campaign. The same sentence from two or three may be a
  /// joint paper or chance; five who send the same words have them from one place.
  public static final int CAMPAIGN = 5;

  /// A group of all that these statements are.
  public StatementGroup(String id, List<Statement> statements) {
    this(id, statements, statements.size() >= CAMPAIGN && inputs(statements) >= CAMPAIGN);
  }

  /// How many statements it holds: the volume of a campaign.
  public int volume() {
    return statements.size();
  }

  /// In how many inputs they came; a row of a table is an input of its own.
  public int inputs() {
    return inputs(statements);
  }

  /// How many distinct stakeholders say it. The inputs of a campaign of which nobody said who
  /// speaks are one voice together, however many they are.
  public int voices() {
    return (int) statements.stream().map(this::voice).distinct().count();
  }

  /// The key of the voice as which a statement of the group counts.
  String voice(Statement it) {
    return campaign && !it.voice().isKnown() ? "campaign:" + id : it.voice().key();
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

  static long number(String id) {
    return Long.parseLong(id.substring(2));
  }

  private record Sent(long input, int row) {}

  private static int inputs(List<Statement> statements) {
    return (int)
        statements.stream()
            .map(it -> new Sent(it.input().id().number(), it.row()))
            .distinct()
            .count();
  }
}
