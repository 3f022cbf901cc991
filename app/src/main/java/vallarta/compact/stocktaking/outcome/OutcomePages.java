package vallarta.compact.stocktaking.outcome;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.coding.Concept;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.language.Language;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Field;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Wrong;

/// Proposed commitments and their means: for everybody to read, and for those who serve the session
/// that proposes them to write.
@Controller
class OutcomePages {

  /// @param invented references of points of the demonstration's own meetings
  record All(Codebook book, List<Proposal> proposals, Set<String> invented) {

    boolean isInvented(Proposal it) {
      return it.points().stream().anyMatch(invented::contains);
    }
  }

  /// @param answers the points that it answers
  /// @param writes whether the reader serves the session
  /// @param fields what was entered and could not be taken
  /// @param thread what it comes from and what came of it, as a later stage tells it
  record One(
      Codebook book,
      Proposal it,
      List<Published> answers,
      boolean writes,
      Map<String, String> fields,
      Wrong wrong,
      Content history,
      Content thread) {

    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  /// A proposal that could not be taken.
  record Proposed(Codebook book, Published point, String text, String frame, Wrong wrong) {}

  /// @param writes whether the reader serves the session of the point
  record OfPoint(Codebook book, Published point, List<Proposal> proposals, boolean writes) {}

  private static final Map<String, String> FIELDS =
      Map.of(
          "STOC-033", "reason",
          "STOC-034", "amount",
          "STOC-035", "text",
          "STOC-036", "text");

  private final Outcomes outcomes;
  private final PublishedPoints points;
  private final Meetings meetings;
  private final Consultations consultations;
  private final Fragments fragments;

  OutcomePages(
      Outcomes outcomes,
      PublishedPoints points,
      Meetings meetings,
      Consultations consultations,
      Fragments fragments) {
    this.outcomes = outcomes;
    this.points = points;
    this.meetings = meetings;
    this.consultations = consultations;
    this.fragments = fragments;
  }

  @OpenToAll
  @GetMapping("/{language}/outcomes")
  ModelAndView outcomes(Page page) {
    return page.named("stocktaking.outcomes.title")
        .data(Format.CSV, Format.JSON)
        .show("stocktaking/outcome/outcomes", new All(book(page), outcomes.list(), invented()));
  }

  @OpenToAll
  @GetMapping({"/{language}/outcomes.csv", "/{language}/outcomes.json"})
  ResponseEntity<byte[]> outcomes(Page page, Format format) {
    return Download.of(format, OutcomeSheets.outcomes(outcomes.list()));
  }

  @OpenToAll
  @GetMapping("/{language}/outcomes/{ref}")
  ModelAndView outcome(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Proposal it = outcomes.get(ref);
    return show(page, actor, it, Map.of(), Wrong.NOTHING, request, response);
  }

  private ModelAndView show(
      Page page,
      Actor actor,
      Proposal it,
      Map<String, String> fields,
      Wrong wrong,
      HttpServletRequest request,
      HttpServletResponse response) {
    String title = page.words().t("stocktaking.outcome.title", "ref", it.ref());
    return page.titled(wrong.title(page.words(), title))
        .under("/outcomes", page.words().t("stocktaking.outcomes.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "stocktaking/outcome/outcome",
            new One(
                book(page),
                it,
                it.points().stream().flatMap(p -> points.find(p).stream()).toList(),
                serves(actor, it.session()),
                fields,
                wrong,
                fragments.at(
                    request, response, page.link("/record/objects/%s/line".formatted(it.ref()))),
                fragments.at(request, response, page.link("/thread/" + it.ref()))));
  }

  @OpenToAll
  @GetMapping({"/{language}/outcomes/{ref}.csv", "/{language}/outcomes/{ref}.json"})
  ResponseEntity<byte[]> outcome(Page page, @PathVariable String ref, Format format) {
    return Download.of(format, OutcomeSheets.means(outcomes.get(ref)));
  }

  /// What came of a point, as a part of its page.
  @OpenToAll
  @GetMapping("/{language}/points/{ref}/outcomes")
  ModelAndView ofPoint(Page page, Actor actor, @PathVariable String ref) {
    Published point = points.find(ref).orElseThrow(() -> notPublished(ref));
    return page.show(
        "stocktaking/outcome/ofpoint",
        new OfPoint(
            book(page),
            point,
            outcomes.ofPoint(point.kept().point()),
            serves(actor, point.session())));
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/sessions/{session}/outcomes")
  ModelAndView propose(
      Page page,
      Actor actor,
      @PathVariable String session,
      @RequestParam List<String> point,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "en") String language,
      @RequestParam(defaultValue = "") String dimension,
      @RequestParam(defaultValue = "") String frame) {
    actor.mustBeFor(session, Role.RAPPORTEUR, Role.MODERATOR);
    try {
      Proposal made =
          outcomes.propose(
              meetings.session(session),
              point,
              text,
              Field.oneOf(Language.list(), Language::tag, language).tag(),
              dimension.isEmpty() ? "" : dimension(dimension),
              frame,
              actor.account());
      return back(page, made);
    } catch (DomainFailure failure) {
      Optional<Published> answered =
          point.stream().findFirst().flatMap(points::find).filter(it -> it.isFinal());
      if (answered.isEmpty()) {
        throw failure;
      }
      Wrong wrong = Wrong.of(failure, page.words(), FIELDS);
      String title = page.words().t("stocktaking.outcome.propose");
      ModelAndView again =
          page.titled(wrong.title(page.words(), title))
              .under("/points", page.words().t("stocktaking.points.title"))
              .show(
                  "stocktaking/outcome/proposed",
                  new Proposed(book(page), answered.get(), text, frame, wrong));
      again.setStatus(failure.status());
      return again;
    }
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/outcomes/{ref}")
  ModelAndView change(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam int seen,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String frame,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "save") String act,
      HttpServletRequest request,
      HttpServletResponse response) {
    Proposal it = owned(actor, ref);
    try {
      return back(
          page,
          act.equals("withdraw")
              ? outcomes.withdraw(it, seen, reason, actor.account())
              : outcomes.change(it, seen, text, frame, actor.account()));
    } catch (DomainFailure failure) {
      Map<String, String> fields = Map.of("text", text, "frame", frame, "reason", reason);
      return again(page, actor, it, fields, failure, request, response);
    }
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/outcomes/{ref}/means")
  ModelAndView means(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam String direction,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String period,
      HttpServletRequest request,
      HttpServletResponse response) {
    Proposal it = owned(actor, ref);
    try {
      outcomes.add(
          it,
          new Means(
              0,
              direction.equals("offer"),
              Field.oneOf(List.of(Means.Kind.values()), Means.Kind::tag, kind),
              text.strip(),
              amount(it, amount.strip()),
              unit.strip(),
              period.strip()));
      return back(page, it);
    } catch (DomainFailure failure) {
      Map<String, String> fields =
          Map.of(
              "direction", direction,
              "kind", kind,
              "what", text,
              "amount", amount,
              "unit", unit,
              "period", period);
      return again(page, actor, it, fields, failure, request, response);
    }
  }

  /// The page with what could not be taken. Who changed it in the meantime is seen beside it.
  private ModelAndView again(
      Page page,
      Actor actor,
      Proposal it,
      Map<String, String> fields,
      DomainFailure failure,
      HttpServletRequest request,
      HttpServletResponse response) {
    Wrong wrong = Wrong.of(failure, page.words(), FIELDS);
    boolean ofMeans = fields.containsKey("what") && wrong.field().equals("text");
    response.setStatus(failure.status().value());
    return show(
        page,
        actor,
        outcomes.get(it.ref()),
        fields,
        ofMeans ? wrong.movedTo("what") : wrong,
        request,
        response);
  }

  private Set<String> invented() {
    return points.list().stream()
        .filter(Published::fictional)
        .map(it -> it.kept().ref())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Proposal owned(Actor actor, String ref) {
    Proposal it = outcomes.get(ref);
    actor.mustBeFor(it.session(), Role.RAPPORTEUR, Role.MODERATOR);
    return it;
  }

  private String dimension(String id) {
    List<Concept> all = consultations.holdings().thesaurus().list(Scheme.DIMENSION);
    return Field.oneOf(all, Concept::id, id).id();
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }

  private static boolean serves(Actor actor, String session) {
    return actor.isFor(session, Role.RAPPORTEUR, Role.MODERATOR);
  }

  private static ModelAndView back(Page page, Proposal to) {
    return new ModelAndView("redirect:" + page.link("/outcomes/" + to.ref()));
  }

  private static @Nullable BigDecimal amount(Proposal of, String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,15}([.][0-9]{1,2})?")) {
      throw new DomainFailure(
          "STOC-034",
          "stocktaking.failure.amount",
          Map.of("ref", of.ref()),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return new BigDecimal(text);
  }

  private static DomainFailure notPublished(String ref) {
    return new DomainFailure(
        "STOC-012",
        "stocktaking.failure.point-not-published",
        Map.of("point", ref),
        HttpStatus.NOT_FOUND);
  }
}
