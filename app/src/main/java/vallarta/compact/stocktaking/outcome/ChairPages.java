package vallarta.compact.stocktaking.outcome;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.document.Paper;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.stocktaking.outcome.ChairTable.Issued;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.Templates;

/// The chair's summary of a meeting: for everybody to read, as a page and as a document, as it was
/// issued or as it would be now; and for the chair and the secretariat to issue.
@Controller
class ChairPages {

  /// What the summary says, on a page and in a document.
  ///
  /// @param issued the version that is shown, empty for what would be issued now
  /// @param link from the path of a page to its address
  record Told(
      Meeting meeting,
      ChairSummary content,
      Optional<Issued> issued,
      Codebook book,
      UnaryOperator<String> link) {

    List<Remark> remarks() {
      return issued.map(it -> Remark.read(it.remarks())).orElse(List.of());
    }
  }

  /// What the chair typed, and what is wrong with it.
  record Form(String remarks, String language, String reason, List<DomainFailure> faults) {}

  /// @param moved whether points or outcomes read otherwise since the newest version was issued
  /// @param form empty for a reader who does not issue it
  record View(Told told, List<Issued> versions, boolean moved, Optional<Form> form) {}

  private final Meetings meetings;
  private final ChairSummaries summaries;
  private final Consultations consultations;

  ChairPages(Meetings meetings, ChairSummaries summaries, Consultations consultations) {
    this.meetings = meetings;
    this.summaries = summaries;
    this.consultations = consultations;
  }

  /// @param version number of the one to show, `now` for what would be issued now, empty for the
  ///   newest
  @OpenToAll
  @GetMapping("/{language}/meetings/{ref}/summary")
  ModelAndView summary(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String version) {
    Meeting meeting = meetings.visible(actor, ref);
    Form form = new Form("", page.language().tag(), "", List.of());
    return show(page, actor, meeting, version, form);
  }

  @OpenToAll
  @GetMapping({"/{language}/meetings/{ref}/summary.pdf", "/{language}/meetings/{ref}/summary.docx"})
  @Limited(Allowance.FORM)
  ResponseEntity<byte[]> paper(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String version,
      HttpServletRequest request) {
    Meeting meeting = meetings.visible(actor, ref);
    Told told = told(page, meeting, version, path -> page.absolute(page.link(path)));
    String html =
        Templates.render(
            "stocktaking/outcome/chairpaper",
            Map.of(
                "w",
                page.words(),
                "title",
                title(page, meeting),
                "address",
                page.absolute(page.link("/meetings/%s/summary".formatted(ref), "version", version)),
                "view",
                told));
    return Paper.of(request.getRequestURI()).answer("chair-summary-" + ref, html);
  }

  @OpenToAll
  @GetMapping({"/{language}/meetings/{ref}/summary.csv", "/{language}/meetings/{ref}/summary.json"})
  ResponseEntity<byte[]> data(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String version,
      Format format) {
    Told told = told(page, meetings.visible(actor, ref), version, path -> path);
    return Download.of(
        format,
        OutcomeSheets.chair(ref, told.issued().map(Issued::version).orElse(0), told.content()));
  }

  /// What was written of a meeting, as a part of its page.
  @OpenToAll
  @GetMapping("/{language}/meetings/{ref}/documents")
  ModelAndView documents(Page page, Actor actor, @PathVariable String ref) {
    return page.show("stocktaking/outcome/documents", meetings.visible(actor, ref));
  }

  @OpenTo({Role.CO_CHAIR, Role.SECRETARIAT})
  @PostMapping("/{language}/meetings/{ref}/summary")
  ModelAndView issue(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String remarks,
      @RequestParam(defaultValue = "en") String language,
      @RequestParam(defaultValue = "") String reason) {
    Meeting meeting = meetings.get(ref);
    List<DomainFailure> faults = summaries.faults(meeting, remarks, reason);
    if (!faults.isEmpty()) {
      ModelAndView again =
          show(
              page.titled(page.words().t("web.form.error-title", "title", title(page, meeting))),
              actor,
              meeting,
              "now",
              new Form(remarks, language, reason, faults));
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
    summaries.issue(meeting, remarks, language, reason, actor.account());
    return new ModelAndView("redirect:" + page.link("/meetings/%s/summary".formatted(ref)));
  }

  private ModelAndView show(Page page, Actor actor, Meeting meeting, String version, Form form) {
    List<Issued> versions = summaries.versions(meeting);
    boolean moved =
        !versions.isEmpty() && !versions.getFirst().content().equals(summaries.now(meeting));
    boolean issues = actor.is(Role.CO_CHAIR, Role.SECRETARIAT) && meeting.published();
    return meeting
        .above(page.title().isEmpty() ? page.titled(title(page, meeting)) : page)
        .data(Format.CSV, Format.JSON)
        .show(
            "stocktaking/outcome/chair",
            new View(
                told(page, meeting, version, page::link),
                versions,
                moved,
                issues ? Optional.of(form) : Optional.empty()));
  }

  private Told told(Page page, Meeting meeting, String version, UnaryOperator<String> link) {
    List<Issued> versions = summaries.versions(meeting);
    Optional<Issued> shown =
        version.equals("now")
            ? Optional.empty()
            : versions.stream()
                .filter(it -> version.isEmpty() || version.equals(Integer.toString(it.version())))
                .findFirst();
    if (shown.isEmpty() && !version.isEmpty() && !version.equals("now")) {
      throw new DomainFailure(
          "STOC-027",
          "stocktaking.failure.no-such-version",
          Map.of("version", version),
          HttpStatus.NOT_FOUND);
    }
    return new Told(
        meeting,
        shown.map(Issued::content).orElseGet(() -> summaries.now(meeting)),
        shown,
        new Codebook(consultations.holdings().thesaurus(), page.words()),
        link);
  }

  private static String title(Page page, Meeting meeting) {
    return page.words().t("stocktaking.chair.title", "meeting", meeting.title());
  }
}
