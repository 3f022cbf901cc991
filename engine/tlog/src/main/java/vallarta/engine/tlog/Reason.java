package vallarta.engine.tlog;

/// Why something about a log is not believed.
public enum Reason {
  /// A text or a file has not the form of its specification.
  MALFORMED,
  /// An index or a size lies outside the tree.
  OUT_OF_RANGE,
  /// A proof has too many or too few hashes for its tree.
  PROOF_LENGTH,
  /// Hashes do not lead to the root.
  ROOT_MISMATCH,
  /// An entry is not the one whose hash stands in the tree.
  ENTRY_MISMATCH,
  /// A signature of a known key does not verify.
  BAD_SIGNATURE,
  /// No known key signed.
  UNKNOWN_KEY,
  /// The log is another one than expected.
  WRONG_ORIGIN,
  /// Too few witnesses cosigned.
  NO_QUORUM,
  /// A file of the log is not there.
  MISSING,
  /// A newer tree does not continue an older one, or is smaller.
  INCONSISTENT
}
