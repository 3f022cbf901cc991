package vallarta.engine.tlog;

/// Says that something about a log is not believed, why, and where.
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  /// @param place what is wrong at which exact place, for a person
  public Refused(Reason reason, String place) {
    super(place);
    this.reason = reason;
  }

  Refused(Reason reason, String place, Throwable cause) {
    super(place, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /// What is wrong at which exact place.
  public String place() {
    return String.valueOf(getMessage());
  }

  @Override
  public String toString() {
    return reason + ": " + getMessage();
  }
}
