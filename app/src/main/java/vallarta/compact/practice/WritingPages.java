package vallarta.compact.practice;

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
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.practice.Library.Item;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where a stakeholder writes its practices, and the secretariat publishes them.
@Controller
class WritingPages {

  /// @param before the draft that is edited, empty for a new one
  /// @param seen its version when the writer began
  /// @param owners for whom the reader may write
  /// @param talks sessions of the lab
  /// @param faults what is wrong with what was sent
  record Form(
      Codebook book,
      Optional<Practice> before,
      int seen,
      Telling told,
      List<Stakeholder> owners,
      List<Session> talks,
      List<Fault> faults) {

    /// What is wrong with a field, or nothing.
    Optional<Fault> at(String field) {
      return faults.stream().filter(it -> it.field().equals(field)).findFirst();
    }
  }

  /// @param decides whether the reader publishes
  record Drafts(Codebook book, List<Item> items, boolean decides) {}

  private final Practices practices;
  private final Library library;
  private final Stakeholders stakeholders;
  private final Talks talks;
  private final Consultations consultations;

  WritingPages(
      Practices practices,
      Library library,
      Stakeholders stakeholders,
      Talks talks,
      Consultations consultations) {
    this.practices = practices;
    this.library = library;
    this.stakeholders = stakeholders;
    this.talks = talks;
    this.consultations = consultations;
  }

  /// What waits to be published: to the secretariat all of it, to others their own.
  @OpenTo(
      value = {
        Role.SECRETARIAT,
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.DELEGATE,
        Role.CONTRIBUTOR
      },
      ofAny = true)
  @GetMapping("/{language}/practices/drafts")
  ModelAndView drafts(Page page, Actor actor) {
    List<Practice> seen =
        practices.list().stream()
            .filter(it -> !it.isPublic() && Writers.sees(actor, it))
            .sorted(Comparator.comparing(Practice::state).thenComparing(Practice::id))
            .toList();
    return page.named("practice.drafts.title")
        .under("/practices", page.words().t("practice.title"))
        .show(
            "practice/drafts",
            new Drafts(book(page), library.items(seen).toList(), actor.is(Role.SECRETARIAT)));
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
  @GetMapping("/{language}/practices/new")
  ModelAndView begin(Page page, Actor actor, @RequestParam(defaultValue = "") String session) {
    List<Stakeholder> owners = owners(actor);
    String owner = owners.isEmpty() ? "" : owners.getFirst().key();
    Telling blank = Telling.blank(owner, page.language().tag(), session);
    return form(page, actor, Optional.empty(), 0, blank, List.of());
  }

  @OpenTo({
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  })
  @PostMapping("/{language}/practices/new")
  ModelAndView write(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam MultiValueMap<String, String> fields) {
    // Who acts for one stakeholder alone need not say which.
    List<Stakeholder> own = owners(actor);
    String of = owner.isBlank() && own.size() == 1 ? own.getFirst().key() : owner.strip();
    if (!of.isEmpty()) {
      actor.mustBeFor(of, Writers.ROLES);
    }
    Telling told = Telling.of(of, fields);
    List<Fault> faults = practices.faults(told);
    return faults.isEmpty()
        ? to(page, practices.draft(told, actor.account()))
        : form(page, actor, Optional.empty(), 0, told, faults);
  }

  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.DELEGATE,
        Role.CONTRIBUTOR
      },
      unseen = true)
  @GetMapping("/{language}/practices/{ref}/edit")
  ModelAndView edit(Page page, Actor actor, @PathVariable String ref) {
    Practice it = owned(actor, ref);
    return form(page, actor, Optional.of(it), it.version(), it.told(), List.of());
  }

  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.DELEGATE,
        Role.CONTRIBUTOR
      },
      unseen = true)
  @PostMapping("/{language}/practices/{ref}/edit")
  ModelAndView save(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam MultiValueMap<String, String> fields) {
    Practice before = owned(actor, ref);
    Telling told = Telling.of(before.told().owner(), fields);
    List<Fault> faults = practices.faults(told);
    return faults.isEmpty()
        ? to(page, practices.edit(before, seen, told, actor.account()))
        : form(page, actor, Optional.of(before), seen, told, faults);
  }

  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/practices/{ref}/publish")
  ModelAndView publish(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen) {
    return to(page, practices.publish(practices.get(ref), seen, actor.account()));
  }

  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/practices/{ref}/withdraw")
  ModelAndView withdraw(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "") String reason) {
    return to(page, practices.withdraw(practices.get(ref), seen, reason, actor.account()));
  }

  private Practice owned(Actor actor, String ref) {
    Practice it = Writers.seen(actor, practices.get(ref));
    actor.mustBeFor(it.told().owner(), Writers.ROLES);
    if (it.state() != Practice.State.DRAFT) {
      throw Practices.noDraft(ref);
    }
    return it;
  }

  private ModelAndView form(
      Page page,
      Actor actor,
      Optional<Practice> before,
      int seen,
      Telling told,
      List<Fault> faults) {
    String title = page.words().t(before.isEmpty() ? "practice.new" : "practice.edit");
    ModelAndView shown =
        page.titled(
                faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
            .under("/practices", page.words().t("practice.title"))
            .show(
                "practice/form",
                new Form(book(page), before, seen, told, owners(actor), talks.list(), faults));
    if (!faults.isEmpty()) {
      shown.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return shown;
  }

  private List<Stakeholder> owners(Actor actor) {
    Map<String, Stakeholder> all = stakeholders.list();
    return actor.of(Writers.ROLES).stream()
        .sorted()
        .flatMap(key -> Optional.ofNullable(all.get(key)).stream())
        .toList();
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }

  private static ModelAndView to(Page page, Practice it) {
    return new ModelAndView("redirect:" + page.link("/practices/" + it.ref()));
  }
}
