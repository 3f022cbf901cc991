package vallarta.compact.stocktaking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.StatementId;

/// What became of a group that was there before: all of it went into another, or part of it did.
///
/// @param group number of the group that was there
/// @param other number of the group into which they went
/// @param statements how many went
/// @param regrouping number of the decision that did it, null when new texts did
/// @param undone whether it was the taking back of that decision
public record GroupEvent(
    Kind kind,
    long group,
    long other,
    int statements,
    @Nullable Long regrouping,
    boolean undone,
    Instant at) {

  /// How much of the group went.
  public enum Kind {
    MERGED,
    SPLIT;

    /// The word in tables and strings: `merged`.
    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The reference of the group that was there.
  public String groupRef() {
    return StatementGroup.id(group);
  }

  /// The reference of the group into which they went.
  public String otherRef() {
    return StatementGroup.id(other);
  }

  /// The reference of the decision, empty when new texts did it.
  public String regroupingRef() {
    return regrouping == null ? "" : "RG-" + regrouping;
  }

  /// What happened to the groups that were there, by their numbers. Statements that were not there
  /// before make no event: a group that grows stays what it is.
  static List<GroupEvent> between(
      Map<StatementId, Long> before,
      Map<StatementId, Long> after,
      @Nullable Long regrouping,
      boolean undone,
      Instant at) {
    Map<Long, Map<Long, Integer>> moved = new TreeMap<>();
    Map<Long, Integer> volumes = new HashMap<>();
    before.forEach((statement, was) -> {
      volumes.merge(was, 1, Integer::sum);
      long is = after.getOrDefault(statement, was);
      if (is != was) {
        moved.computeIfAbsent(was, it -> new TreeMap<>()).merge(is, 1, Integer::sum);
      }
    });
    List<GroupEvent> events = new ArrayList<>();
    moved.forEach((was, to) ->
        to.forEach((is, count) -> {
          boolean whole = count.equals(volumes.get(was));
          events.add(
              new GroupEvent(
                  whole ? Kind.MERGED : Kind.SPLIT, was, is, count, regrouping, undone, at));
        }));
    return events;
  }
}
