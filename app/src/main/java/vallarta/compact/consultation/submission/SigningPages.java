package vallarta.compact.consultation.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limits;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where the owner of a submission asks others to sign it, and where they answer, each for itself.
@Controller
@OpenTo(
    value = {
      Role.MAIN_FOCAL_POINT,
      Role.ALTERNATE_FOCAL_POINT,
      Role.VALIDATING_FOCAL_POINT,
      Role.DELEGATE,
      Role.CONTRIBUTOR
    },
    unseen = true)
class SigningPages {

  /// One that is asked.
  ///
  /// @param mute whether nobody speaks for it at present, so that it cannot answer
  record Asked(Dossier.Signer signer, boolean mute) {}

  /// @param others whom the owner can still ask
  record Asking(
      Codebook book,
      Dossier dossier,
      List<Asked> asked,
      List<Stakeholder> others,
      Optional<Fault> wrong) {}

  /// @param mine those of the asked for which the reader speaks
  record Signing(Codebook book, Dossier dossier, List<Dossier.Signer> mine, Instant now) {}

  private final CoSigning cosigning;
  private final Dossiers dossiers;
  private final Stakeholders stakeholders;
  private final Mandates mandates;
  private final Consultations consultations;
  private final Limits limits;
  private final Clock clock;

  SigningPages(
      CoSigning cosigning,
      Dossiers dossiers,
      Stakeholders stakeholders,
      Mandates mandates,
      Consultations consultations,
      Limits limits,
      Clock clock) {
    this.cosigning = cosigning;
    this.dossiers = dossiers;
    this.stakeholders = stakeholders;
    this.mandates = mandates;
    this.consultations = consultations;
    this.limits = limits;
    this.clock = clock;
  }

  @GetMapping("/{language}/submissions/{ref}/cosignatories")
  ModelAndView cosignatories(Page page, Actor actor, @PathVariable String ref) {
    return asking(page, owned(actor, ref), Optional.empty());
  }

  /// @param act `ask` or `remove`
  @PostMapping("/{language}/submissions/{ref}/cosignatories")
  ModelAndView change(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String stakeholder,
      @RequestParam(defaultValue = "ask") String act) {
    Dossier it = owned(actor, ref);
    try {
      if (act.equals("remove")) {
        cosigning.unask(it.it().id(), stakeholder);
      } else {
        // Each question sends mails.
        Duration wait = limits.take(Allowance.FORM, "account " + actor.account());
        if (!wait.isZero()) {
          throw Refusals.tooOften(wait.toMinutes() + 1);
        }
        cosigning.ask(it.it().id(), stakeholder);
      }
    } catch (DomainFailure failure) {
      ModelAndView again =
          asking(page, dossiers.get(ref), Optional.of(Fault.of("stakeholder", failure)));
      again.setStatus(failure.status());
      return again;
    }
    return new ModelAndView(
        "redirect:" + page.link("/submissions/%s/cosignatories".formatted(ref)));
  }

  /// What a stakeholder is asked to sign.
  @GetMapping("/{language}/submissions/{ref}/sign")
  ModelAndView sign(Page page, Actor actor, @PathVariable String ref) {
    Dossier it = dossiers.get(actor, ref);
    List<Dossier.Signer> mine =
        it.signers().stream()
            .filter(signer -> actor.isFor(signer.it().stakeholder(), Submitters.ROLES))
            .toList();
    if (mine.isEmpty()) {
      // Nobody learns of a draft by trying its address.
      throw Refusals.none(ref);
    }
    return DraftPages.below(page)
        .under("/submissions/mine", page.words().t("consultation.submissions.mine"))
        .titled(page.words().t("consultation.submission.sign.title"))
        .show("consultation/submission/sign", new Signing(book(page), it, mine, clock.instant()));
  }

  /// Confirms or declines for one stakeholder, by one who speaks for it.
  ///
  /// @param seen hash of the file that the reader saw
  @PostMapping("/{language}/submissions/{ref}/sign")
  ModelAndView answer(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String stakeholder,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String seen) {
    Submission it = dossiers.get(actor, ref).it();
    actor.mustBeFor(stakeholder, Submitters.ROLES);
    cosigning.answer(
        it.id(),
        stakeholder,
        answer.equals("confirm") ? CoSignatory.Answer.CONFIRMED : CoSignatory.Answer.DECLINED,
        seen,
        actor.account());
    return new ModelAndView("redirect:" + page.link("/submissions/%s/sign".formatted(ref)));
  }

  private ModelAndView asking(Page page, Dossier it, Optional<Fault> wrong) {
    Codebook book = book(page);
    Instant now = clock.instant();
    List<Asked> asked =
        it.signers().stream()
            .map(signer -> new Asked(signer, isMute(signer.it().stakeholder(), now)))
            .toList();
    List<Stakeholder> others =
        stakeholders.list().values().stream()
            .filter(Stakeholder::isKnown)
            .filter(known -> !known.key().equals(it.it().owner()))
            .filter(known -> it.it().cosignatory(known.key()).isEmpty())
            .sorted(Comparator.comparing(book::voice, page.words().order()))
            .toList();
    String title = page.words().t("consultation.cosignatories");
    return DraftPages.below(page)
        .under("/submissions/" + it.it().ref(), it.it().ref())
        .titled(wrong.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .show("consultation/submission/cosignatories", new Asking(book, it, asked, others, wrong));
  }

  private boolean isMute(String stakeholder, Instant now) {
    return mandates.ofStakeholder(stakeholder).stream()
        .noneMatch(it -> it.holdsAt(now) && List.of(Submitters.ROLES).contains(it.role()));
  }

  private Dossier owned(Actor actor, String ref) {
    Dossier it = dossiers.get(actor, ref);
    actor.mustBeFor(it.it().owner(), Submitters.ROLES);
    if (!it.it().state().isOpen()) {
      throw Refusals.state(it.it());
    }
    return it;
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }
}
