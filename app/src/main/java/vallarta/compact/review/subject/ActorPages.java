package vallarta.compact.review.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.commitment.Means;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.RecordedPages;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Paging;

/// Who promised something, and all that there is of one actor: what it promised and where that
/// stands, what it needs and offers, what it reported, what others say, what it said.
@Controller
@OpenToAll
class ActorPages {

  static final List<String> COLUMNS =
      Stream.concat(
              Stream.of("actor", "name", "name_language", "type", "region_m49"),
              Tally.HEADERS.stream())
          .toList();

  static final List<String> HEADERS =
      List.of("ref", "title", "language", "standing", "since", "last_report", "overdue", "missing");

  private static final int PER_PAGE = 25;
  private static final int POINTS = 10;

  record Row(Stakeholder actor, Tally tally) {}

  /// @param shown by name, in the order of the reader's language
  record All(Codebook book, List<Row> shown) {}

  record Ways() {}

  record Line(String actor, Tally tally) {}

  /// A need or an offer with the commitment that names it.
  record Given(String commitment, String language, Means means) {}

  /// A commitment with how it stands.
  record Held(Commitment it, Standing.Now now) {}

  /// @param standing which ones alone are listed, or empty
  /// @param statements how many the actor made
  /// @param points that keep one of these
  /// @param paths of the pages of what is told, by reference
  record One(
      Codebook book,
      Stakeholder actor,
      Tally tally,
      String standing,
      Paging paging,
      List<Held> shown,
      List<Given> needs,
      List<Given> offers,
      Voices.Heard reports,
      Voices.Heard parallels,
      Map<String, String> paths,
      Map<String, Stakeholder> known,
      int statements,
      List<Published> points) {

    List<Published> firstPoints() {
      return points.stream().limit(POINTS).toList();
    }

    String by(Page page, Voices.Told it) {
      Stakeholder by = known.get(it.by());
      return by == null ? it.by() : Codebook.voice(by, page.words());
    }

    String path(Voices.Told it) {
      return paths.getOrDefault(it.ref(), "/commitments/" + it.commitment());
    }
  }

  private final Tallies tallies;
  private final Voices voices;
  private final Standings standings;
  private final Commitments commitments;
  private final Stakeholders stakeholders;
  private final Consultations consultations;
  private final PublishedPoints points;
  private final RecordedPages recorded;

  ActorPages(
      Tallies tallies,
      Voices voices,
      Standings standings,
      Commitments commitments,
      Stakeholders stakeholders,
      Consultations consultations,
      PublishedPoints points,
      RecordedPages recorded) {
    this.tallies = tallies;
    this.voices = voices;
    this.standings = standings;
    this.commitments = commitments;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
    this.points = points;
    this.recorded = recorded;
  }

  /// The ways to what is gathered elsewhere, as a part of the page of all commitments.
  @GetMapping("/{language}/commitments/ways")
  ModelAndView ways(Page page) {
    return page.show("review/subject/ways", new Ways());
  }

  @GetMapping("/{language}/actors")
  ModelAndView actors(Page page) {
    return page.named("review.actors.title")
        .under("/commitments", page.words().t("commitment.title"))
        .data(Format.CSV, Format.JSON)
        .wide()
        .show("review/subject/actors", new All(book(page), rows(page)));
  }

  @GetMapping({"/{language}/actors.csv", "/{language}/actors.json"})
  ResponseEntity<byte[]> actors(Page page, Format format) {
    return Download.of(
        format, new Sheet("actors", COLUMNS, rows(page).stream().map(ActorPages::row).toList()));
  }

