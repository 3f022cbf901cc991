package vallarta.compact.consultation.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where those who speak for a stakeholder write its submissions, find them again and hand them in.
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
class DraftPages {

  /// @param own submissions of those for whom the reader speaks
  /// @param toSign what others ask them to sign
  record Mine(Codebook book, List<Dossier> own, List<Dossier> toSign, Actor actor, Instant now) {

    /// Those that wait for an answer of the reader.
    List<Dossier> unanswered() {
      return toSign.stream()
          .filter(it ->
              it.silent().stream()
                  .anyMatch(signer -> actor.isFor(signer.it().stakeholder(), Submitters.ROLES)))
          .toList();
    }

    List<Dossier> open() {
      return own.stream().filter(it -> it.it().state().isOpen()).toList();
    }

    List<Dossier> handedIn() {
      return own.stream().filter(it -> !it.it().state().isOpen()).toList();
    }
  }

  /// @param before the submission that is changed, empty for a new one
  /// @param seen its version when the writer began
  /// @param calls to which the reader may hand in
  /// @param owners for whom the reader may write
  record Form(
      Codebook book,
      Optional<Dossier> before,
      int seen,
      List<CallPages.Open> calls,
      String consultation,
      List<Stakeholder> owners,
      String owner,
      Particulars told,
      List<Language> languages,
      List<Fault> faults,
      Instant now) {

    /// What is wrong with a field, or nothing.
    Optional<Fault> at(String field) {
      return faults.stream().filter(it -> it.field().equals(field)).findFirst();
    }
  }

  /// @param theirs as it stands now
  /// @param mine what was not written
  record Both(Codebook book, Dossier theirs, Particulars mine, List<Language> languages) {}

  private final Submissions submissions;
  private final Dossiers dossiers;
  private final Calls calls;
  private final Stakeholders stakeholders;
  private final Consultations consultations;
  private final Clock clock;

  DraftPages(
      Submissions submissions,
      Dossiers dossiers,
      Calls calls,
      Stakeholders stakeholders,
      Consultations consultations,
      Clock clock) {
    this.submissions = submissions;
    this.dossiers = dossiers;
    this.calls = calls;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
    this.clock = clock;
  }

