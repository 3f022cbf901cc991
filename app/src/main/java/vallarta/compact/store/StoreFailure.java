package vallarta.compact.store;

/// The store cannot be used, for a reason that a person can mend: the message says what and how.
final class StoreFailure extends RuntimeException {

  public StoreFailure(String message) {
    super(message);
  }

  StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
