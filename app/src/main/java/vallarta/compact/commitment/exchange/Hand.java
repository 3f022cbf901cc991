package vallarta.compact.commitment.exchange;

import org.jspecify.annotations.Nullable;
import vallarta.compact.commitment.Commitment;

/// Who imports, and how far that reaches.
///
/// @param owner key of the one whose commitments alone it may write, or empty for anybody's
/// @param codesOnly whether of what is there only the codes may change: text, dates and actors of
///   others are never the secretariat's
/// @param binds whether it may publish, and change what is published
/// @param account who it is, null for the operator of the machine
record Hand(String owner, boolean codesOnly, boolean binds, @Nullable Long account) {

  /// Whoever has the machine.
  static final Hand OPERATOR = new Hand("", false, true, null);

  static Hand secretariat(long account) {
    return new Hand("", true, false, account);
  }

  static Hand of(String owner, boolean binds, long account) {
    return new Hand(owner, false, binds, account);
  }

  /// Whether it may change anything of one that is there.
  boolean changes(Commitment it) {
    boolean reaches = owner.isEmpty() || owner.equals(it.owner().key());
    boolean open = it.isPublic() ? binds || codesOnly : !codesOnly;
    return reaches && open && it.state() != Commitment.State.WITHDRAWN;
  }

  /// Whether it may learn that there is such a one.
  boolean sees(Commitment it) {
    return it.isPublic() || !codesOnly && (owner.isEmpty() || owner.equals(it.owner().key()));
  }
}
