package vallarta.compact.review.subject;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vallarta.compact.review.Standing;

/// How many commitments stand how.
final class Tally {

  /// The columns of a table, after those that say of what it is a tally.
  static final List<String> HEADERS = headers();

  private final Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
  private int overdue;
  private int reported;

  void add(Standing standing, int count, int overdueOnes, int reportedOnes) {
    counts.merge(standing, count, Integer::sum);
    overdue += overdueOnes;
    reported += reportedOnes;
  }

  int of(Standing standing) {
    return counts.getOrDefault(standing, 0);
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// How many have a report that is flagged as overdue.
  int overdue() {
    return overdue;
  }

  /// On how many an actor has ever reported.
  int reported() {
    return reported;
  }

  /// The share of all that stand so, from 0 to 1.
  double share(Standing standing) {
    return total() == 0 ? 0 : (double) of(standing) / total();
  }

  List<Object> cells() {
    List<Object> cells = new ArrayList<>(List.of(total()));
    for (Standing it : Standing.values()) {
      cells.add(of(it));
    }
    cells.add(overdue);
    return cells;
  }

  private static List<String> headers() {
    List<String> headers = new ArrayList<>(List.of("commitments"));
    for (Standing it : Standing.values()) {
      headers.add(it.tag());
    }
    headers.add("overdue");
    return List.copyOf(headers);
  }
}