  /// What those for whom the reader speaks have written, and what waits for them.
  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.DELEGATE,
        Role.CONTRIBUTOR
      },
      ofAny = true)
  @GetMapping("/{language}/submissions/mine")
  ModelAndView mine(Page page, Actor actor) {
    return below(page)
        .titled(page.words().t("consultation.submissions.mine"))
        .show(
            "consultation/submission/mine",
            new Mine(
                book(page), dossiers.own(actor), dossiers.toSign(actor), actor, clock.instant()));
  }

  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.DELEGATE,
        Role.CONTRIBUTOR
      },
      ofAny = true)
  @GetMapping("/{language}/submissions/new")
  ModelAndView begin(Page page, Actor actor, @RequestParam(defaultValue = "") String consultation) {
    Particulars blank =
        Particulars.of(Map.of("language", page.language().tag(), "licence", "CC BY 4.0"));
    return form(page, actor, Optional.empty(), 0, consultation, "", blank, List.of());
  }

  @OpenTo({
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  })
  @PostMapping("/{language}/submissions/new")
  ModelAndView write(Page page, Actor actor, @RequestParam Map<String, String> fields) {
    List<Stakeholder> own = owners(actor);
    String said = fields.getOrDefault("owner", "").strip();
    // Who acts for one stakeholder alone need not say which.
    String owner = said.isEmpty() && own.size() == 1 ? own.getFirst().key() : said;
    if (!owner.isEmpty()) {
      actor.mustBeFor(owner, Submitters.ROLES);
    }
    String ref = fields.getOrDefault("consultation", "");
    Particulars told = Particulars.of(fields);
    Optional<Consultation> of = consultations.find(ref).filter(it -> it.call() != null);
    List<Fault> faults =
        of.flatMap(it -> Optional.ofNullable(it.call()))
            .map(call -> submissions.faults(told, call, Optional.empty()))
            .orElseGet(() -> List.of(Fault.of("consultation", Refusals.noCall(ref))));
    if (owner.isEmpty()) {
      faults = List.of(Fault.of("owner", Refusals.unprocessable("CONS-051", "owner", Map.of())));
    }
    if (of.isEmpty() || !faults.isEmpty()) {
      return form(page, actor, Optional.empty(), 0, ref, owner, told, faults);
    }
    return to(page, submissions.draft(of.get(), owner, told, actor.account()).ref());
  }

  @GetMapping("/{language}/submissions/{ref}/edit")
  ModelAndView edit(Page page, Actor actor, @PathVariable String ref) {
    Dossier it = owned(actor, ref);
    return form(
        page,
        actor,
        Optional.of(it),
        it.it().version(),
        it.it().consultation(),
        it.it().owner(),
        it.it().told(),
        List.of());
  }

  @PostMapping("/{language}/submissions/{ref}/edit")
  ModelAndView save(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam Map<String, String> fields) {
    Dossier before = owned(actor, ref);
    Particulars told = Particulars.of(fields);
    List<Fault> faults = submissions.faults(told, call(before), Optional.of(before.it()));
    if (!faults.isEmpty()) {
      return form(
          page,
          actor,
          Optional.of(before),
          seen,
          before.it().consultation(),
          before.it().owner(),
          told,
          faults);
    }
    try {
      return to(page, submissions.edit(before.it().id(), seen, told, actor.account()).ref());
    } catch (Conflict conflict) {
      ModelAndView both =
          below(page)
              .under("/submissions/" + ref, ref)
              .named("consultation.submission.conflict", "ref", ref)
              .wide()
              .show(
                  "consultation/submission/conflict",
                  new Both(book(page), dossiers.get(ref), told, call(before).accepted()));
      both.setStatus(HttpStatus.PRECONDITION_FAILED);
      return both;
    }
  }

  @PostMapping("/{language}/submissions/{ref}/hand-in")
  ModelAndView handIn(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen) {
    submissions.handIn(mustOwn(actor, ref).it().id(), seen, actor.account());
    return new ModelAndView("redirect:" + page.link("/submissions/%s/receipt".formatted(ref)));
  }

  @OpenTo({
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  })
  @PostMapping("/{language}/submissions/{ref}/withdraw")
  ModelAndView withdraw(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen) {
    submissions.withdraw(mustOwn(actor, ref).it().id(), seen, actor.account());
    return to(page, ref);
  }

  @PostMapping("/{language}/submissions/{ref}/discard")
  ModelAndView discard(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen) {
    submissions.discard(mustOwn(actor, ref).it().id(), seen);
    return new ModelAndView("redirect:" + page.link("/submissions/mine"));
  }

  private ModelAndView form(
      Page page,
      Actor actor,
      Optional<Dossier> before,
      int seen,
      String consultation,
      String owner,
      Particulars told,
      List<Fault> faults) {
    List<Stakeholder> owners = owners(actor);
    List<CallPages.Open> open = open(owners);
    String title =
        page.words()
            .t(before.isEmpty() ? "consultation.submission.new" : "consultation.submission.edit");
    ModelAndView shown =
        below(page)
            .titled(
                faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
            .show(
                "consultation/submission/form",
                new Form(
                    book(page),
                    before,
                    seen,
                    open,
                    consultation,
                    owners,
                    owner,
                    told,
                    before
                        .map(DraftPages::call)
                        .map(Consultation.Call::accepted)
                        .orElseGet(() -> languages(open, consultation)),
                    faults,
                    clock.instant()));
    if (!faults.isEmpty()) {
      shown.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return shown;
  }

  /// Where one of these can hand in, with the latest deadline that holds for one of them.
  private List<CallPages.Open> open(List<Stakeholder> owners) {
    List<CallPages.Open> open = new ArrayList<>();
    for (Consultation it : consultations.holdings().consultations()) {
      owners.stream()
          .filter(own -> calls.isOpen(it, own.key()))
          .flatMap(own -> calls.deadline(it, own.key()).stream())
          .max(Comparator.comparing(due -> due.at().toInstant()))
          .ifPresent(due -> open.add(new CallPages.Open(it, due)));
    }
    return open;
  }

  /// Those of the chosen consultation, else all that one of them accepts.
  private static List<Language> languages(List<CallPages.Open> open, String consultation) {
    List<Language> all =
        open.stream()
            .map(CallPages.Open::consultation)
            .filter(it -> consultation.isEmpty() || it.ref().equals(consultation))
            .flatMap(it -> Optional.ofNullable(it.call()).stream())
            .flatMap(it -> it.accepted().stream())
            .distinct()
            .sorted()
            .toList();
    return all.isEmpty() ? Language.list() : all;
  }

  private static Consultation.Call call(Dossier of) {
    Consultation.Call call = of.consultation().call();
    if (call == null) {
      throw Refusals.noCall(of.consultation().ref());
    }
    return call;
  }

  private Dossier mustOwn(Actor actor, String ref) {
    Dossier it = dossiers.get(actor, ref);
    actor.mustBeFor(it.it().owner(), Submitters.ROLES);
    return it;
  }

  private Dossier owned(Actor actor, String ref) {
    Dossier it = mustOwn(actor, ref);
    if (!it.it().state().isOpen()) {
      throw Refusals.state(it.it());
    }
    return it;
  }

  private List<Stakeholder> owners(Actor actor) {
    Map<String, Stakeholder> all = stakeholders.list();
    return actor.of(Submitters.ROLES).stream()
        .sorted()
        .flatMap(key -> Optional.ofNullable(all.get(key)).stream())
        .toList();
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }

  static Page below(Page page) {
    return page.under("/consultations", page.words().t("consultation.consultations.title"))
        .under("/submissions", page.words().t("consultation.submissions.title"));
  }

  static ModelAndView to(Page page, String ref) {
    return new ModelAndView("redirect:" + page.link("/submissions/" + ref));
  }
}
