package vallarta.compact.commitment;

/// A commitment was published, changed, confirmed or withdrawn: told within the transaction that
/// does it.
///
/// @param id number of the commitment
/// @param by what happened to it
public record CommitmentChanged(long id, What by) {

  /// What happened.
  public enum What {
    PUBLISHED,
    CHANGED,
    /// It is filed under other codes; nothing of what was promised reads otherwise.
    FILED,
    ANSWERED,
    WITHDRAWN
  }
}
