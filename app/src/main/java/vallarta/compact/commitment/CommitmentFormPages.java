package vallarta.compact.commitment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where an owner drafts a commitment, sees what keeps it from being measured, publishes, changes
/// and withdraws it; and where those asked to join confirm or decline.
@Controller
class CommitmentFormPages {

  /// @param before what is edited, empty for a new one
  /// @param seen its version when the writer began
  /// @param owners for whom the reader may write
  /// @param others who may be asked to undertake it too
  /// @param more empty rows shown for further parts
  record Form(
      Codebook book,
      Framework framework,
      Optional<Commitment> before,
      int seen,
      String owner,
      Typed typed,
      List<Stakeholder> owners,
      List<Stakeholder> others,
      int more,
      List<Fault> faults) {}

  /// @param waiting those that wait for the reader's answer
  record Mine(Codebook book, List<Commitment> drafts, List<Commitment> waiting) {}

  private final Drafts drafts;
  private final Stakeholders stakeholders;
  private final Consultations consultations;
  private final Framework framework;

  CommitmentFormPages(
      Drafts drafts, Stakeholders stakeholders, Consultations consultations, Framework framework) {
    this.drafts = drafts;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
    this.framework = framework;
  }

  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR
      },
      ofAny = true)
  @GetMapping("/{language}/commitments/drafts")
  ModelAndView mine(Page page, Actor actor) {
    return page.named("commitment.drafts.title")
        .under("/commitments", page.words().t("commitment.title"))
        .show(
            "commitment/drafts",
            new Mine(
                book(page),
                drafts.of(List.copyOf(actor.of(Hands.WRITE))),
                drafts.waitingFor(List.copyOf(actor.of(Hands.BIND)))));
  }

  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR
      },
      ofAny = true)
  @GetMapping("/{language}/commitments/new")
  ModelAndView form(Page page, Actor actor, @RequestParam(defaultValue = "") String source) {
    Typed typed = Typed.blank(page.language().tag());
    typed.values().add("sources", source);
    return show(page, actor, Optional.empty(), 0, "", typed, 1, List.of());
  }

  @OpenTo({
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.CONTRIBUTOR
  })
  @PostMapping("/{language}/commitments/new")
  ModelAndView draft(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "save") String act,
      @RequestParam MultiValueMap<String, String> values) {
    String whose = owner.isEmpty() ? onlyOne(actor) : owner;
    actor.mustBeFor(whose, Hands.WRITE);
    Typed typed = new Typed(values);
    if (act.equals("more")) {
      return show(page, actor, Optional.empty(), 0, whose, typed, 3, List.of());
    }
    UndertakingReader reader = new UndertakingReader(typed);
    Undertaking told = reader.read();
    List<Fault> faults = faults(reader, told, false);
    if (!faults.isEmpty()) {
      return show(page, actor, Optional.empty(), 0, whose, typed, 1, faults);
    }
    return to(page, drafts.draft(whose, told, reader.with(), actor.account()));
  }

  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR
      },
      unseen = true)
  @GetMapping("/{language}/commitments/{ref}/edit")
  ModelAndView edit(Page page, Actor actor, @PathVariable String ref) {
    Commitment it = editable(actor, ref);
    return show(
        page,
        actor,
        Optional.of(it),
        it.version(),
        it.owner().key(),
        Typed.of(it.told(), Drafts.with(it)),
        1,
        List.of());
  }

  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR
      },
      unseen = true)
  @PostMapping("/{language}/commitments/{ref}/edit")
  ModelAndView change(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam int seen,
      @RequestParam(defaultValue = "save") String act,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam MultiValueMap<String, String> values) {
    Commitment it = editable(actor, ref);
    if (it.isPublic()) {
      actor.mustBeFor(it.owner().key(), Hands.BIND);
    }
    Typed typed = new Typed(values);
    if (act.equals("more")) {
      return show(page, actor, Optional.of(it), seen, it.owner().key(), typed, 3, List.of());
    }
    UndertakingReader reader = new UndertakingReader(typed);
    Undertaking told = reader.read();
    List<Fault> faults = faults(reader, told, it.historical() || it.isPublic());
    if (it.isPublic() && reason.isBlank()) {
      faults.add(Fault.of("reason", "COMM-004", "commitment.failure.why", "ref", ref));
    }
    if (it.version() != seen) {
      faults.addFirst(Fault.of("seen", "COMM-002", "commitment.failure.changed", "ref", ref));
    }
    if (!faults.isEmpty()) {
      ModelAndView again =
          show(page, actor, Optional.of(it), seen, it.owner().key(), typed, 1, faults);
      if (it.version() != seen) {
        again.setStatus(HttpStatus.PRECONDITION_FAILED);
      }
      return again;
    }
    return to(page, drafts.change(it, seen, told, reader.with(), reason, actor.account()));
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR},
      unseen = true)
  @PostMapping("/{language}/commitments/{ref}/publish")
  ModelAndView publish(Page page, Actor actor, @PathVariable String ref, @RequestParam int seen) {
    return to(page, drafts.publish(own(actor, ref, Hands.BIND), seen, actor.account()));
  }

  @OpenTo({Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/commitments/{ref}/withdraw")
  ModelAndView withdraw(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam int seen,
      @RequestParam(defaultValue = "") String reason) {
    return to(page, drafts.withdraw(own(actor, ref, Hands.BIND), seen, reason, actor.account()));
  }

  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR
      },
      unseen = true)
  @PostMapping("/{language}/commitments/{ref}/discard")
  ModelAndView discard(Page page, Actor actor, @PathVariable String ref, @RequestParam int seen) {
    drafts.discard(own(actor, ref, Hands.WRITE), seen);
    return new ModelAndView("redirect:" + page.link("/commitments/drafts"));
  }

  /// @param stakeholder in whose name the reader answers
  @OpenTo({Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/commitments/{ref}/answer")
  ModelAndView answer(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam String stakeholder,
      @RequestParam String answer) {
    Commitment it = seen(actor, ref);
    actor.mustBeFor(stakeholder, Hands.BIND);
    return to(page, drafts.answer(it, stakeholder, answer.equals("confirm"), actor.account()));
  }

  private List<Fault> faults(UndertakingReader reader, Undertaking told, boolean historical) {
    List<Fault> faults = new ArrayList<>(reader.faults());
    faults.addAll(drafts.faults(told, reader.with(), historical));
    return faults;
  }

  /// The one of that reference, for whoever acts for its owner; nobody else learns of a draft.
  private Commitment own(Actor actor, String ref, Role... roles) {
    Commitment it = seen(actor, ref);
    actor.mustBeFor(it.owner().key(), roles);
    return it;
  }

  /// @throws DomainFailure when it was withdrawn: it stays as it was
  private Commitment editable(Actor actor, String ref) {
    Commitment it = own(actor, ref, Hands.WRITE);
    if (it.state() == Commitment.State.WITHDRAWN) {
      throw new DomainFailure(
          "COMM-003", "commitment.failure.state", Map.of("ref", ref), HttpStatus.CONFLICT);
    }
    return it;
  }

  private Commitment seen(Actor actor, String ref) {
    Commitment it = drafts.get(ref);
    if (!Hands.sees(actor, it)) {
      throw Commitments.missing(ref);
    }
    return it;
  }

  private static String onlyOne(Actor actor) {
    return actor.of(Hands.WRITE).stream()
        .collect(
            java.util.stream.Collectors.collectingAndThen(
                java.util.stream.Collectors.toList(),
                of -> {
                  if (of.size() != 1) {
                    throw new DomainFailure(
                        "COMM-033",
                        "commitment.failure.owner",
                        Map.of(),
                        HttpStatus.UNPROCESSABLE_ENTITY);
                  }
                  return of.getFirst();
                }));
  }

  private ModelAndView show(
      Page page,
      Actor actor,
      Optional<Commitment> before,
      int seen,
      String owner,
      Typed typed,
      int more,
      List<Fault> faults) {
    String title =
        before
            .map(it -> page.words().t("commitment.edit", "ref", it.ref()))
            .orElse(page.words().t("commitment.new"));
    Codebook book = book(page);
    Comparator<Stakeholder> order =
        (a, b) -> page.words().order().compare(book.voice(a), book.voice(b));
    Map<String, Stakeholder> known = stakeholders.list();
    ModelAndView shown =
        page.titled(
                faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
            .under("/commitments", page.words().t("commitment.title"))
            .show(
                "commitment/form",
                new Form(
                    book,
                    framework,
                    before,
                    seen,
                    owner,
                    typed,
                    actor.of(Hands.WRITE).stream()
                        .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
                        .sorted(order)
                        .toList(),
                    known.values().stream()
                        .filter(it -> it.isKnown() && !it.key().equals(owner))
                        .sorted(order)
                        .toList(),
                    more,
                    faults));
    if (!faults.isEmpty()) {
      shown.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return shown;
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }

  private static ModelAndView to(Page page, Commitment it) {
    return new ModelAndView("redirect:" + page.link("/commitments/" + it.ref()));
  }
}
