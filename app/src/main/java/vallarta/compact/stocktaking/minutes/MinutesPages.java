package vallarta.compact.stocktaking.minutes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.document.Paper;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.stocktaking.point.Summary;
import vallarta.compact.stocktaking.point.Wording;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.Templates;

/// The minutes of a meeting for everybody: as a page, as a document to print or to edit, and as a
/// table of its points.
@Controller
@OpenToAll
class MinutesPages {

  static final List<String> HEADERS =
      List.of(
          "meeting",
          "session",
          "begins",
          "version",
          "state",
          "id",
          "text",
          "language",
          "form",
          "speaker",
          "dimension",
          "theme",
          "support",
          "dissent",
          "sources");

  /// @param link from the path of a page to its address
  record View(Minutes minutes, Codebook book, UnaryOperator<String> link) {}

  private final Meetings meetings;
  private final MinutesCompiler compiler;
  private final Consultations consultations;

  MinutesPages(Meetings meetings, MinutesCompiler compiler, Consultations consultations) {
    this.meetings = meetings;
    this.compiler = compiler;
    this.consultations = consultations;
  }

  @GetMapping("/{language}/meetings/{ref}/minutes")
  ModelAndView minutes(Page page, Actor actor, @PathVariable String ref) {
    Meeting meeting = meetings.visible(actor, ref);
    return meeting
        .above(page.titled(title(page, meeting)))
        .data(Format.CSV, Format.JSON)
        .show("stocktaking/minutes/minutes", view(page, meeting, page::link));
  }

  @GetMapping({"/{language}/meetings/{ref}/minutes.pdf", "/{language}/meetings/{ref}/minutes.docx"})
  @Limited(Allowance.FORM)
  ResponseEntity<byte[]> paper(
      Page page, Actor actor, @PathVariable String ref, HttpServletRequest request) {
    Meeting meeting = meetings.visible(actor, ref);
    String html =
        Templates.render(
            "stocktaking/minutes/paper",
            Map.of(
                "w",
                page.words(),
                "title",
                title(page, meeting),
                "address",
                page.absolute(page.link("/meetings/%s/minutes".formatted(ref))),
                "view",
                view(page, meeting, path -> page.absolute(page.link(path)))));
    return Paper.of(request.getRequestURI()).answer("minutes-" + ref, html);
  }

  @GetMapping({"/{language}/meetings/{ref}/minutes.csv", "/{language}/meetings/{ref}/minutes.json"})
  ResponseEntity<byte[]> data(Page page, Actor actor, @PathVariable String ref, Format format) {
    Meeting meeting = meetings.visible(actor, ref);
    List<List<Object>> rows =
        compiler.of(meeting).parts().stream()
            .flatMap(part ->
                part.summary().stream()
                    .flatMap(summary ->
                        summary.standing().stream().map(point -> row(part, summary, point))))
            .toList();
    return Download.of(format, new Sheet("minutes-" + ref, HEADERS, rows));
  }

  private View view(Page page, Meeting meeting, UnaryOperator<String> link) {
    return new View(
        compiler.of(meeting),
        new Codebook(consultations.holdings().thesaurus(), page.words()),
        link);
  }

  private static String title(Page page, Meeting meeting) {
    return page.words().t("stocktaking.minutes.title", "meeting", meeting.title());
  }

  private static List<Object> row(Minutes.Part part, Summary summary, Summary.Kept point) {
    Wording wording = point.wording();
    return List.of(
        part.session().meeting().ref(),
        part.session().ref(),
        part.session().begins().toOffsetDateTime().toString(),
        summary.version(),
        summary.isFinal() ? "final" : "draft",
        point.ref(),
        wording.text(),
        wording.language(),
        wording.quote() ? "quote" : "paraphrase",
        wording.speaker(),
        wording.dimension(),
        wording.theme(),
        wording.support(),
        wording.dissent(),
        String.join(" ", point.sources()));
  }
}
