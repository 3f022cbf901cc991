package vallarta.engine.similarity;

import java.util.List;

/// What became of the groups when a text was added.
///
/// @param key of the text
/// @param group the group that the text is in now
/// @param before the groups that the text was found alike to, as they were called until now, by
///   number: none when it stands alone, several when it made them one
public record Joined(long key, long group, List<Long> before) {

  /// Whether the text is like no other so far.
  public boolean isAlone() {
    return before.isEmpty();
  }

  /// The ids that name no group anymore: of groups merged into another, or renamed because the new
  /// key is the smallest.
  public List<Long> gone() {
    return before.stream().filter(id -> id != group).toList();
  }
}
