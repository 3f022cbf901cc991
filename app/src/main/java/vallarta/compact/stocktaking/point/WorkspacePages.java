package vallarta.compact.stocktaking.point;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// The workspace of those who serve a session: points are captured, ordered, merged and taken out
/// here, and shown to the room.
@Controller
@OpenTo({Role.RAPPORTEUR, Role.MODERATOR, Role.SECRETARIAT})
class WorkspacePages {

  static final String SCRIPT = "workspace.js";

  /// @param capture under which the next capture is sent
  /// @param form what was entered, kept when it could not be taken
  /// @param wrong why it could not, or empty
  /// @param writes whether the reader may change anything
  record View(
      Session session,
      List<Point> points,
      List<Point> removed,
      Optional<Summary> newest,
      Codebook book,
      UUID capture,
      WordingForm form,
      String wrong,
      boolean writes) {

    boolean isOpen() {
      return writes && newest.filter(Summary::isFinal).isEmpty();
    }
  }

  private final Desk desk;
  private final Points points;
  private final SummaryTable summaries;

  WorkspacePages(Desk desk, Points points, SummaryTable summaries) {
    this.desk = desk;
    this.points = points;
    this.summaries = summaries;
  }

  @GetMapping("/{language}/sessions/{ref}/workspace")
  ModelAndView workspace(Page page, Actor actor, @PathVariable String ref) {
    Session session = desk.watched(actor, ref);
    return show(page, actor, session, empty(page, session), "");
  }

  /// The list of points alone, which the script of the workspace asks for now and then.
  @GetMapping("/{language}/sessions/{ref}/workspace/list")
  ModelAndView list(Page page, Actor actor, @PathVariable String ref) {
    Session session = desk.watched(actor, ref);
    return page.show(
        "stocktaking/point/list", view(page, actor, session, empty(page, session), ""));
  }

  /// What the room sees: large type, nothing to press.
  @GetMapping("/{language}/sessions/{ref}/room")
  ModelAndView room(Page page, Actor actor, @PathVariable String ref) {
    Session session = desk.watched(actor, ref);
    return session
        .above(page.titled(session.title()))
        .with("room.js")
        .show("stocktaking/point/room", view(page, actor, session, empty(page, session), ""));
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/sessions/{ref}/workspace")
  Object capture(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @ModelAttribute WordingForm form,
      @RequestParam(defaultValue = "") String capture,
      @org.springframework.web.bind.annotation.RequestHeader(
              name = HttpHeaders.ACCEPT,
              defaultValue = "")
          String accept) {
    Session session = desk.served(actor, ref);
    boolean script = accept.contains(MediaType.APPLICATION_JSON_VALUE);
    try {
      List<Point> kept = points.capture(session, key(capture), form.wording(), actor.account());
      return script ? saved(page, session, kept.getLast()) : back(page, session, kept.getLast());
    } catch (DomainFailure failure) {
      if (script || failure.status() == HttpStatus.CONFLICT) {
        throw failure;
      }
      ModelAndView again =
          show(page, actor, session, form, page.words().t(failure.key(), failure.arguments()));
      again.setStatus(failure.status());
      return again;
    }
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/sessions/{ref}/workspace/{id}/move")
  ModelAndView move(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam String to) {
    Session session = desk.served(actor, ref);
    points.move(session, id, to.equals("up"));
    return back(page, session, points.get(session, id));
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/sessions/{ref}/workspace/{id}/merge")
  ModelAndView merge(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam int seen) {
    Session session = desk.served(actor, ref);
    return back(page, session, points.mergeUp(session, id, seen, actor.account()));
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/sessions/{ref}/workspace/{id}/remove")
  ModelAndView remove(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam int seen) {
    Session session = desk.served(actor, ref);
    points.remove(session, id, seen, actor.account());
    return new ModelAndView("redirect:" + workspace(page, session) + "#removed");
  }

  @OpenTo({Role.RAPPORTEUR, Role.MODERATOR})
  @PostMapping("/{language}/sessions/{ref}/workspace/{id}/restore")
  ModelAndView restore(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam int seen) {
    Session session = desk.served(actor, ref);
    points.restore(session, id, seen, actor.account());
    return back(page, session, points.get(session, id));
  }

  /// What the script shows after something was saved: when, and which version it is now.
  static ResponseEntity<Map<String, Object>> saved(Page page, Session session, Point point) {
    String at = page.words().clock(point.changedAt().atZone(session.meeting().zone()));
    return ResponseEntity.ok()
        .eTag("\"%d\"".formatted(point.version()))
        .body(
            Map.of(
                "ref", point.ref(),
                "version", point.version(),
                "saved", page.words().t("stocktaking.workspace.saved", "time", at)));
  }

  static String workspace(Page page, Session session) {
    return page.link("/sessions/%s/workspace".formatted(session.ref()));
  }

  static ModelAndView back(Page page, Session session, Point point) {
    return new ModelAndView("redirect:" + workspace(page, session) + "#" + point.ref());
  }

  private ModelAndView show(
      Page page, Actor actor, Session session, WordingForm form, String wrong) {
    String title = page.words().t("stocktaking.workspace.title", "session", session.title());
    return session
        .above(
            page.titled(
                wrong.isEmpty() ? title : page.words().t("web.form.error-title", "title", title)))
        .wide()
        .with(SCRIPT)
        .show("stocktaking/point/workspace", view(page, actor, session, form, wrong));
  }

  private View view(Page page, Actor actor, Session session, WordingForm form, String wrong) {
    return new View(
        session,
        points.list(session),
        points.removed(session),
        summaries.newest(session.id()),
        desk.book(page.words()),
        UUID.randomUUID(),
        form,
        wrong,
        Desk.serves(actor, session));
  }

  /// Most points of a session are about its dimension.
  private static WordingForm empty(Page page, Session session) {
    return new WordingForm("", page.language().tag(), "", "", session.dimension(), "", "", "");
  }

  private static UUID key(@Nullable String capture) {
    try {
      return UUID.fromString(String.valueOf(capture));
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID();
    }
  }
}
