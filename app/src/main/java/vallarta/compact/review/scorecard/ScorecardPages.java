package vallarta.compact.review.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Paging;

/// The five principles, each by its measures: what is counted, how many of all, as of when, by
/// which query, and the rows behind every figure.
@Controller
@OpenToAll
class ScorecardPages {

  static final List<String> FIGURES =
      List.of("principle", "measure", "verdict", "count", "all", "unit", "as_of");

  static final List<String> ROWS =
      List.of("id", "actor", "title", "language", "verdict", "amount", "detail");

  private static final int PER_PAGE = 50;

  /// @param names of actors, by their keys
  record View(
      Measure measure,
      Figures figures,
      LocalDate on,
      String query,
      String verdict,
      Paging paging,
      List<Line> shown,
      Map<String, String> names) {}

  private final Scorecard scorecard;
  private final Stakeholders stakeholders;

  ScorecardPages(Scorecard scorecard, Stakeholders stakeholders) {
    this.scorecard = scorecard;
    this.stakeholders = stakeholders;
  }

  @GetMapping("/{language}/scorecard")
  ModelAndView scorecard(Page page) {
    return page.named("review.scorecard.title")
        .under("/boards", page.words().t("review.board.title"))
        .data(Format.CSV, Format.JSON)
        .show("review/scorecard/scorecard", scorecard.picture());
  }

  @GetMapping({"/{language}/scorecard.csv", "/{language}/scorecard.json"})
  ResponseEntity<byte[]> scorecard(Page page, Format format) {
    Scorecard.Picture picture = scorecard.picture();
    List<List<Object>> rows = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      Figures figures = picture.of(measure);
      for (String verdict : told(measure, figures)) {
        rows.add(
            List.of(
                measure.principle().tag(),
                measure.tag(),
                verdict,
                figures.count(verdict),
                figures.all(),
                measure.unit(),
                picture.on().toString()));
      }
    }
    return Download.of(format, new Sheet("scorecard", FIGURES, rows));
  }

  @GetMapping("/{language}/scorecard/{measure}")
  ModelAndView measure(
      Page page,
      @PathVariable String measure,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Measure asked = Measure.of(measure);
    Scorecard.Picture picture = scorecard.picture();
    Figures figures = picture.of(asked);
    Paging paging = Paging.of(number, PER_PAGE, figures.size(verdict));
    List<Line> shown = figures.lines(verdict, paging.first() - 1, PER_PAGE);
    return page.named("review.scorecard." + asked.tag())
        .under("/boards", page.words().t("review.board.title"))
        .under("/scorecard", page.words().t("review.scorecard.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "review/scorecard/measure",
            new View(
                asked,
                figures,
                picture.on(),
                scorecard.query(asked),
                verdict,
                paging,
                shown,
                names(shown, page.words())));
  }

  @GetMapping({"/{language}/scorecard/{measure}.csv", "/{language}/scorecard/{measure}.json"})
  ResponseEntity<byte[]> measure(
      Page page,
      @PathVariable String measure,
      @RequestParam(defaultValue = "") String verdict,
      Format format) {
    Measure asked = Measure.of(measure);
    return Download.of(
        format,
        new Sheet(
            asked.tag(),
            ROWS,
            scorecard.picture().of(asked).lines(verdict, 0, Integer.MAX_VALUE).stream()
                .map(it ->
                    List.<Object>of(
                        it.ref(),
                        it.actor(),
                        it.title(),
                        it.language(),
                        it.verdict(),
                        it.amount(),
                        it.detail()))
                .toList()));
  }

  /// The verdicts that are told: those of the measure, but for types of stakeholders that did not
  /// come up.
  static List<String> told(Measure measure, Figures figures) {
    return measure == Measure.FLOOR
        ? measure.verdicts().stream().filter(it -> figures.count(it) > 0).toList()
        : measure.verdicts();
  }

  /// What a verdict is called.
  static String called(Measure measure, String verdict, Words words) {
    return words.t(
        (measure == Measure.FLOOR ? "consultation.stakeholder." : "review.scorecard.verdict.")
            + verdict);
  }

  /// What a verdict rests on, in words where it names what is missing.
  static String detail(Line it, Words words) {
    return Arrays.stream(it.detail().split(" "))
        .map(word -> words.find("commitment.missing." + word).orElse(word))
        .collect(Collectors.joining(it.detail().matches("[a-z ]+") ? ", " : " "));
  }

  private Map<String, String> names(List<Line> shown, Words words) {
    Set<String> wanted = shown.stream().map(Line::actor).collect(Collectors.toSet());
    return stakeholders.list().values().stream()
        .filter(it -> wanted.contains(it.key()))
        .collect(Collectors.toMap(Stakeholder::key, it -> Codebook.voice(it, words)));
  }
}
