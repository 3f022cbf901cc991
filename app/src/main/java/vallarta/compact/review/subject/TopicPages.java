package vallarta.compact.review.subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.coding.Concept;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.language.Words;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;
import vallarta.compact.stocktaking.point.Wording;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Knot;
import vallarta.compact.web.part.Shape;

/// The thread of a dimension and of a theme: what was said of it, what was kept, what was promised,
/// where that stands; and where nobody said or promised anything.
@Controller
@OpenToAll
class TopicPages {

  static final List<String> HEADERS =
      Stream.concat(Stream.of("dimension", "theme", "statements", "points"), Tally.HEADERS.stream())
          .toList();

  private static final int POINTS = 10;

  /// What there is of one term, or of one together with one of the other codebook.
  record Row(String id, int statements, int points, Tally tally) {

    /// What is missing, as the end of a key, or empty where nothing is.
    String gap() {
      boolean promised = tally.total() > 0;
      if (statements == 0) {
        return promised ? "statement" : "all";
      }
      if (!promised) {
        return "commitment";
      }
      return tally.reported() == 0 ? "report" : "";
    }
  }

  record All(Codebook book, Scheme scheme, List<Row> rows) {

    String label(Row it) {
      return scheme == Scheme.DIMENSION ? book.dimension(it.id()) : book.theme(it.id());
    }
  }

  /// @param whole of the term alone
  /// @param rows together with each term of the other codebook
  /// @param points that are about it
  record One(
      Codebook book,
      Scheme scheme,
      Row whole,
      int assessed,
      List<Row> rows,
      List<Published> points) {

    boolean isDimension() {
      return scheme == Scheme.DIMENSION;
    }

    String label(Row it) {
      return isDimension() ? book.theme(it.id()) : book.dimension(it.id());
    }

    List<Published> firstPoints() {
      return points.stream().limit(POINTS).toList();
    }

    /// The name of the parameter that narrows a list to the term.
    String parameter() {
      return isDimension() ? "dimension" : "theme";
    }

    /// The name of the parameter that narrows a list to a row.
    String otherParameter() {
      return isDimension() ? "theme" : "dimension";
    }

    /// The rail, laid across the page.
    List<Knot> knots(Page page) {
      Words w = page.words();
      String id = whole.id();
      int promised = whole.tally().total();
      String commitments = page.link("/commitments", parameter(), id);
      return List.of(
          knot(
              w,
              Shape.CIRCLE,
              "statement",
              whole.statements(),
              page.link("/statements", parameter(), id)),
          knot(w, Shape.SQUARE, "point", whole.points(), "#points"),
          knot(w, Shape.DIAMOND, "commitment", promised, commitments),
          knot(w, Shape.TRIANGLE, "reported", whole.tally().reported(), commitments),
          knot(w, Shape.CHECK, "assessed", assessed, commitments));
    }

    private static Knot knot(Words w, Shape shape, String what, int count, String href) {
      return count == 0
          ? Knot.cut(shape, "0", w.t("review.topic.cut." + what))
          : Knot.tied(shape, "", w.t("review.thread.count." + what, "count", count), href);
    }
  }

  private final Tallies tallies;
  private final Consultations consultations;
  private final PublishedPoints points;

  TopicPages(Tallies tallies, Consultations consultations, PublishedPoints points) {
    this.tallies = tallies;
    this.consultations = consultations;
    this.points = points;
  }

  @GetMapping("/{language}/dimensions")
  ModelAndView dimensions(Page page) {
    return all(page, Scheme.DIMENSION);
  }

  @GetMapping("/{language}/themes")
  ModelAndView themes(Page page) {
    return all(page, Scheme.THEME);
  }

  @GetMapping({"/{language}/dimensions.csv", "/{language}/dimensions.json"})
  ResponseEntity<byte[]> dimensions(Format format) {
    return sheet(format, Scheme.DIMENSION);
  }

  @GetMapping({"/{language}/themes.csv", "/{language}/themes.json"})
  ResponseEntity<byte[]> themes(Format format) {
    return sheet(format, Scheme.THEME);
  }

  @GetMapping("/{language}/dimensions/{dimension}")
  ModelAndView dimension(Page page, @PathVariable String dimension) {
    return one(page, Scheme.DIMENSION, dimension);
  }

  @GetMapping("/{language}/themes/{theme}")
  ModelAndView theme(Page page, @PathVariable String theme) {
    return one(page, Scheme.THEME, theme);
  }

  @GetMapping({"/{language}/dimensions/{dimension}.csv", "/{language}/dimensions/{dimension}.json"})
  ResponseEntity<byte[]> dimension(@PathVariable String dimension, Format format) {
    return sheet(format, Scheme.DIMENSION, dimension);
  }

