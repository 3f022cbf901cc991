package vallarta.compact.consultation.coding;

/// The names that a thesaurus in SKOS is written with.
final class SkosNames {

  static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

  /// What SKOS has no word for: terms with rules of their own, each in the property of its kind.
  static final String TERMS = "urn:vallarta:terms#";

  static final String DIMENSION_SCHEME = "urn:vallarta:dimensions";
  static final String THEME_SCHEME = "urn:vallarta:themes";

  private SkosNames() {}

  static String scheme(Scheme scheme) {
    return scheme == Scheme.DIMENSION ? DIMENSION_SCHEME : THEME_SCHEME;
  }

  static String of(Concept concept) {
    if (concept.isGroup()) {
      return "urn:vallarta:group:" + concept.id();
    }
    return of(concept.scheme(), concept.id());
  }

  static String of(Scheme scheme, String id) {
    return (scheme == Scheme.DIMENSION ? "urn:vallarta:dimension:" : "urn:vallarta:theme:") + id;
  }
}
