package vallarta.compact.web;

/// A form for machines in which the data of a page can be had, at the address of the page with this
/// ending.
public enum Format {
  CSV("csv", "text/csv"),
  JSON("json", "application/json"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String ending;
  private final String mediaType;

  Format(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /// The format of the ending of an address.
  static Format of(String path) {
    for (Format format : values()) {
      if (path.endsWith("." + format.ending)) {
        return format;
      }
    }
    throw new IllegalArgumentException("no format in " + path);
  }

  /// What follows the dot at the end of the address.
  public String ending() {
    return ending;
  }

  public String mediaType() {
    return mediaType;
  }
}