  @GetMapping("/{language}/actors/{stakeholder}")
  ModelAndView actor(
      Page page,
      @PathVariable String stakeholder,
      @RequestParam(defaultValue = "") String standing,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Stakeholder actor = get(stakeholder);
    List<Held> held = held(stakeholder);
    List<Held> chosen =
        held.stream()
            .filter(it -> standing.isEmpty() || it.now().standing().tag().equals(standing))
            .toList();
    Paging paging = Paging.of(number, PER_PAGE, chosen.size());
    Voices.Heard reports = voices.reports(stakeholder);
    Voices.Heard parallels = voices.parallels(held.stream().map(it -> it.it().id()).toList());
    Set<String> said = statements(stakeholder);
    return page.titled(Codebook.voice(actor, page.words()))
        .under("/commitments", page.words().t("commitment.title"))
        .under("/actors", page.words().t("review.actors.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "review/subject/actor",
            new One(
                book(page),
                actor,
                tally(held),
                standing,
                paging,
                paging.of(chosen),
                given(held, false),
                given(held, true),
                reports,
                parallels,
                recorded.of(
                    Stream.concat(reports.newest().stream(), parallels.newest().stream())
                        .map(Voices.Told::ref)
                        .toList()),
                stakeholders.list(),
                said.size(),
                said.isEmpty()
                    ? List.of()
                    : points.list().stream()
                        .filter(it -> it.kept().sources().stream().anyMatch(said::contains))
                        .toList()));
  }

  @GetMapping({"/{language}/actors/{stakeholder}.csv", "/{language}/actors/{stakeholder}.json"})
  ResponseEntity<byte[]> actor(Page page, @PathVariable String stakeholder, Format format) {
    Stakeholder actor = get(stakeholder);
    return Download.of(
        format,
        new Sheet("actor", HEADERS, held(actor.key()).stream().map(ActorPages::row).toList()));
  }

  /// What an actor promised in one sentence, as a part of its page in the register.
  @GetMapping("/{language}/actors/{stakeholder}/line")
  ModelAndView line(Page page, @PathVariable String stakeholder) {
    Stakeholder actor = get(stakeholder);
    return page.show("review/subject/line", new Line(actor.key(), tally(held(actor.key()))));
  }

  private List<Row> rows(Page page) {
    Map<String, Stakeholder> known = stakeholders.list();
    return tallies.ofActors().entrySet().stream()
        .flatMap(it ->
            Stream.ofNullable(known.get(it.getKey())).map(actor -> new Row(actor, it.getValue())))
        .sorted(
            Comparator.comparing(
                it -> Codebook.voice(it.actor(), page.words()), page.words().order()))
        .toList();
  }

  private List<Held> held(String actor) {
    List<Long> ids = tallies.commitments(actor);
    Map<Long, Standing.Now> now = ids.isEmpty() ? Map.of() : standings.of(ids);
    return commitments.list(ids).stream()
        .flatMap(it -> Stream.ofNullable(now.get(it.id())).map(standing -> new Held(it, standing)))
        .toList();
  }

  private static Tally tally(List<Held> held) {
    Tally tally = new Tally();
    held.forEach(it ->
        tally.add(
            it.now().standing(),
            1,
            it.now().overdue() ? 1 : 0,
            it.now().lastReport() == null ? 0 : 1));
    return tally;
  }

  private static List<Given> given(List<Held> held, boolean offer) {
    return held.stream()
        .map(Held::it)
        .filter(it -> it.state() == Commitment.State.PUBLISHED)
        .flatMap(it ->
            it.told().means().stream()
                .filter(means -> means.offer() == offer)
                .map(means -> new Given(it.ref(), it.told().language(), means)))
        .toList();
  }

  private Set<String> statements(String voice) {
    Holdings holdings = consultations.holdings();
    return holdings.statements().stream()
        .filter(it -> it.voice().key().equals(voice))
        .map(it -> it.id().toString())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stakeholder get(String key) {
    return stakeholders
        .find(key)
        .filter(it -> it.isKnown() && stakeholders.isListed(key))
        .orElseThrow(() ->
            new DomainFailure(
                "REV-403",
                "review.failure.not-registered",
                Map.of("actor", key),
                HttpStatus.NOT_FOUND));
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }

  private static List<Object> row(Row it) {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                it.actor().key(),
                it.actor().name(),
                it.actor().nameLanguage(),
                it.actor().type().tag(),
                it.actor().region()));
    cells.addAll(it.tally().cells());
    return cells;
  }

  private static List<Object> row(Held it) {
    Instant last = it.now().lastReport();
    return List.of(
        it.it().ref(),
        it.it().told().title(),
        it.it().told().language(),
        it.now().standing().tag(),
        it.now().since().toString(),
        last == null ? "" : last.toString(),
        Boolean.toString(it.now().overdue()),
        String.join(" ", it.it().missing().stream().map(m -> m.tag()).toList()));
  }
}
