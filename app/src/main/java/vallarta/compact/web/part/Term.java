package vallarta.compact.web.part;

/// One detail of a thing: what it is called, and what it is.
///
/// @param language BCP 47 tag of the value when it is not in the reader's language, or empty
/// @param href where the value leads, or empty
/// @param code whether it is an id, a hash or the like
public record Term(String label, String value, String language, String href, boolean code) {

  public static Term of(String label, String value) {
    return new Term(label, value, "", "", false);
  }

  public static Term link(String label, String value, String href) {
    return new Term(label, value, "", href, false);
  }

  public static Term code(String label, String value) {
    return new Term(label, value, "", "", true);
  }

  /// The same, in the words of somebody else.
  public Term in(String tag) {
    return new Term(label, value, tag, href, code);
  }
}
