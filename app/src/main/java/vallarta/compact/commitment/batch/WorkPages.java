package vallarta.compact.commitment.batch;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToSignedIn;
import vallarta.compact.access.Role;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.CommitmentFilter;
import vallarta.compact.commitment.CommitmentRegister;
import vallarta.compact.commitment.CommitmentRegister.Reach;
import vallarta.compact.commitment.Hands;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Paging;

/// Daily work on the list of commitments: select, say what is to change, see what would, and let it
/// run. Whoever writes for a body changes its own; the secretariat changes codes, of what is
/// published, and nothing else.
@Controller
class WorkPages {

  private static final int PER_PAGE = 50;
  private static final int MOST_SHOWN = 50;
  private static final int RENEW_SECONDS = 2;

  /// @param owner whose they are, or empty for all that are published
  /// @param owners for whom the reader may write
  /// @param ticked references whose boxes are ticked
  /// @param all whether all that match are chosen
  record Work(
      Codebook book,
      String owner,
      List<Stakeholder> owners,
      Filters filters,
      CommitmentFilter filter,
      Paging paging,
      List<Commitment> shown,
      Set<String> ticked,
      boolean all,
      Edit edit,
      List<Boxes> boxes,
      List<SavedViews.SavedView> views,
      List<Fault> faults) {}

  /// @param asksWhy whether a reason is needed
  record Shown(
      String owner,
      Selection selection,
      Edit edit,
      Batches.Preview preview,
      List<Difference> differences,
      boolean asksWhy) {}

  private final Batches batches;
  private final SavedViews views;
  private final CommitmentRegister register;
  private final Stakeholders stakeholders;
  private final Consultations consultations;
  private final Framework framework;

  WorkPages(
      Batches batches,
      SavedViews views,
      CommitmentRegister register,
      Stakeholders stakeholders,
      Consultations consultations,
      Framework framework) {
    this.batches = batches;
    this.views = views;
    this.register = register;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
    this.framework = framework;
  }

  @OpenTo(
      value = {
        Role.SECRETARIAT,
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR
      },
      ofAny = true)
  @GetMapping("/{language}/commitments/work")
  ModelAndView work(
      Page page,
      Actor actor,
      @RequestParam Map<String, String> parameters,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(name = "page", defaultValue = "1") int number,
      @RequestParam(defaultValue = "") String tick) {
    String whose = owner.isEmpty() && !actor.is(Role.SECRETARIAT) ? first(actor) : owner;
    Selection selection =
        new Selection(CommitmentFilter.of(parameters), List.of(), tick.equals("all"), 0);
    Edit nothing = Edit.of(new LinkedMultiValueMap<>());
    return show(
        page,
        actor,
        whose(actor, whose),
        selection,
        number,
        tick.equals("page"),
        nothing,
        List.of());
  }

  /// Shows what would change; or lets it run.
  ///
  /// @param act `preview` or `run`
  /// @param owner whose they are; nobody's in particular for the secretariat
  @OpenTo({
    Role.SECRETARIAT,
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.CONTRIBUTOR
  })
  @PostMapping("/{language}/commitments/work")
  ModelAndView change(
      Page page,
      Actor actor,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam(defaultValue = "preview") String act,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String reason) {
    String whose = whose(actor, owner);
    Reach reach = reach(actor, whose);
    Edit edit = Edit.of(fields);
    if (whose.isEmpty() && !edit.isOfCodesOnly()) {
      throw new DomainFailure(
          "COMM-128", "commitment.batch.failure.codes-only", Map.of(), HttpStatus.FORBIDDEN);
    }
    Selection selection = selection(fields);
    List<Fault> faults = batches.faults(edit);
    if (!faults.isEmpty()) {
      return show(page, actor, whose, selection, 1, false, edit, faults);
    }
    List<Long> numbers = batches.numbers(selection, reach);
    if (act.equals("run")) {
      long id = batches.start(whose, numbers, edit, reason, actor.account());
      return new ModelAndView("redirect:" + page.link("/commitments/batches/" + id));
    }
    Batches.Preview preview = batches.preview(numbers, edit);
    List<Difference> differences =
        preview.changes().stream().limit(MOST_SHOWN).map(Difference::of).toList();
    return above(page.named("commitment.batch.preview"))
        .show(
            "commitment/batch/preview",
            new Shown(whose, selection, edit, preview, differences, preview.open() > 0));
  }

