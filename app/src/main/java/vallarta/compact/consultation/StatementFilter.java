package vallarta.compact.consultation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vallarta.compact.consultation.coding.Scheme;

/// Which statements are wanted. An empty field asks for nothing; all that are not empty must hold.
///
/// @param dimension id of a dimension, or `none` for those without any
/// @param theme id of a theme, or `none` for those without any
public record StatementFilter(
    String dimension,
    String theme,
    String kind,
    String language,
    String type,
    String region,
    String consultation,
    String input,
    String voice) {

  /// The names of the fields in an address.
  public static final List<String> PARAMETERS =
      List.of(
          "dimension",
          "theme",
          "kind",
          "language",
          "type",
          "region",
          "consultation",
          "input",
          "voice");

  public static final StatementFilter ALL = new StatementFilter("", "", "", "", "", "", "", "", "");

  /// The word that asks for statements without any term of a codebook.
  public static final String NONE = "none";

  /// The filter of the parameters of an address.
  public static StatementFilter of(Map<String, String> parameters) {
    return new StatementFilter(
        get(parameters, "dimension"),
        get(parameters, "theme"),
        get(parameters, "kind"),
        get(parameters, "language"),
        get(parameters, "type"),
        get(parameters, "region"),
        get(parameters, "consultation"),
        get(parameters, "input"),
        get(parameters, "voice"));
  }

  private static String get(Map<String, String> parameters, String name) {
    return parameters.getOrDefault(name, "").strip();
  }

  public Stream<Statement> apply(List<Statement> statements) {
    return statements.stream().filter(this::matches);
  }

  public boolean matches(Statement it) {
    Consultation at = it.consultation();
    return term(dimension, it, Scheme.DIMENSION)
        && term(theme, it, Scheme.THEME)
        && same(kind, it.found().kind().name().toLowerCase(Locale.ROOT))
        && same(language, it.language().tag())
        && same(type, it.voice().type().tag())
        && same(region, it.voice().region())
        && same(consultation, at == null ? "" : at.ref())
        && same(input, it.input().id().toString())
        && same(voice, it.voice().key());
  }

  private static boolean term(String wanted, Statement it, Scheme scheme) {
    if (wanted.isEmpty()) {
      return true;
    }
    List<String> terms = it.terms(scheme);
    return wanted.equals(NONE) ? terms.isEmpty() : terms.contains(wanted);
  }

  private static boolean same(String wanted, String is) {
    return wanted.isEmpty() || wanted.equals(is);
  }
}
