package vallarta.compact.consultation.reading;

/// Ends the reading of a file with a status other than [ReadingStatus#READ].
final class NotReadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ReadingStatus status;

  NotReadableException(ReadingStatus status, String detail) {
    super(detail, null, false, false);
    this.status = status;
  }

  ReadingStatus status() {
    return status;
  }

  String detail() {
    String detail = getMessage();
    return detail == null ? "" : detail;
  }
}
