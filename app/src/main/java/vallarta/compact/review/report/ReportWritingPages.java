package vallarta.compact.review.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.store.Sha256;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where a report is written, given evidence, validated, published, corrected and withdrawn.
@Controller
class ReportWritingPages {

  private static final int LONGEST_TITLE = 300;

  /// @param seen its version when the writer began
  /// @param fields what was typed, by the names of the fields
  record Form(
      Report it, Commitment commitment, int seen, Map<String, String> fields, List<Fault> faults) {

    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  private final Reports reports;
  private final ReportPages pages;
  private final ReportHands hands;
  private final Commitments commitments;

  ReportWritingPages(
      Reports reports, ReportPages pages, ReportHands hands, Commitments commitments) {
    this.reports = reports;
    this.pages = pages;
    this.hands = hands;
    this.commitments = commitments;
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.CONTRIBUTOR},
      unseen = true)
  @GetMapping("/{language}/reports/{ref}/edit")
  ModelAndView edit(Page page, Actor actor, @PathVariable String ref) {
    Report it = writable(actor, ref);
    return form(page, it, it.version(), FormFields.of(it.told()), List.of());
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/reports/{ref}/edit")
  ModelAndView write(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam int seen,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam Map<String, String> fields) {
    Report it = writable(actor, ref);
    Commitment of = commitments.get(it.commitmentRef());
    AnswersReader reader = new AnswersReader(fields);
    Answers told = reader.read(of.told());
    List<Fault> faults = new ArrayList<>(reader.faults());
    faults.addAll(AnswersCheck.draft(told, of.told()));
    if (it.version() != seen) {
      faults.addFirst(Fault.of("seen", "REV-111", "review.report.failure.changed", "ref", ref));
    }
    if (!faults.isEmpty()) {
      return form(page, it, seen, fields, faults);
    }
    try {
      Report after =
          it.isOpen()
              ? reports.write(it, seen, told, actor.account())
              : reports.correct(it, seen, told, reason, actor.account());
      return to(page, after);
    } catch (DomainFailure failure) {
      return form(page, it, seen, fields, List.of(fault(failure)));
    }
  }

  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR
      },
      unseen = true)
  @PostMapping("/{language}/reports/{ref}/validate")
  ModelAndView validate(Page page, Actor actor, @PathVariable String ref, @RequestParam int seen) {
    Report it = seen(actor, ref);
    actor.mustBeFor(it.stakeholder(), ReportHands.SEE);
    if (!actor.isFor(it.stakeholder(), hands.validators(it.stakeholder()))) {
      throw Refusal.notValidator(it);
    }
    return to(page, reports.validate(it, seen, actor.account()));
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/reports/{ref}/publish")
  ModelAndView publish(Page page, Actor actor, @PathVariable String ref, @RequestParam int seen) {
    return to(page, reports.publish(bound(actor, ref), seen));
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/reports/{ref}/withdraw")
  ModelAndView withdraw(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam int seen,
      @RequestParam(defaultValue = "") String reason) {
    return to(page, reports.withdraw(bound(actor, ref), seen, reason));
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/reports/{ref}/discard")
  ModelAndView discard(Page page, Actor actor, @PathVariable String ref, @RequestParam int seen) {
    Report it = seen(actor, ref);
    actor.mustBeFor(it.stakeholder(), ReportHands.WRITE);
    reports.discard(it, seen);
    return new ModelAndView("redirect:" + page.link("/duties"));
  }

  /// Adds a link, or a file.
  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/reports/{ref}/evidence")
  ModelAndView add(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam int seen,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam Map<String, String> fields)
      throws IOException {
    Report it = writable(actor, ref);
    MultipartFile sent = file == null || file.isEmpty() ? null : file;
    Path received = Files.createTempFile("vallarta-evidence", ".part");
    try {
      if (sent == null) {
        return to(page, reports.add(it, seen, read(fields, null, "", ""), Optional.empty()));
      }
      sent.transferTo(received);
      String name = Optional.ofNullable(sent.getOriginalFilename()).orElse("file");
      String type = EvidenceCheck.mediaType(received, name);
      Evidence of = read(fields, received, type, name);
      return to(page, reports.add(it, seen, of, Optional.of(received)));
    } catch (DomainFailure failure) {
      ModelAndView again = pages.show(page, actor, it, fields, List.of(fault(failure)));
      again.setStatus(failure.status());
      return again;
    } finally {
      Files.deleteIfExists(received);
    }
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/reports/{ref}/evidence/remove")
  ModelAndView remove(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam int seen,
      @RequestParam long id) {
    Report it = seen(actor, ref);
    actor.mustBeFor(it.stakeholder(), ReportHands.WRITE);
    return to(page, reports.remove(it, seen, id));
  }

  private static Evidence read(
      Map<String, String> fields, @Nullable Path file, String mediaType, String name)
      throws IOException {
    String title = fields.getOrDefault("title", "").replace('\0', ' ').strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw Refusal.form("REV-126", "title", "most", LONGEST_TITLE);
    }
    String type = fields.getOrDefault("type", "");
    String independence = fields.getOrDefault("independence", "");
    if (!Evidence.TYPES.contains(type) || !Evidence.INDEPENDENCE.contains(independence)) {
      throw Refusal.form("REV-133", "kind");
    }
    @Nullable LocalDate dated = day(fields.getOrDefault("dated", "").strip());
    return file == null
        ? new Evidence(
            0,
            false,
            title,
            EvidenceCheck.link(fields.getOrDefault("url", "")),
            "",
            "",
            0,
            type,
            independence,
            dated)
        : new Evidence(
            0,
            true,
            title,
            "",
            Sha256.of(file),
            mediaType,
            Files.size(file),
            type,
            independence,
            dated);
  }

  private static @Nullable LocalDate day(String typed) {
    if (typed.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(typed);
      if (day.getYear() >= 1800 && day.getYear() <= 2200) {
        return day;
      }
    } catch (DateTimeException e) {
      // Told below, like a year of which there is no evidence.
    }
    throw Refusal.form("REV-121", "day", "value", typed);
  }

  private ModelAndView form(
      Page page, Report it, int seen, Map<String, String> fields, List<Fault> faults) {
    String title =
        page.words()
            .t(it.isOpen() ? "review.report.edit" : "review.report.correct", "ref", it.ref());
    ModelAndView shown =
        page.titled(
                faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
            .under("/reports", page.words().t("review.report.title"))
            .under("/reports/" + it.ref(), it.ref())
            .show(
                "review/report/form",
                new Form(it, commitments.get(it.commitmentRef()), seen, fields, faults));
    if (!faults.isEmpty()) {
      shown.setStatus(
          faults.getFirst().field().equals("seen")
              ? HttpStatus.PRECONDITION_FAILED
              : HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return shown;
  }

  /// The failure at the field that its code is about.
  private static Fault fault(DomainFailure it) {
    String field =
        switch (it.code()) {
          case "REV-111" -> "seen";
          case "REV-115" -> "progress";
          case "REV-116" -> "achieved";
          case "REV-121" -> "dated";
          case "REV-125" -> "url";
          case "REV-126" -> "title";
          case "REV-128" -> "reason";
          case "REV-133" -> "type";
          default -> "file";
        };
    return Fault.of(field, it);
  }

  /// A draft for those who write it, or what is published for those who bind its owner.
  private Report writable(Actor actor, String ref) {
    Report it = seen(actor, ref);
    actor.mustBeFor(it.stakeholder(), it.isOpen() ? ReportHands.WRITE : ReportHands.CORRECT);
    if (it.state() == Report.State.WITHDRAWN) {
      throw Refusal.state(it);
    }
    return it;
  }

  private Report bound(Actor actor, String ref) {
    Report it = seen(actor, ref);
    actor.mustBeFor(it.stakeholder(), ReportHands.BIND);
    return it;
  }

  /// The one of that reference; nobody else learns of a draft.
  private Report seen(Actor actor, String ref) {
    Report it = reports.get(ref);
    if (!ReportHands.sees(actor, it)) {
      throw Refusal.none(ref);
    }
    return it;
  }

  private static ModelAndView to(Page page, Report it) {
    return new ModelAndView("redirect:" + page.link("/reports/" + it.ref()));
  }
}
