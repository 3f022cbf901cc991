package vallarta.compact.review.voice;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where an organisation writes its parallel reports, publishes, changes and withdraws them, and
/// where those asked to sign say yes or no.
@Controller
class ParallelWritingPages {

  /// @param before what is edited, empty for a new one
  /// @param seen its version when the writer began
  /// @param owners for whom the reader may write
  record Form(
      Codebook book,
      Commitment commitment,
      Optional<ParallelReport> before,
      int seen,
      String owner,
      Testimony told,
      String reason,
      List<Stakeholder> owners,
      List<Fault> faults) {}

  record Mine(Codebook book, List<Voice> own, List<Voice> asked) {}

  private final ParallelReports reports;
  private final Signatories voices;
  private final Commitments commitments;
  private final Stakeholders stakeholders;
  private final Consultations consultations;

  ParallelWritingPages(
      ParallelReports reports,
      Signatories voices,
      Commitments commitments,
      Stakeholders stakeholders,
      Consultations consultations) {
    this.reports = reports;
    this.voices = voices;
    this.commitments = commitments;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
  }

  @OpenTo(
      value = {Role.DELEGATE, Role.CONTRIBUTOR},
      ofAny = true)
  @GetMapping("/{language}/parallel-reports/mine")
  ModelAndView mine(Page page, Actor actor) {
    List<Voice> all = voices.of(reports.ofAny(actor.of(Signatories.WRITE)));
    return page.named("review.voice.mine.title")
        .under("/parallel-reports", page.words().t("review.voice.title"))
        .show(
            "review/voice/mine",
            new Mine(
                book(page),
                all.stream().filter(it -> Signatories.owns(actor, it.it())).toList(),
                all.stream().filter(it -> !Signatories.owns(actor, it.it())).toList()));
  }

  @OpenTo(
      value = {Role.DELEGATE, Role.CONTRIBUTOR},
      ofAny = true)
  @GetMapping("/{language}/parallel-reports/new")
  ModelAndView begin(Page page, Actor actor, @RequestParam(defaultValue = "") String commitment) {
    Commitment of = commitments.get(commitment);
    List<Stakeholder> owners = owners(page, actor, of);
    if (owners.isEmpty()) {
      throw Refusals.own(of.ref());
    }
    Testimony blank = Testimony.blank(page.language().tag());
    return form(
        page, actor, of, Optional.empty(), 0, owners.getFirst().key(), blank, "", List.of());
  }

