package vallarta.compact.participation.floor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;

/// The speakers' list of a session for everybody: as a page, on the screen of the room, as a stream
/// of events, and the time that was spoken.
@Controller
@OpenToAll
class FloorPages {

  static final List<String> HEADERS = List.of("session", "by", "code", "turns", "seconds");

  private static final int RENEW_SECONDS = 10;

  /// @param choices for whom the reader can ask
  /// @param mine turns that the reader can take back
  /// @param leads whether the reader gives the floor
  /// @param form the mark of the form that asks
  /// @param wrong why something could not be done, or empty
  record View(
      Session session,
      SpeakersList list,
      Instant now,
      List<Stakeholder> choices,
      List<Turn> mine,
      boolean leads,
      UUID form,
      String wrong) {}

  record Times(Session session, List<SpeakingTimes.Share> shares) {}

  private final FloorDesk desk;
  private final Live live;
  private final SpeakingTimes times;
  private final Clock clock;

  FloorPages(FloorDesk desk, Live live, SpeakingTimes times, Clock clock) {
    this.desk = desk;
    this.live = live;
    this.times = times;
    this.clock = clock;
  }

  @GetMapping("/{language}/sessions/{ref}/floor")
  ModelAndView floor(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int renew,
      HttpServletResponse response) {
    renew(renew, response);
    return show(page, actor, desk.visible(actor, ref), "");
  }

  /// The list large, for the screen of the room.
  @GetMapping("/{language}/sessions/{ref}/floor/screen")
  ModelAndView screen(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int renew,
      HttpServletResponse response) {
    renew(renew, response);
    Session session = desk.visible(actor, ref);
    return of(page, session)
        .wide()
        .show("participation/floor/screen", view(Actor.NOBODY, session, ""));
  }

  @GetMapping("/{language}/sessions/{ref}/floor/events")
  ResponseEntity<SseEmitter> events(
      Page page, Actor actor, @PathVariable String ref, HttpServletRequest request) {
    Session session = desk.visible(actor, ref);
    ShallowEtagHeaderFilter.disableContentCaching(request);
    return live.listen(session.id(), page.language())
        .map(stream ->
            ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // So that a proxy hands each event on at once.
                .header("X-Accel-Buffering", "no")
                .body(stream))
        .orElseGet(() ->
            ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(RENEW_SECONDS))
                .build());
  }

  @GetMapping("/{language}/sessions/{ref}/floor/times")
  ModelAndView times(Page page, Actor actor, @PathVariable String ref) {
    Session session = desk.visible(actor, ref);
    return session
        .above(page.named("participation.floor.times.title", "session", session.title()))
        .under("/sessions/%s/floor".formatted(ref), page.words().t("participation.floor"))
        .data(Format.CSV, Format.JSON)
        .show("participation/floor/times", new Times(session, times.ofSession(ref)));
  }

  @GetMapping({
    "/{language}/sessions/{ref}/floor/times.csv",
    "/{language}/sessions/{ref}/floor/times.json"
  })
  ResponseEntity<byte[]> times(Page page, Actor actor, @PathVariable String ref, Format format) {
    Session session = desk.visible(actor, ref);
    List<List<Object>> rows =
        times.ofSession(ref).stream().map(it -> row(session.ref(), it)).toList();
    return Download.of(format, new Sheet("speaking-times-" + session.ref(), HEADERS, rows));
  }

  /// @param session its reference, empty for a whole meeting
  static List<Object> row(String session, SpeakingTimes.Share it) {
    return List.of(session, it.by().tag(), it.code(), it.turns(), it.seconds());
  }

  /// The page, with what was wrong with a form that was sent.
  ModelAndView show(Page page, Actor actor, Session session, String wrong) {
    Page shown = of(page, session);
    return (wrong.isEmpty()
            ? shown
            : shown.titled(page.words().t("web.form.error-title", "title", shown.title())))
        .show("participation/floor/floor", view(actor, session, wrong));
  }

  private View view(Actor actor, Session session, String wrong) {
    SpeakersList list = live.list(session.id());
    return new View(
        session,
        list,
        clock.instant(),
        desk.choices(actor, session),
        list.waiting().stream().filter(it -> FloorDesk.speaksFor(actor, it.stakeholder())).toList(),
        FloorDesk.leads(actor, session),
        UUID.randomUUID(),
        wrong);
  }

  private static Page of(Page page, Session session) {
    return session
        .above(page.named("participation.floor.title", "session", session.title()))
        .with("floor.js");
  }

  /// For a browser without scripts whose reader asked for it.
  private static void renew(int renew, HttpServletResponse response) {
    if (renew > 0) {
      response.setHeader("Refresh", Integer.toString(Math.max(renew, RENEW_SECONDS)));
    }
  }
}
