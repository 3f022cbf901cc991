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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vallarta.compact.web.Page;

/// Sessions as an iCalendar object (RFC 5545, with REFRESH-INTERVAL and NAME of RFC 7986). Times
/// are local to the meeting and carry its zone, which is described as far as the sessions reach.
final class Calendar {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final int OCTETS = 75;

  private final List<String> lines = new ArrayList<>();

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
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Vallarta//Programme//EN");
    calendar.line("CALSCALE:GREGORIAN");
    calendar.line("NAME:" + text(name));
    calendar.line("X-WR-CALNAME:" + text(name));
    calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT15M");
    Set<ZoneId> zones = new LinkedHashSet<>();
    sessions.forEach(it -> zones.add(it.meeting().zone()));
    zones.forEach(zone ->
        calendar.zone(
            zone, sessions.stream().filter(it -> it.meeting().zone().equals(zone)).toList()));
    sessions.forEach(it -> calendar.event(it, host, now, address.apply(it.ref())));
    calendar.line("END:VCALENDAR");
    return (String.join("\r\n", calendar.lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
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
    line("BEGIN:VEVENT");
    line("UID:" + it.ref() + "@" + host);
    line("DTSTAMP:" + LOCAL.format(now.atOffset(ZoneOffset.UTC)) + "Z");
    line("SEQUENCE:" + it.sequence());
    line("DTSTART" + moment(it.begins()));
    line("DTEND" + moment(it.ends()));
    line("SUMMARY;LANGUAGE=" + it.titleLanguage() + ":" + text(it.title()));
    String place =
        it.room().isEmpty() ? it.meeting().place() : it.room() + ", " + it.meeting().place();
    line("LOCATION:" + text(place));
    line("URL:" + address);
    line("STATUS:" + (it.cancelled() ? "CANCELLED" : "CONFIRMED"));
    line("END:VEVENT");
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
    line("BEGIN:VTIMEZONE");
    line("TZID:" + zone.getId());
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
    line("END:VTIMEZONE");
  }

  private void observance(
      boolean summer, LocalDateTime begin, ZoneOffset before, ZoneOffset after) {
    String kind = summer ? "DAYLIGHT" : "STANDARD";
    line("BEGIN:" + kind);
    line("DTSTART:" + LOCAL.format(begin));
    // The same moment again, for readers that take an observance without a recurrence from it
    // alone.
    line("RDATE:" + LOCAL.format(begin));
    line("TZOFFSETFROM:" + offset(before));
    line("TZOFFSETTO:" + offset(after));
    line("END:" + kind);
  }

  private static String offset(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    return "%s%02d%02d"
        .formatted(offset.getTotalSeconds() < 0 ? "-" : "+", minutes / 60, minutes % 60);
  }

  /// A value of type TEXT (RFC 5545, section 3.3.11).
  private static String text(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n")
        .replace("\r", "\\n");
  }

  /// Adds a content line, folded at 75 octets and never within a character (section 3.1).
  private void line(String content) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int point = content.codePointAt(i);
      int length = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.appendCodePoint(point);
      octets += length;
      i += Character.charCount(point);
    }
    lines.add(folded.toString());
  }
}
