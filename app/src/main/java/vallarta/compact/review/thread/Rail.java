package vallarta.compact.review.thread;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vallarta.compact.access.Role;
import vallarta.compact.language.Words;
import vallarta.compact.review.Standing;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Knot;

/// A thread as a page shows it: a knot at each place, several things at one place as a count, and
/// each cut with what is missing and what can be done about it.
final class Rail {

  private static final Role[] WRITERS = {
    Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR
  };

  private final Page page;
  private final Words words;
  private final Strand strand;
  private final Map<String, String> paths;
  private final Map<Long, Standing.Now> standings;
  private final List<Knot> knots = new ArrayList<>();

  private Rail(
      Page page, Strand strand, Map<String, String> paths, Map<Long, Standing.Now> standings) {
    this.page = page;
    this.words = page.words();
    this.strand = strand;
    this.paths = paths;
    this.standings = standings;
  }

  /// @param paths of the pages of what came of the commitments, by reference
  /// @param standings by number of the commitment
  static List<Knot> of(
      Page page, Strand strand, Map<String, String> paths, Map<Long, Standing.Now> standings) {
    Rail rail = new Rail(page, strand, paths, standings);
    rail.beginning();
    for (Place place : Place.values()) {
      if (strand.has(place)) {
        rail.knots.add(rail.tied(place));
      } else if (rail.isCut(place)) {
        rail.knots.add(rail.cut(place));
      }
    }
    return List.copyOf(rail.knots);
  }

  /// The address of something that is tied.
  static String href(Page page, Map<String, String> paths, Tied it) {
    return page.link(
        it.place().path().isEmpty()
            ? paths.getOrDefault(it.ref(), "/record/objects/" + it.ref())
            : it.place().path() + it.ref());
  }

  /// The cut before the first knot, when nothing that was said stands behind it.
  private void beginning() {
    Place first =
        strand.has(Place.POINT)
            ? Place.POINT
            : strand.has(Place.PROPOSAL) ? Place.PROPOSAL : Place.COMMITMENT;
    if (strand.place().compareTo(Place.STATEMENT) > 0 && strand.beginsAt(first)) {
      knots.add(
          first == Place.COMMITMENT
              ? cut(Place.STATEMENT, "review.thread.cut.source")
                  .act(words.t("review.thread.act.points"), page.link("/points"))
              : cut(Place.STATEMENT, "review.thread.cut.statement")
                  .act(words.t("review.thread.act.statements"), page.link("/statements")));
    }
  }

  /// Whether the thread ends before that place, at which nothing is tied: each cut is told once,
  /// where something would have to come next.
  private boolean isCut(Place place) {
    if (place.compareTo(strand.place()) <= 0) {
      return false;
    }
    boolean promised = strand.has(Place.COMMITMENT);
    return switch (place) {
      case STATEMENT -> strand.place() == Place.INPUT && !promised;
      case POINT -> strand.has(Place.STATEMENT) && !promised;
      case COMMITMENT -> strand.has(Place.POINT) || strand.has(Place.PROPOSAL);
      case REPORT -> strand.place() != Place.PARALLEL && stands();
      case FINDING -> promised && (strand.has(Place.REPORT) || strand.has(Place.PARALLEL));
      default -> false;
    };
  }

  /// Whether something is promised still.
  private boolean stands() {
    return strand.at(Place.COMMITMENT).stream().anyMatch(it -> !it.over());
  }

  private Knot tied(Place place) {
    List<Tied> all = strand.at(place);
    if (all.size() > 1) {
      return Knot.tied(
          place.shape(),
          "",
          words.t("review.thread.count." + place.tag(), "count", all.size()),
          page.link("/thread/%s/whole".formatted(strand.ref())) + "#" + place.tag());
    }
    Tied it = all.getFirst();
    boolean here = it.ref().equals(strand.ref());
    Knot knot =
        Knot.tied(
            place.shape(),
            it.ref(),
            words.t("review.thread." + place.tag()),
            here ? "" : href(page, paths, it));
    String note = note(it);
    String told = here ? words.t("review.thread.here") : "";
    return knot.noted(note.isEmpty() || told.isEmpty() ? note + told : told + " · " + note);
  }

  private String note(Tied it) {
    if (it.over()) {
      return words.t("review.thread.over");
    }
    Instant at = it.at();
    return switch (it.place()) {
      case COMMITMENT ->
          Optional.ofNullable(standings.get(Long.parseLong(it.ref().substring(3))))
              .map(now ->
                  words.t(
                      "review.thread.stands",
                      "standing",
                      words.t("review.standing." + now.standing().tag()),
                      "date",
                      date(now.since())))
              .orElse("");
      case REPORT, PARALLEL, FINDING -> at == null ? "" : date(at);
      default -> "";
    };
  }

  private Knot cut(Place place) {
    return switch (place) {
      case STATEMENT ->
          cut(place, "review.thread.cut.none-found")
              .act(words.t("review.thread.act.statements"), page.link("/statements"));
      case POINT ->
          cut(place, "review.thread.cut.point")
              .act(
                  words.t("review.thread.act.disposition"),
                  page.link(
                      "/inputs/%s/disposition".formatted(strand.refs(Place.INPUT).getFirst())));
      case COMMITMENT -> unanswered();
      case REPORT -> unreported();
      default ->
          cut(place, "review.thread.cut.finding")
              .act(words.t("review.thread.act.follow"), page.link("/follow/" + strand.ref()));
    };
  }

  private Knot unanswered() {
    Knot knot = cut(Place.COMMITMENT, "review.thread.cut.commitment");
    Place last = strand.has(Place.PROPOSAL) ? Place.PROPOSAL : Place.POINT;
    return page.actor().is(WRITERS)
        ? knot.act(
            words.t("review.thread.act.answer"),
            page.link("/commitments/new", "source", strand.refs(last).getFirst()))
        : knot.act(words.t("review.thread.act.follow"), page.link("/follow/" + strand.ref()));
  }

  private Knot unreported() {
    List<Tied> promised = strand.at(Place.COMMITMENT).stream().filter(it -> !it.over()).toList();
    String since =
        promised.stream()
            .map(Tied::at)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .map(this::date)
            .orElse("");
    Knot knot =
        Knot.cut(Place.REPORT.shape(), "", words.t("review.thread.cut.report", "date", since));
    return Optional.ofNullable(promised.getFirst().by())
        .map(owner ->
            knot.act(words.t("review.thread.act.actor"), page.link("/actors/" + owner.key())))
        .orElse(knot);
  }

  private Knot cut(Place place, String key) {
    return Knot.cut(place.shape(), "", words.t(key));
  }

  private String date(Instant at) {
    return words.date(at.atZone(ZoneOffset.UTC).toLocalDate());
  }
}
