package vallarta.compact.consultation.reading;

/// How the reading of a file ended. Every file ends in exactly one of these, never in a stack
/// trace.
public enum ReadingStatus {
  READ,
  /// The pages are images: there is no text layer.
  IMAGES_ONLY,
  /// No text at all, though nothing is broken.
  EMPTY,
  ENCRYPTED,
  BROKEN,
  /// The bytes are of a type that is not read, or not the type that the name claims.
  UNSUPPORTED_TYPE,
  WRONG_EXTENSION,
  TOO_LARGE,
  /// It unpacks to far more than its size, or nests too deep.
  EXPANDS_TOO_MUCH,
  TOO_SLOW,
  OUT_OF_MEMORY;

  /// The word in tables and strings: `images-only`.
  public String tag() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
