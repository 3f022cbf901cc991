package vallarta.compact.participation.meeting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Wrong;

/// Where the secretariat convenes a meeting and makes its programme.
@Controller
@OpenTo(Role.SECRETARIAT)
class ConvenePages {

  /// @param fields what was entered, by name; kept when it could not be taken
  /// @param wrong why it could not
  record View(
      Optional<Meeting> meeting,
      Optional<Session> session,
      List<Session> sessions,
      List<Meetings.Overlap> overlaps,
      List<Meetings.Officer> officers,
      Map<String, String> fields,
      Wrong wrong) {

    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  private static final Map<String, String> FIELDS =
      Map.of(
          "PART-020", "title",
          "PART-021", "last",
          "PART-022", "email",
          "PART-023", "begins",
          "PART-024", "begins",
          "PART-025", "ends",
          "PART-026", "email",
          "PART-027", "zone");

  /// Fields of which a failure tells the value.
  private static final List<String> MOMENTS = List.of("first", "last", "begins", "ends");

  private final Meetings meetings;
  private final Programme programme;
  private final Persons persons;

  ConvenePages(Meetings meetings, Programme programme, Persons persons) {
    this.meetings = meetings;
    this.programme = programme;
    this.persons = persons;
  }

  @GetMapping("/{language}/meetings/new")
  ModelAndView convene(Page page) {
    return show(page, Optional.empty(), Optional.empty(), Map.of(), Wrong.NOTHING);
  }

  @PostMapping("/{language}/meetings/new")
  ModelAndView convene(Page page, @RequestParam Map<String, String> fields) {
    try {
      Meeting made =
          programme.convene(
              fields.getOrDefault("title", ""),
              page.language().tag(),
              fields.getOrDefault("place", ""),
              zone(fields.getOrDefault("zone", "")),
              day(fields.getOrDefault("first", "")),
              day(fields.getOrDefault("last", "")),
              fields.containsKey("fictional"));
      return to(page, "/meetings/" + made.ref() + "/edit");
    } catch (DomainFailure failure) {
      return again(page, Optional.empty(), Optional.empty(), fields, failure);
    }
  }

  @GetMapping("/{language}/meetings/{ref}/edit")
  ModelAndView edit(Page page, @PathVariable String ref) {
    return show(page, Optional.of(meetings.get(ref)), Optional.empty(), Map.of(), Wrong.NOTHING);
  }

  @PostMapping("/{language}/meetings/{ref}/publish")
  ModelAndView publish(Page page, @PathVariable String ref) {
    programme.publish(meetings.get(ref));
    return to(page, "/meetings/" + ref);
  }

  @PostMapping("/{language}/meetings/{ref}/sessions")
  ModelAndView schedule(
      Page page, @PathVariable String ref, @RequestParam Map<String, String> fields) {
    Meeting meeting = meetings.get(ref);
    try {
      programme.schedule(
          meeting,
          Field.oneOf(
              List.of(SessionType.values()),
              SessionType::tag,
              fields.getOrDefault("type", SessionType.PLENARY.tag())),
          fields.getOrDefault("title", ""),
          page.language().tag(),
          dimension(fields.getOrDefault("dimension", "")),
          fields.getOrDefault("room", ""),
          moment(fields.getOrDefault("begins", ""), meeting.zone()),
          moment(fields.getOrDefault("ends", ""), meeting.zone()));
      return to(page, "/meetings/" + ref + "/edit");
    } catch (DomainFailure failure) {
      return again(page, Optional.of(meeting), Optional.empty(), fields, failure);
    }
  }

  @GetMapping("/{language}/sessions/{ref}/edit")
  ModelAndView session(Page page, @PathVariable String ref) {
    Session it = meetings.session(ref);
    return show(page, Optional.of(it.meeting()), Optional.of(it), fields(it), Wrong.NOTHING);
  }

  @PostMapping("/{language}/sessions/{ref}/edit")
  ModelAndView change(
      Page page, @PathVariable String ref, @RequestParam Map<String, String> fields) {
    Session it = meetings.session(ref);
    try {
      programme.change(
          it,
          fields.getOrDefault("title", ""),
          fields.getOrDefault("room", ""),
          moment(fields.getOrDefault("begins", ""), it.begins()),
          moment(fields.getOrDefault("ends", ""), it.ends()),
          fields.containsKey("cancelled"));
      return to(page, "/sessions/" + ref);
    } catch (DomainFailure failure) {
      return again(page, Optional.of(it.meeting()), Optional.of(it), fields, failure);
    }
  }

  @PostMapping("/{language}/sessions/{ref}/officers")
  ModelAndView assign(
      Page page, @PathVariable String ref, @RequestParam Map<String, String> fields) {
    Session it = meetings.session(ref);
    try {
      Person person =
          persons
              .findByEmail(fields.getOrDefault("email", ""))
              .orElseThrow(() ->
                  new DomainFailure(
                      "PART-026",
                      "participation.failure.no-person",
                      Map.of(),
                      HttpStatus.UNPROCESSABLE_ENTITY));
      Role role = Field.oneOf(List.of(Role.values()), Role::tag, fields.getOrDefault("role", ""));
      programme.assign(it, person, role);
      return to(page, "/sessions/" + ref + "/edit");
    } catch (DomainFailure failure) {
      Map<String, String> both = new HashMap<>(fields(it));
      if (it.cancelled()) {
        both.put("cancelled", "true");
      }
      both.putAll(fields);
      return again(page, Optional.of(it.meeting()), Optional.of(it), both, failure);
    }
  }

  @PostMapping("/{language}/sessions/{ref}/officers/end")
  ModelAndView relieve(
      Page page,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") long person,
      @RequestParam(defaultValue = "") String role) {
    Session it = meetings.session(ref);
    meetings.serving(it).stream()
        .filter(officer -> officer.person() == person && officer.role().tag().equals(role))
        .forEach(officer -> programme.relieve(it, person, officer.role()));
    return to(page, "/sessions/" + ref + "/edit");
  }

  private ModelAndView again(
      Page page,
      Optional<Meeting> meeting,
      Optional<Session> session,
      Map<String, String> fields,
      DomainFailure failure) {
    Map<String, String> moments = new LinkedHashMap<>();
    MOMENTS.stream()
        .filter(fields::containsKey)
        .forEach(it -> moments.put(it, fields.getOrDefault(it, "")));
    Wrong wrong = Wrong.of(failure, page.words(), FIELDS).orWhere(failure, moments);
    ModelAndView shown = show(page, meeting, session, fields, wrong);
    shown.setStatus(failure.status());
    return shown;
  }

  private ModelAndView show(
      Page page,
      Optional<Meeting> meeting,
      Optional<Session> session,
      Map<String, String> fields,
      Wrong wrong) {
    String title =
        session
            .map(Session::title)
            .or(() -> meeting.map(Meeting::title))
            .map(it -> page.words().t("participation.meeting.edit-title", "title", it))
            .orElse(page.words().t("participation.meeting.new"));
    Page titled = page.titled(wrong.title(page.words(), title));
    return session
        .map(it -> it.above(titled))
        .or(() -> meeting.map(it -> it.above(titled)))
        .orElse(titled.under("/meetings", page.words().t("participation.meeting.all")))
        .show(
            "participation/meeting/convene",
            new View(
                meeting,
                session,
                meeting.map(meetings::sessions).orElse(List.of()),
                meeting.map(meetings::overlaps).orElse(List.of()),
                session.map(meetings::serving).orElse(List.of()),
                fields,
                wrong));
  }

  private static Map<String, String> fields(Session it) {
    return Map.of(
        "title", it.title(),
        "room", it.room(),
        "begins", it.begins().toLocalDateTime().toString(),
        "ends", it.ends().toLocalDateTime().toString());
  }

  private static ModelAndView to(Page page, String path) {
    return new ModelAndView("redirect:" + page.link(path));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw wrong("PART-027", "participation.failure.zone", text);
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw wrong("PART-028", "participation.failure.day", text);
    }
  }

  private static Instant moment(String text, ZoneId zone) {
    return Programme.moment(local(text), zone);
  }

  /// A time that stays as it was stays the same moment, though the clocks show it twice.
  private static Instant moment(String text, ZonedDateTime before) {
    LocalDateTime local = local(text);
    return local.equals(before.toLocalDateTime())
        ? before.toInstant()
        : Programme.moment(local, before.getZone());
  }

  private static LocalDateTime local(String text) {
    try {
      return LocalDateTime.parse(text.strip().replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw wrong("PART-029", "participation.failure.moment", text);
    }
  }

  private static DomainFailure wrong(String code, String key, String text) {
    return new DomainFailure(code, key, Map.of("value", text), HttpStatus.UNPROCESSABLE_ENTITY);
  }

  /// Of an action group one of six, or none.
  private static String dimension(String sent) {
    return sent.isEmpty() ? "" : Field.oneOf(Session.DIMENSIONS, it -> it, sent);
  }
}