  @GetMapping({"/{language}/themes/{theme}.csv", "/{language}/themes/{theme}.json"})
  ResponseEntity<byte[]> theme(@PathVariable String theme, Format format) {
    return sheet(format, Scheme.THEME, theme);
  }

  private ModelAndView all(Page page, Scheme scheme) {
    return page.named("review.topics.title." + tag(scheme))
        .data(Format.CSV, Format.JSON)
        .wide()
        .show("review/subject/topics", new All(book(page), scheme, rows(scheme)));
  }

  private ModelAndView one(Page page, Scheme scheme, String id) {
    check(scheme, id);
    Codebook book = book(page);
    List<Published> kept =
        points.list().stream().filter(it -> term(scheme, it.kept().wording()).equals(id)).toList();
    Map<String, Tally> tally = tallies.of(scheme, id);
    Row whole =
        new Row(
            id,
            (int) consultations.holdings().statements().stream().filter(about(scheme, id)).count(),
            kept.size(),
            tally.getOrDefault("", new Tally()));
    return page.titled(scheme == Scheme.DIMENSION ? book.dimension(id) : book.theme(id))
        .under("/" + tag(scheme) + "s", page.words().t("review.topics.title." + tag(scheme)))
        .data(Format.CSV, Format.JSON)
        .wide()
        .show(
            "review/subject/topic",
            new One(
                book,
                scheme,
                whole,
                tallies.assessed(scheme, id),
                rows(scheme, id, kept, tally),
                kept));
  }

  private ResponseEntity<byte[]> sheet(Format format, Scheme scheme) {
    return Download.of(
        format,
        new Sheet(
            tag(scheme) + "s",
            HEADERS,
            rows(scheme).stream()
                .map(it ->
                    scheme == Scheme.DIMENSION ? cells(it.id(), "", it) : cells("", it.id(), it))
                .toList()));
  }

  private ResponseEntity<byte[]> sheet(Format format, Scheme scheme, String id) {
    check(scheme, id);
    List<Published> kept =
        points.list().stream().filter(it -> term(scheme, it.kept().wording()).equals(id)).toList();
    return Download.of(
        format,
        new Sheet(
            tag(scheme) + "-" + id,
            HEADERS,
            rows(scheme, id, kept, tallies.of(scheme, id)).stream()
                .map(it ->
                    scheme == Scheme.DIMENSION ? cells(id, it.id(), it) : cells(it.id(), id, it))
                .toList()));
  }

  private List<Row> rows(Scheme scheme) {
    Holdings holdings = consultations.holdings();
    return rows(
        holdings.thesaurus().list(scheme),
        count(holdings.statements(), it -> it.terms(scheme)),
        count(points.list(), it -> List.of(term(scheme, it.kept().wording()))),
        tallies.of(scheme));
  }

  private List<Row> rows(Scheme scheme, String id, List<Published> kept, Map<String, Tally> tally) {
    Holdings holdings = consultations.holdings();
    Scheme other = Tallies.other(scheme);
    return rows(
        holdings.thesaurus().list(other),
        count(
            holdings.statements().stream().filter(about(scheme, id)).toList(),
            it -> it.terms(other)),
        count(kept, it -> List.of(term(other, it.kept().wording()))),
        tally);
  }

  private static List<Row> rows(
      List<Concept> concepts,
      Map<String, Integer> statements,
      Map<String, Integer> kept,
      Map<String, Tally> tally) {
    return concepts.stream()
        .map(Concept::id)
        .map(it ->
            new Row(
                it,
                statements.getOrDefault(it, 0),
                kept.getOrDefault(it, 0),
                tally.getOrDefault(it, new Tally())))
        .toList();
  }

  private static <T> Map<String, Integer> count(List<T> of, Function<T, List<String>> terms) {
    Map<String, Integer> counts = new HashMap<>();
    of.forEach(it ->
        terms.apply(it).stream().distinct().forEach(term -> counts.merge(term, 1, Integer::sum)));
    return counts;
  }

  private void check(Scheme scheme, String id) {
    if (!consultations.holdings().thesaurus().ids(scheme).contains(id)) {
      throw new DomainFailure(
          "REV-404", "review.failure.no-topic", Map.of("id", id), HttpStatus.NOT_FOUND);
    }
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }

  private static Predicate<Statement> about(Scheme scheme, String id) {
    return it -> it.terms(scheme).contains(id);
  }

  private static String term(Scheme scheme, Wording of) {
    return scheme == Scheme.DIMENSION ? of.dimension() : of.theme();
  }

  private static String tag(Scheme scheme) {
    return scheme.name().toLowerCase(Locale.ROOT);
  }

  private static List<Object> cells(String dimension, String theme, Row it) {
    List<Object> cells = new ArrayList<>(List.of(dimension, theme, it.statements(), it.points()));
    cells.addAll(it.tally().cells());
    return cells;
  }
}
