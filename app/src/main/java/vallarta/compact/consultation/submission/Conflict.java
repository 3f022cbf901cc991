package vallarta.compact.consultation.submission;

import org.jspecify.annotations.Nullable;

/// Somebody else changed a submission since it was seen. Nothing was written over, and both
/// versions are here.
final class Conflict extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Submission theirs;
  private final transient @Nullable Particulars mine;
  private final transient @Nullable SubmittedFile file;

  private Conflict(Submission theirs, @Nullable Particulars mine, @Nullable SubmittedFile file) {
    super(theirs.ref() + " is at version " + theirs.version());
    this.theirs = theirs;
    this.mine = mine;
    this.file = file;
  }

  static Conflict over(Submission theirs, Particulars mine) {
    return new Conflict(theirs, mine, null);
  }

  /// @param mine kept beside the other for a while
  static Conflict over(Submission theirs, SubmittedFile mine) {
    return new Conflict(theirs, null, mine);
  }

  Submission theirs() {
    return theirs;
  }

  @Nullable Particulars mine() {
    return mine;
  }

  @Nullable SubmittedFile file() {
    return file;
  }
}
