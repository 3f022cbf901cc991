package vallarta.engine.tlog;

/// One fault that a check of a log found.
///
/// @param kind what was done
/// @param place the file, and within it the entry or the hash
/// @param index of the entry concerned, or -1 when it is none
public record Finding(Kind kind, String place, long index) {

  /// What was done to a log.
  public enum Kind {
    /// The checkpoint is not there, not readable or not signed by a known key.
    CHECKPOINT,
    /// The checkpoint's root is not that of the entries.
    ROOT,
    /// A file that the checkpoint promises is not there.
    MISSING_FILE,
    /// A file is too long or too short, or not in the form of its kind.
    DAMAGED_FILE,
    /// An entry is not the one that was logged.
    CHANGED_ENTRY,
    /// An entry was taken out of its bundle.
    DROPPED_ENTRY,
    /// An entry and the one after it stand in each other's place.
    SWAPPED_ENTRIES,
    /// A hash of the tree is not what the entries give.
    CHANGED_HASH
  }

  @Override
  public String toString() {
    return kind + ": " + place;
  }
}
