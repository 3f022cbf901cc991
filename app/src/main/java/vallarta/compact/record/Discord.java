package vallarta.compact.record;

/// Database and log do not tell the same: nothing is written to the log until a person has looked.
final class Discord extends RuntimeException {

  private static final long serialVersionUID = 1;

  Discord(String what) {
    super(what);
  }
}
