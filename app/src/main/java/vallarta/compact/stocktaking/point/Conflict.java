package vallarta.compact.stocktaking.point;

/// Somebody else changed a point since it was seen. Nothing was written, and both versions are
/// here.
final class Conflict extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Point theirs;
  private final transient Wording mine;

  Conflict(Point theirs, Wording mine) {
    super(theirs.ref() + " is at version " + theirs.version());
    this.theirs = theirs;
    this.mine = mine;
  }

  Point theirs() {
    return theirs;
  }

  Wording mine() {
    return mine;
  }
}
