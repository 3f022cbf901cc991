package vallarta.compact.stocktaking.outcome;

import java.util.ArrayList;
import java.util.List;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Knot;
import vallarta.compact.web.part.Shape;

/// The thread of a point or of a proposed commitment: from the statements behind it to what was
/// proposed, and where it is cut.
final class OutcomeThread {

  private OutcomeThread() {}

  /// @param proposals that answer the point
  static List<Knot> of(Page page, Published point, List<Proposal> proposals) {
    List<Knot> knots = knots(page, List.of(point));
    if (proposals.isEmpty()) {
      knots.add(Knot.cut(Shape.DIAMOND, "", page.words().t("stocktaking.outcomes.no-answer")));
    }
    proposals.forEach(it -> knots.add(knot(page, it)));
    return List.copyOf(knots);
  }

  /// @param answers the points that it answers
  static List<Knot> of(Page page, Proposal proposal, List<Published> answers) {
    List<Knot> knots = knots(page, answers);
    knots.add(knot(page, proposal));
    return List.copyOf(knots);
  }

  private static List<Knot> knots(Page page, List<Published> points) {
    List<Knot> knots = new ArrayList<>();
    points.stream()
        .flatMap(it -> it.kept().sources().stream())
        .distinct()
        .forEach(source ->
            knots.add(
                Knot.tied(
                    Shape.CIRCLE,
                    "",
                    page.words().t("consultation.statement.title", "id", source),
                    page.link("/statements/" + source))));
    if (knots.isEmpty()) {
      knots.add(Knot.cut(Shape.CIRCLE, "", page.words().t("stocktaking.points.no-sources")));
    }
    for (Published it : points) {
      knots.add(
          Knot.tied(
              Shape.SQUARE,
              "",
              page.words().t("stocktaking.point.title", "point", it.kept().ref()),
              page.link("/points/" + it.kept().ref())));
    }
    return knots;
  }

  private static Knot knot(Page page, Proposal it) {
    return Knot.tied(
        Shape.DIAMOND,
        "",
        page.words().t("stocktaking.outcome.title", "ref", it.ref()),
        page.link("/outcomes/" + it.ref()));
  }
}
