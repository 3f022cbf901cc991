package vallarta.compact.commitment;

/// What somebody may work on when they work on many commitments at once.
///
/// @param owner key of the one whose commitments they are, or empty for all that are published
/// @param binds whether it may be those that are published, not only the owner's drafts
public record Reach(String owner, boolean binds) {

  /// All that are published, whoever's they are.
  public static final Reach PUBLISHED = new Reach("", true);
}
