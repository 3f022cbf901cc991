package vallarta.compact.participation.meeting;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;

/// Meetings and their programmes for everybody, and as calendars.
@Controller
@OpenToAll
class MeetingPages {

  /// @param convenes whether the reader may enter a meeting
  record All(List<Meeting> meetings, boolean convenes) {}

  /// The sessions that are held at the same time.
  record Slot(Instant beginsAt, List<Session> sessions) {}

  /// @param days the slots of each day, or when seen by dimension of each dimension
  /// @param now sessions that are held at this moment
  /// @param next the session that begins next, at most one slot
  /// @param documents what was written of it, as a later stage renders it
  record One(
      Meeting meeting,
      boolean byDimension,
      boolean isOver,
      Map<String, List<Slot>> days,
      List<Session> now,
      List<Session> next,
      boolean convenes,
      boolean signedIn,
      Content documents,
      Content history) {}

  /// @param officers who serves it
  /// @param chosen whether the reader has it on the own programme
  /// @param points what was kept of it, as a later stage renders it
  /// @param practices what was told in it, as a later stage renders it
  record Shown(
      Session session,
      List<Meetings.Officer> officers,
      Agenda.Chosen chosen,
      boolean convenes,
      Content points,
      Content practices,
      Content history) {}

  /// Dimensions from the innermost ring outwards, then sessions without one.
  private static final Comparator<String> OUTWARDS =
      Comparator.<String, Boolean>comparing(String::isEmpty)
          .thenComparing(Session.DIMENSIONS::indexOf)
          .thenComparing(Comparator.naturalOrder());

  private final Meetings meetings;
  private final Agenda agenda;
  private final Fragments fragments;
  private final Clock clock;

  MeetingPages(Meetings meetings, Agenda agenda, Fragments fragments, Clock clock) {
    this.meetings = meetings;
    this.agenda = agenda;
    this.fragments = fragments;
    this.clock = clock;
  }

  @GetMapping("/{language}/meetings")
  ModelAndView meetings(Page page, Actor actor) {
    boolean convenes = actor.is(Role.SECRETARIAT);
    List<Meeting> shown =
        meetings.list().stream().filter(it -> convenes || it.published()).toList();
    return page.named("participation.meeting.all")
        .data(Format.CSV, Format.JSON)
        .show("participation/meeting/meetings", new All(shown, convenes));
  }

  @GetMapping({"/{language}/meetings.csv", "/{language}/meetings.json"})
  ResponseEntity<byte[]> meetings(Page page, Format format) {
    return Download.of(
        format,
        MeetingSheets.meetings(meetings.list().stream().filter(Meeting::published).toList()));
  }

  @GetMapping("/{language}/meetings/{ref}")
  ModelAndView meeting(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "day") String by,
      HttpServletRequest request,
      HttpServletResponse response) {
    Meeting meeting = meetings.visible(actor, ref);
    List<Session> sessions = meetings.sessions(meeting);
    boolean byDimension = by.equals("dimension");
    Instant now = clock.instant();
    return page.titled(meeting.title())
        .under("/meetings", page.words().t("participation.meeting.all"))
        .data(Format.CSV, Format.JSON)
        .wide()
        .show(
            "participation/meeting/meeting",
            new One(
                meeting,
                byDimension,
                meeting.isOverAt(now),
                grouped(sessions, byDimension),
                sessions.stream()
                    .filter(it ->
                        !it.cancelled() && !it.beginsAt().isAfter(now) && it.endsAt().isAfter(now))
                    .toList(),
                next(sessions, now),
                actor.is(Role.SECRETARIAT),
                actor.isSignedIn(),
                fragments.at(request, response, page.link("/meetings/%s/documents".formatted(ref))),
                history(page, ref, request, response)));
  }

  @GetMapping({"/{language}/meetings/{ref}.csv", "/{language}/meetings/{ref}.json"})
  ResponseEntity<byte[]> meeting(Page page, Actor actor, @PathVariable String ref, Format format) {
    Meeting meeting = meetings.visible(actor, ref);
    return Download.of(
        format, MeetingSheets.sessions("programme-" + ref, meetings.sessions(meeting)));
  }

  @GetMapping("/{language}/sessions/{ref}")
  ModelAndView session(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Session session = visibleSession(actor, ref);
    return session
        .meeting()
        .above(page.titled(session.title()))
        .data(Format.CSV, Format.JSON)
        .show(
            "participation/meeting/session",
            new Shown(
                session,
                meetings.officers(session),
                agenda.chosen(actor.account(), session),
                actor.is(Role.SECRETARIAT),
                fragments.at(request, response, page.link("/sessions/%s/points".formatted(ref))),
                fragments.at(request, response, page.link("/sessions/%s/practices".formatted(ref))),
                history(page, ref, request, response)));
  }

  @GetMapping({"/{language}/sessions/{ref}.csv", "/{language}/sessions/{ref}.json"})
  ResponseEntity<byte[]> session(Page page, Actor actor, @PathVariable String ref, Format format) {
    return Download.of(
        format, MeetingSheets.sessions("session-" + ref, List.of(visibleSession(actor, ref))));
  }

  @GetMapping("/{language}/meetings/{ref}.ics")
  ResponseEntity<byte[]> calendar(Page page, Actor actor, @PathVariable String ref) {
    Meeting meeting = meetings.visible(actor, ref);
    return Calendar.download(
        page, meeting.title(), meetings.sessions(meeting), clock.instant(), ref);
  }

  @GetMapping("/{language}/sessions/{ref}.ics")
  ResponseEntity<byte[]> sessionCalendar(Page page, Actor actor, @PathVariable String ref) {
    Session session = visibleSession(actor, ref);
    return Calendar.download(page, session.title(), List.of(session), clock.instant(), ref);
  }

  private Content history(
      Page page, String ref, HttpServletRequest request, HttpServletResponse response) {
    return fragments.at(request, response, page.link("/record/objects/%s/line".formatted(ref)));
  }

  private Session visibleSession(Actor actor, String ref) {
    Session session = meetings.session(ref);
    boolean serves = actor.isFor(ref, Role.MODERATOR, Role.RAPPORTEUR, Role.PANELLIST);
    if (!session.meeting().published() && !serves && !actor.is(Role.SECRETARIAT)) {
      throw Meetings.noSession(ref);
    }
    return session;
  }

  private static Map<String, List<Slot>> grouped(List<Session> sessions, boolean byDimension) {
    Map<String, List<Session>> parts =
        sessions.stream()
            .collect(
                Collectors.groupingBy(
                    it -> byDimension ? it.dimension() : LocalDate.from(it.begins()).toString(),
                    TreeMap::new,
                    Collectors.toList()));
    Map<String, List<Slot>> grouped = byDimension ? new TreeMap<>(OUTWARDS) : new TreeMap<>();
    parts.forEach((key, of) -> grouped.put(key, slots(of)));
    return grouped;
  }

  private static List<Slot> slots(List<Session> sessions) {
    Map<String, List<Session>> at =
        sessions.stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.beginsAt() + "/" + it.endsAt(), TreeMap::new, Collectors.toList()));
    return at.values().stream().map(it -> new Slot(it.getFirst().beginsAt(), it)).toList();
  }

  private static List<Session> next(List<Session> sessions, Instant now) {
    List<Session> coming =
        sessions.stream()
            .filter(it -> !it.cancelled() && it.beginsAt().isAfter(now))
            .sorted(Comparator.comparing(Session::beginsAt))
            .toList();
    return coming.stream()
        .filter(it -> it.beginsAt().equals(coming.getFirst().beginsAt()))
        .toList();
  }
}