  @OpenTo(
      value = {
        Role.SECRETARIAT,
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR
      },
      unseen = true)
  @GetMapping("/{language}/commitments/batches/{id}")
  ModelAndView batch(Page page, Actor actor, @PathVariable long id, HttpServletResponse response) {
    Batch batch = own(actor, id);
    if (batch.isGoingOn()) {
      response.setHeader("Refresh", Integer.toString(RENEW_SECONDS));
    }
    return above(page.named("commitment.batch.one", "id", id))
        .show("commitment/batch/batch", batch);
  }

  @OpenTo(
      value = {
        Role.SECRETARIAT,
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR
      },
      unseen = true)
  @PostMapping("/{language}/commitments/batches/{id}/stop")
  ModelAndView stop(Page page, Actor actor, @PathVariable long id) {
    batches.stop(own(actor, id));
    return new ModelAndView("redirect:" + page.link("/commitments/batches/" + id));
  }

  @OpenToSignedIn
  @PostMapping("/{language}/commitments/views")
  ModelAndView save(
      Page page,
      Actor actor,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "") String name) {
    CommitmentFilter filter = CommitmentFilter.of(fields);
    views.save(actor.account(), name, filter);
    return new ModelAndView(
        "redirect:"
            + page.link("/commitments/work", Filter.namesAndValues(Filter.address(filter))));
  }

  @OpenToSignedIn
  @PostMapping("/{language}/commitments/views/{id}/remove")
  ModelAndView remove(Page page, Actor actor, @PathVariable long id) {
    views.remove(actor.account(), id);
    return new ModelAndView("redirect:" + page.link("/commitments/work"));
  }

  /// A batch edit, for whoever writes for its owner, and for the secretariat.
  private Batch own(Actor actor, long id) {
    return batches
        .find(id)
        .filter(it -> actor.is(Role.SECRETARIAT) || actor.isFor(it.owner(), Hands.WRITE))
        .orElseThrow(() ->
            new DomainFailure(
                "COMM-129", "commitment.batch.failure.no-batch", Map.of(), HttpStatus.NOT_FOUND));
  }

  /// Whose commitments the reader works on: empty for the secretariat, which works on all.
  private static String whose(Actor actor, String owner) {
    boolean forAll = actor.is(Role.SECRETARIAT) && !actor.isFor(owner, Hands.WRITE);
    return forAll ? "" : Hands.whose(actor, owner);
  }

  private static String first(Actor actor) {
    return actor.of(Hands.WRITE).stream().sorted().findFirst().orElse("");
  }

  private static Reach reach(Actor actor, String owner) {
    return owner.isEmpty() ? Reach.PUBLISHED : new Reach(owner, actor.isFor(owner, Hands.BIND));
  }

  private static Selection selection(MultiValueMap<String, String> fields) {
    String expected = Optional.ofNullable(fields.getFirst("expected")).orElse("");
    return new Selection(
        CommitmentFilter.of(fields.toSingleValueMap()),
        fields.getOrDefault("pick", List.of()),
        "true".equals(fields.getFirst("all")),
        expected.matches("[0-9]{1,9}") ? Integer.parseInt(expected) : 0);
  }

  private ModelAndView show(
      Page page,
      Actor actor,
      String owner,
      Selection selection,
      int number,
      boolean tick,
      Edit edit,
      List<Fault> faults) {
    List<Long> ids = register.numbers(selection.filter(), reach(actor, owner));
    Paging paging = Paging.of(number, PER_PAGE, ids.size());
    List<Commitment> shown = register.list(paging.of(ids));
    Set<String> ticked = new HashSet<>(selection.picked());
    if (tick) {
      shown.forEach(it -> ticked.add(it.ref()));
    }
    Codebook book = new Codebook(consultations.holdings().thesaurus(), page.words());
    String title = page.words().t("commitment.batch.title");
    ModelAndView view =
        page.titled(
                faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
            .under("/commitments", page.words().t("commitment.title"))
            .wide()
            .show(
                "commitment/batch/work",
                new Work(
                    book,
                    owner,
                    owners(actor),
                    selection.filter().form(page, book, framework),
                    selection.filter(),
                    paging,
                    shown,
                    ticked,
                    selection.all(),
                    edit,
                    Boxes.of(book, framework, edit),
                    views.of(actor.account()),
                    faults));
    if (!faults.isEmpty()) {
      view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return view;
  }

  private List<Stakeholder> owners(Actor actor) {
    Map<String, Stakeholder> all = stakeholders.list();
    List<Stakeholder> owners = new ArrayList<>();
    actor.of(Hands.WRITE).stream()
        .sorted()
        .forEach(key -> Optional.ofNullable(all.get(key)).ifPresent(owners::add));
    return owners;
  }

  private static Page above(Page page) {
    return page.under("/commitments", page.words().t("commitment.title"))
        .under("/commitments/work", page.words().t("commitment.batch.title"));
  }
}
