package vallarta.compact.stocktaking.point;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Statement;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;

/// The points that were kept, for everybody: all of them, one with what it comes from and what came
/// of it, and those of a session as a part of its page.
@Controller
@OpenToAll
class PublishedPages {

  static final List<String> HEADERS =
      List.of(
          "id",
          "meeting",
          "session",
          "state",
          "text",
          "language",
          "form",
          "speaker",
          "dimension",
          "theme",
          "support",
          "dissent",
          "sources");

  record All(Codebook book, List<Published> points) {}

  /// @param outcomes what came of it, as a later part of the stage renders it
  /// @param history what the public record says of it
  /// @param thread what it comes from and what came of it, as a later stage tells it
  record One(
      Codebook book,
      Published point,
      List<Statement> sources,
      Content outcomes,
      Content history,
      Content thread) {}

  /// @param serves whether the reader has the workspace of the session
  record OfSession(Codebook book, Session session, List<Published> points, boolean serves) {}

  private final Desk desk;
  private final PublishedPoints points;
  private final Fragments fragments;

  PublishedPages(Desk desk, PublishedPoints points, Fragments fragments) {
    this.desk = desk;
    this.points = points;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/points")
  ModelAndView points(Page page) {
    return page.named("stocktaking.points.title")
        .data(Format.CSV, Format.JSON)
        .show("stocktaking/point/points", new All(desk.book(page.words()), points.list()));
  }

  @GetMapping({"/{language}/points.csv", "/{language}/points.json"})
  ResponseEntity<byte[]> points(Page page, Format format) {
    return Download.of(format, sheet(points.list()));
  }

  @GetMapping("/{language}/points/{ref}")
  ModelAndView point(
      Page page,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Published point = get(ref);
    return page.named("stocktaking.point.title", "point", ref)
        .under("/points", page.words().t("stocktaking.points.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "stocktaking/point/published",
            new One(
                desk.book(page.words()),
                point,
                desk.statements(point.kept().sources()),
                fragments.at(request, response, page.link("/points/%s/outcomes".formatted(ref))),
                fragments.at(
                    request, response, page.link("/record/objects/%s/line".formatted(ref))),
                fragments.at(request, response, page.link("/thread/" + ref))));
  }

  @GetMapping({"/{language}/points/{ref}.csv", "/{language}/points/{ref}.json"})
  ResponseEntity<byte[]> point(Page page, @PathVariable String ref, Format format) {
    return Download.of(format, sheet(List.of(get(ref))));
  }

  /// The published points of a session, as a part of its page.
  @GetMapping("/{language}/sessions/{ref}/points")
  ModelAndView ofSession(Page page, Actor actor, @PathVariable String ref) {
    Session session = desk.visible(actor, ref);
    return page.show(
        "stocktaking/point/ofsession",
        new OfSession(
            desk.book(page.words()),
            session,
            points.ofSession(session.id()),
            Desk.serves(actor, session)));
  }

  static Sheet sheet(List<Published> points) {
    return new Sheet("points", HEADERS, points.stream().map(PublishedPages::row).toList());
  }

  private static List<Object> row(Published it) {
    Wording wording = it.kept().wording();
    return List.of(
        it.kept().ref(),
        it.meeting(),
        it.session(),
        it.kept().leftOut() ? "left-out" : it.isFinal() ? "final" : "draft",
        wording.text(),
        wording.language(),
        wording.quote() ? "quote" : "paraphrase",
        wording.speaker(),
        wording.dimension(),
        wording.theme(),
        wording.support(),
        wording.dissent(),
        String.join(" ", it.kept().sources()));
  }

  private Published get(String ref) {
    return points
        .find(ref)
        .orElseThrow(() ->
            new DomainFailure(
                "STOC-012",
                "stocktaking.failure.point-not-published",
                Map.of("point", ref),
                HttpStatus.NOT_FOUND));
  }
}