  @OpenTo({Role.DELEGATE, Role.CONTRIBUTOR})
  @PostMapping("/{language}/parallel-reports/new")
  ModelAndView write(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "") String commitment,
      @RequestParam(defaultValue = "") String owner,
      @ModelAttribute Sent sent) {
    Commitment of = commitments.get(commitment);
    actor.mustBeFor(owner, Signatories.WRITE);
    Testimony told = sent.testimony();
    List<Fault> faults = TestimonyCheck.of(told);
    return faults.isEmpty()
        ? to(page, reports.draft(of, owner, told, actor.account()))
        : form(page, actor, of, Optional.empty(), 0, owner, told, "", faults);
  }

  @OpenTo(
      value = {Role.DELEGATE, Role.CONTRIBUTOR},
      unseen = true)
  @GetMapping("/{language}/parallel-reports/{ref}/edit")
  ModelAndView edit(Page page, Actor actor, @PathVariable String ref) {
    ParallelReport it = own(actor, ref);
    return form(
        page,
        actor,
        commitments.get(it.commitmentRef()),
        Optional.of(it),
        it.version(),
        it.owner(),
        it.told(),
        "",
        List.of());
  }

  @OpenTo(
      value = {Role.DELEGATE, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/parallel-reports/{ref}/edit")
  ModelAndView change(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute Sent sent) {
    ParallelReport before = own(actor, ref);
    Testimony told = sent.testimony();
    List<Fault> faults = TestimonyCheck.of(told);
    if (before.isPublic() && reason.isBlank()) {
      faults.add(Fault.of("reason", "REV-203", "review.voice.failure.why", "ref", ref));
    }
    boolean stale = before.version() != seen;
    if (stale) {
      faults.addFirst(Fault.of("seen", "REV-201", "review.voice.failure.changed", "ref", ref));
    }
    if (!faults.isEmpty()) {
      Commitment of = commitments.get(before.commitmentRef());
      ModelAndView again =
          form(page, actor, of, Optional.of(before), seen, before.owner(), told, reason, faults);
      again.setStatus(stale ? HttpStatus.PRECONDITION_FAILED : HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
    return to(page, reports.change(before.id(), seen, told, reason, actor.account()));
  }

  @OpenTo(
      value = {Role.DELEGATE, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/parallel-reports/{ref}/signers")
  ModelAndView signers(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "ask") String act) {
    ParallelReport it = own(actor, ref);
    return to(page, reports.ask(it.id(), who, !act.equals("unask")));
  }

  /// @param stakeholder in whose name the reader answers
  @OpenTo(
      value = {Role.DELEGATE, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/parallel-reports/{ref}/sign")
  ModelAndView sign(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "") String stakeholder,
      @RequestParam(defaultValue = "") String answer) {
    ParallelReport it = seen(actor, ref);
    actor.mustBeFor(stakeholder, Signatories.WRITE);
    return to(page, reports.sign(it.id(), seen, stakeholder, answer.equals("confirm")));
  }

  @OpenTo(
      value = {Role.DELEGATE, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/parallel-reports/{ref}/publish")
  ModelAndView publish(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen) {
    return to(page, reports.publish(own(actor, ref).id(), seen, actor.account()));
  }

  @OpenTo(
      value = {Role.DELEGATE, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/parallel-reports/{ref}/withdraw")
  ModelAndView withdraw(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "") String reason) {
    return to(page, reports.withdraw(own(actor, ref).id(), seen, reason, actor.account()));
  }

  @OpenTo(
      value = {Role.DELEGATE, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/parallel-reports/{ref}/discard")
  ModelAndView discard(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen) {
    reports.discard(own(actor, ref).id(), seen);
    return new ModelAndView("redirect:" + page.link("/parallel-reports/mine"));
  }

  /// What a form sends.
  record Sent(String language, String title, String text, String agrees, String interest) {

    Testimony testimony() {
      return new Testimony(said(language), said(title), said(text), said(agrees), said(interest));
    }

    private static String said(@org.jspecify.annotations.Nullable String sent) {
      return sent == null ? "" : sent;
    }
  }

  private ParallelReport own(Actor actor, String ref) {
    ParallelReport it = seen(actor, ref);
    actor.mustBeFor(it.owner(), Signatories.WRITE);
    return it;
  }

  /// That report, for those who may know of it.
  private ParallelReport seen(Actor actor, String ref) {
    ParallelReport it = reports.get(ref);
    if (!Signatories.sees(actor, it)) {
      throw Refusals.none(ref);
    }
    return it;
  }

  private ModelAndView form(
      Page page,
      Actor actor,
      Commitment of,
      Optional<ParallelReport> before,
      int seen,
      String owner,
      Testimony told,
      String reason,
      List<Fault> faults) {
    String title =
        before.isEmpty()
            ? page.words().t("review.voice.new")
            : page.words().t("review.voice.edit", "ref", before.get().ref());
    ModelAndView shown =
        page.titled(
                faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
            .under("/commitments", page.words().t("commitment.title"))
            .under("/commitments/" + of.ref(), of.told().title(), of.told().language())
            .show(
                "review/voice/form",
                new Form(
                    book(page),
                    of,
                    before,
                    seen,
                    owner,
                    told,
                    reason,
                    owners(page, actor, of),
                    faults));
    if (!faults.isEmpty()) {
      shown.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return shown;
  }

  /// For whom the reader may write of that commitment: nobody reports beside itself.
  private List<Stakeholder> owners(Page page, Actor actor, Commitment of) {
    Map<String, Stakeholder> known = stakeholders.list();
    Codebook book = book(page);
    Comparator<Stakeholder> order =
        (a, b) -> page.words().order().compare(book.voice(a), book.voice(b));
    return actor.of(Signatories.WRITE).stream()
        .filter(key -> !ParallelReports.isActor(of, key))
        .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
        .sorted(order)
        .toList();
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }

  private static ModelAndView to(Page page, ParallelReport it) {
    return new ModelAndView("redirect:" + page.link("/parallel-reports/" + it.ref()));
  }
}
