package vallarta.engine.similarity;

import java.util.List;

/// What became of groups when texts were added: those before and those that their members are in
/// now, both by id. Groups that nothing happened to have none.
///
/// @param before ids of groups that are touched, ascending; empty for groups of new texts alone
/// @param after ids of the groups that hold their members and the new texts, ascending
public record GroupEvent(List<Long> before, List<Long> after) {

  /// Whether several groups became one.
  public boolean isMerge() {
    return before.size() > 1 && after.size() == 1;
  }

  /// Whether members of one group are in several now.
  public boolean isSplit() {
    return before.size() == 1 && after.size() > 1;
  }

  /// The ids that name no group anymore.
  public List<Long> gone() {
    return before.stream().filter(id -> !after.contains(id)).toList();
  }
}
