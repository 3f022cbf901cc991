package vallarta.compact.stocktaking.point;

/// The fields of the form in which a point is written.
///
/// @param form `quote` or `paraphrase`
public record WordingForm(
    String text,
    String language,
    String form,
    String speaker,
    String dimension,
    String theme,
    String support,
    String dissent) {

  public WordingForm {
    text = said(text);
    language = language == null || language.isEmpty() ? "en" : language;
    form = said(form);
    speaker = said(speaker);
    dimension = said(dimension);
    theme = said(theme);
    support = said(support);
    dissent = said(dissent);
  }

  static WordingForm of(Wording it) {
    return new WordingForm(
        it.text(),
        it.language(),
        it.quote() ? "quote" : "paraphrase",
        it.speaker(),
        it.dimension(),
        it.theme(),
        it.support(),
        it.dissent());
  }

  Wording wording() {
    return new Wording(
        text, language, form.equals("quote"), speaker, dimension, theme, support, dissent);
  }

  private static String said(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }
}
