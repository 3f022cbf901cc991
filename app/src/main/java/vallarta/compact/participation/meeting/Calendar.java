package vallarta.compact.participation.meeting;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vallarta.compact.web.CalendarLines;
import vallarta.compact.web.Page;

/// Sessions as an iCalendar object (RFC 5545, with REFRESH-INTERVAL and NAME of RFC 7986). Times
/// are local to the meeting and carry its zone, which is described as far as the sessions reach.
final class Calendar {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private final CalendarLines lines = new CalendarLines();

  private Calendar() {}

  /// @param host that makes the identifiers of the sessions its own
  /// @param address from the reference of a session to the address of its page
  static byte[] of(
      String name,
      List<Session> sessions,
      String host,
      Instant now,
      java.util.function.UnaryOperator<String> address) {
    Calendar calendar = new Calendar();
    calendar.lines.add("BEGIN:VCALENDAR");
    calendar.lines.add("VERSION:2.0");
    calendar.lines.add("PRODID:-//Vallarta//Programme//EN");
    calendar.lines.add("CALSCALE:GREGORIAN");
    calendar.lines.add("NAME:" + CalendarLines.text(name));
    calendar.lines.add("X-WR-CALNAME:" + CalendarLines.text(name));
    calendar.lines.add("REFRESH-INTERVAL;VALUE=DURATION:PT15M");
    Set<ZoneId> zones = new LinkedHashSet<>();
    sessions.forEach(it -> zones.add(it.meeting().zone()));
    zones.forEach(zone ->
        calendar.zone(
            zone, sessions.stream().filter(it -> it.meeting().zone().equals(zone)).toList()));
    sessions.forEach(it -> calendar.event(it, host, now, address.apply(it.ref())));
    calendar.lines.add("END:VCALENDAR");
    return calendar.lines.bytes();
  }

  /// The sessions as the answer to a request for them.
  static ResponseEntity<byte[]> download(
      Page page, String name, List<Session> sessions, Instant now, String file) {
    String origin = URI.create(page.permalink()).resolve("/").toString();
    String host = String.valueOf(URI.create(origin).getHost());
    byte[] bytes =
        of(name, sessions, host, now, ref -> origin + page.link("/sessions/" + ref).substring(1));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"%s.ics\"".formatted(file))
        .body(bytes);
  }

  private void event(Session it, String host, Instant now, String address) {
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + it.ref() + "@" + host);
    lines.add("DTSTAMP:" + LOCAL.format(now.atOffset(ZoneOffset.UTC)) + "Z");
    lines.add("SEQUENCE:" + it.sequence());
    lines.add("DTSTART" + moment(it.begins()));
    lines.add("DTEND" + moment(it.ends()));
    lines.add("SUMMARY;LANGUAGE=" + it.titleLanguage() + ":" + CalendarLines.text(it.title()));
    String place =
        it.room().isEmpty() ? it.meeting().place() : it.room() + ", " + it.meeting().place();
    lines.add("LOCATION:" + CalendarLines.text(place));
    lines.add("URL:" + address);
    lines.add("STATUS:" + (it.cancelled() ? "CANCELLED" : "CONFIRMED"));
    lines.add("END:VEVENT");
  }

  /// A local time with its zone. Of two that are shown alike the first is meant (RFC 5545, section
  /// 3.3.5), so the second is told in UTC.
  private static String moment(ZonedDateTime at) {
    boolean second = !at.withEarlierOffsetAtOverlap().equals(at);
    return second
        ? ":" + LOCAL.format(at.withZoneSameInstant(ZoneOffset.UTC)) + "Z"
        : ";TZID=" + at.getZone().getId() + ":" + LOCAL.format(at);
  }

  /// The offsets of a zone around the sessions: the one in force before the first of them, and
  /// every change until after the last.
  private void zone(ZoneId zone, List<Session> sessions) {
    ZoneRules rules = zone.getRules();
    Instant first = sessions.stream().map(Session::beginsAt).min(Instant::compareTo).orElseThrow();
    Instant last = sessions.stream().map(Session::endsAt).max(Instant::compareTo).orElseThrow();
    lines.add("BEGIN:VTIMEZONE");
    lines.add("TZID:" + zone.getId());
    Instant from = first.minus(Duration.ofDays(366));
    ZonedDateTime begin = from.atZone(zone);
    observance(
        rules.isDaylightSavings(from),
        begin.toLocalDateTime(),
        begin.getOffset(),
        begin.getOffset());
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && next.getInstant().isBefore(last.plus(Duration.ofDays(1)))) {
      observance(
          rules.isDaylightSavings(next.getInstant()),
          next.getDateTimeBefore(),
          next.getOffsetBefore(),
          next.getOffsetAfter());
      next = rules.nextTransition(next.getInstant());
    }
    lines.add("END:VTIMEZONE");
  }

  private void observance(
      boolean summer, LocalDateTime begin, ZoneOffset before, ZoneOffset after) {
    String kind = summer ? "DAYLIGHT" : "STANDARD";
    lines.add("BEGIN:" + kind);
    lines.add("DTSTART:" + LOCAL.format(begin));
    // The same moment again, for readers that take an observance without a recurrence from it
    // alone.
    lines.add("RDATE:" + LOCAL.format(begin));
    lines.add("TZOFFSETFROM:" + offset(before));
    lines.add("TZOFFSETTO:" + offset(after));
    lines.add("END:" + kind);
  }

  private static String offset(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    return "%s%02d%02d"
        .formatted(offset.getTotalSeconds() < 0 ? "-" : "+", minutes / 60, minutes % 60);
  }
}
