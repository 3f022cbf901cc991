package vallarta.compact.review.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.document.Paper;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.Templates;

/// What one actor reported, told once and laid out for several frames: as a page, as a document to
/// edit, and as a table.
@Controller
@OpenToAll
class FramePages {

  static final List<String> HEADERS =
      List.of(
          "frame",
          "section",
          "section_title",
          "commitment",
          "title",
          "obligation",
          "due",
          "standing",
          "report",
          "reported_at",
          "progress",
          "achieved",
          "hindered",
          "means_used",
          "next_steps",
          "measured",
          "evidence");

  /// @param link from the path of a page to its address
  record View(FramedReport it, UnaryOperator<String> link) {}

  private final Frames frames;

  FramePages(Frames frames) {
    this.frames = frames;
  }

  /// @param frame word of a [Frame]
  @GetMapping("/{language}/reports/of/{key}")
  ModelAndView framed(
      Page page, @PathVariable String key, @RequestParam(defaultValue = "") String frame) {
    FramedReport it = frames.of(Frame.of(frame), key, page.language());
    return page.titled(title(page, it))
        .under("/reports", page.words().t("review.report.title"))
        .data(Format.CSV, Format.JSON)
        .show("review/report/framed", new View(it, page::link));
  }

  @GetMapping("/{language}/reports/of/{key}.docx")
  @Limited(Allowance.FORM)
  ResponseEntity<byte[]> paper(
      Page page, @PathVariable String key, @RequestParam(defaultValue = "") String frame) {
    FramedReport it = frames.of(Frame.of(frame), key, page.language());
    String html =
        Templates.render(
            "review/report/framepaper",
            Map.of(
                "w",
                page.words(),
                "title",
                title(page, it),
                "address",
                page.absolute(page.link("/reports/of/" + key, "frame", it.frame().tag())),
                "view",
                new View(it, path -> page.absolute(page.link(path)))));
    return Paper.DOCX.answer("reports-%s-%s".formatted(key, it.frame().tag()), html);
  }

  @GetMapping({"/{language}/reports/of/{key}.csv", "/{language}/reports/of/{key}.json"})
  ResponseEntity<byte[]> framed(
      Page page,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String frame,
      Format format) {
    FramedReport it = frames.of(Frame.of(frame), key, page.language());
    List<List<Object>> rows = new ArrayList<>();
    for (FramedReport.Section section : it.sections()) {
      section.told().forEach(told -> rows.add(row(it.frame(), section, told)));
    }
    return Download.of(
        format, new Sheet("reports-%s-%s".formatted(key, it.frame().tag()), HEADERS, rows));
  }

  private static List<Object> row(
      Frame frame, FramedReport.Section section, FramedReport.Told told) {
    Answers answers = told.newest().map(Report::told).orElse(Answers.blank(""));
    return List.of(
        frame.tag(),
        section.code(),
        section.title(),
        told.commitment().ref(),
        told.commitment().told().title(),
        told.commitment().told().obligation().tag(),
        told.commitment().told().due() == null ? "" : told.commitment().told().due().toString(),
        told.standing().tag(),
        told.newest().map(Report::ref).orElse(""),
        told.newest()
            .map(it -> it.publishedAt() == null ? "" : it.publishedAt().toString())
            .orElse(""),
        answers.progress(),
        answers.achieved(),
        answers.hindered(),
        answers.meansUsed(),
        answers.nextSteps(),
        answers.measured().stream().map(ReportFacts::line).collect(Collectors.joining("; ")),
        told.evidence().stream().map(Evidence::line).collect(Collectors.joining("; ")));
  }

  private static String title(Page page, FramedReport it) {
    return page.words()
        .t(
            "review.report.frame.title." + it.frame().tag(),
            "actor",
            Codebook.voice(it.actor(), page.words()));
  }
}
