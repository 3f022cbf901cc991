package vallarta.compact.stocktaking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.language.Words;
import vallarta.compact.web.part.Heard;

/// Who was heard as a page or report shows it; the silent first.
///
/// @param href from a row to the statements of those heard, empty where there is no page for them
record CoverageTable(Codebook book, Function<Coverage.Row, String> href) {

  /// By type of stakeholder alone, or also by region and language.
  Heard heard(String caption, List<Coverage.Row> rows, boolean whole) {
    Words words = book.words();
    List<String> kinds = new ArrayList<>(List.of(words.t("consultation.stakeholder-type")));
    if (whole) {
      kinds.add(words.t("consultation.region"));
      kinds.add(words.t("consultation.language"));
    }
    return new Heard(
        caption,
        kinds,
        words.t("stocktaking.coverage.heard"),
        words.t("stocktaking.coverage.expected"),
        words.t("stocktaking.coverage.statements"),
        words.t("stocktaking.coverage.standing"),
        rows.stream()
            .sorted(Comparator.comparing(Coverage.Row::silent).reversed())
            .map(row -> row(row, whole))
            .toList());
  }

  private Heard.Row row(Coverage.Row row, boolean whole) {
    Words words = book.words();
    List<String> kinds =
        new ArrayList<>(List.of(words.t("consultation.stakeholders." + row.type().tag())));
    if (whole) {
      kinds.add(book.region(row.region()));
      kinds.add(row.language().isEmpty() ? "" : words.languageName(row.language()));
    }
    return new Heard.Row(
        kinds,
        row.heard(),
        row.expected(),
        false,
        row.statements(),
        href.apply(row),
        words.t("stocktaking.coverage.standing." + row.standing()),
        row.silent());
  }
}
