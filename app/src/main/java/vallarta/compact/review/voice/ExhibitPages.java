package vallarta.compact.review.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limits;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.review.report.Evidence;
import vallarta.compact.review.report.EvidenceCheck;
import vallarta.compact.review.report.EvidenceTable;
import vallarta.compact.store.Sha256;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where an organisation puts evidence beside its parallel report: a link, or a file.
@Controller
@OpenTo(
    value = {Role.DELEGATE, Role.CONTRIBUTOR},
    unseen = true)
class ExhibitPages {

  private static final String KEY = "review.voice.failure.";

  /// What was typed, as it was.
  record Sent(String title, String url, String type, String independence, String dated) {

    static final Sent BLANK = new Sent("", "", "other", "own", "");
  }

  record Form(ParallelReport it, List<Evidence> exhibits, Sent sent, List<Fault> faults) {}

  private final ParallelReports reports;
  private final EvidenceTable exhibits;
  private final Limits limits;

  ExhibitPages(ParallelReports reports, EvidenceTable exhibits, Limits limits) {
    this.reports = reports;
    this.exhibits = exhibits;
    this.limits = limits;
  }

  @GetMapping("/{language}/parallel-reports/{ref}/evidence")
  ModelAndView form(Page page, Actor actor, @PathVariable String ref) {
    return show(page, own(actor, ref), Sent.BLANK, List.of());
  }

  @PostMapping("/{language}/parallel-reports/{ref}/evidence")
  ModelAndView add(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "other") String type,
      @RequestParam(defaultValue = "own") String independence,
      @RequestParam(defaultValue = "") String dated)
      throws IOException {
    ParallelReport it = own(actor, ref);
    Duration wait = limits.take(Allowance.UPLOAD, "account " + actor.account());
    if (!wait.isZero()) {
      throw Refusals.tooOften(wait.toMinutes() + 1);
    }
    MultipartFile given = file == null || file.isEmpty() ? null : file;
    String called = title.isBlank() && given != null ? name(given) : title.strip();
    Sent sent = new Sent(called, url.strip(), type, independence, dated.strip());
    List<Fault> faults = faults(sent, given != null);
    Path received = Files.createTempFile("vallarta-evidence", ".part");
    try {
      String media = "";
      if (given != null) {
        given.transferTo(received);
        try {
          media = EvidenceCheck.mediaType(received, name(given));
        } catch (DomainFailure no) {
          faults.add(Fault.of("file", no));
        }
      }
      if (!faults.isEmpty()) {
        ModelAndView again = show(page, it, sent, faults);
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
      }
      Evidence exhibit =
          new Evidence(
              0,
              given != null,
              sent.title(),
              given == null ? sent.url() : "",
              given == null ? "" : Sha256.of(received),
              media,
              given == null ? 0 : Files.size(received),
              sent.type(),
              sent.independence(),
              date(sent.dated()).orElse(null));
      reports.add(it.id(), exhibit, given == null ? null : received);
      return to(page, it);
    } finally {
      Files.deleteIfExists(received);
    }
  }

  @PostMapping("/{language}/parallel-reports/{ref}/evidence/{id}/remove")
  ModelAndView remove(Page page, Actor actor, @PathVariable String ref, @PathVariable long id) {
    return to(page, reports.remove(own(actor, ref).id(), id));
  }

  /// The name of the file, without folders.
  private static String name(MultipartFile file) {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    return name.replaceFirst("^.*[/\\\\]", "").strip();
  }

  private static List<Fault> faults(Sent it, boolean file) {
    List<Fault> faults = new ArrayList<>();
    TestimonyCheck.words(faults, "title", it.title(), Field.LINE);
    if (file != it.url().isEmpty()) {
      faults.add(Fault.of("url", "REV-220", KEY + "link-or-file"));
    } else if (!file) {
      try {
        EvidenceCheck.link(it.url());
      } catch (DomainFailure no) {
        faults.add(Fault.of("url", no));
      }
    }
    if (!Evidence.TYPES.contains(it.type())) {
      faults.add(Fault.of("type", "REV-223", KEY + "type"));
    }
    if (!Evidence.INDEPENDENCE.contains(it.independence())) {
      faults.add(Fault.of("independence", "REV-224", KEY + "independence"));
    }
    if (!it.dated().isEmpty() && date(it.dated()).isEmpty()) {
      faults.add(Fault.of("dated", "REV-225", KEY + "date"));
    }
    return faults;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private ModelAndView show(Page page, ParallelReport it, Sent sent, List<Fault> faults) {
    String title = page.words().t("review.voice.evidence.add");
    return page.titled(
            faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .under("/parallel-reports", page.words().t("review.voice.title"))
        .under("/parallel-reports/" + it.ref(), it.told().title(), it.told().language())
        .show("review/voice/evidence", new Form(it, exhibits.of(it.ref()), sent, faults));
  }

  private ParallelReport own(Actor actor, String ref) {
    ParallelReport it = reports.get(ref);
    if (!Signatories.sees(actor, it)) {
      throw Refusals.none(ref);
    }
    actor.mustBeFor(it.owner(), Signatories.WRITE);
    return it;
  }

  private static ModelAndView to(Page page, ParallelReport it) {
    return new ModelAndView("redirect:" + page.link("/parallel-reports/" + it.ref()) + "#evidence");
  }
}
