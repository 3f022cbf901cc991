package vallarta.compact.stocktaking;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Heard;

/// Who was heard and who was not.
@Controller
@OpenToAll
class CoveragePage {

  /// @param silent kinds of which somebody was expected and nobody heard
  /// @param byType one row a type of which somebody was heard or expected
  /// @param all by type, region and language
  record View(Heard silent, Heard byType, Heard all) {}

  private final Stocktaking stocktaking;

  CoveragePage(Stocktaking stocktaking) {
    this.stocktaking = stocktaking;
  }

  @GetMapping("/{language}/coverage")
  ModelAndView coverage(Page page) {
    Synthesis synthesis = stocktaking.synthesis();
    Coverage coverage = synthesis.coverage();
    List<Coverage.Row> byType =
        Arrays.stream(StakeholderType.values())
            .map(coverage::total)
            .filter(row -> row.heard() > 0 || row.expected() != null)
            .toList();
    CoverageTable table =
        new CoverageTable(
            new Codebook(synthesis.thesaurus(), page.words()),
            row ->
                page.link(
                    "/statements",
                    "type",
                    row.type().tag(),
                    "region",
                    row.region(),
                    "language",
                    row.language()));
    return page.named("stocktaking.coverage.title")
        .data(Format.CSV, Format.JSON)
        .wide()
        .show(
            "stocktaking/coverage",
            new View(
                table.heard(page.words().t("stocktaking.coverage.silent"), coverage.silent(), true),
                table.heard(page.words().t("stocktaking.coverage.by-type"), byType, false),
                table.heard(page.words().t("stocktaking.coverage.all"), coverage.rows(), true)));
  }

  @GetMapping({"/{language}/coverage.csv", "/{language}/coverage.json"})
  ResponseEntity<byte[]> coverage(Page page, Format format) {
    return Download.of(format, new SynthesisSheets(stocktaking.synthesis()).coverage());
  }
}
