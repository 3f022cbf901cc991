package vallarta.compact.review.board;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vallarta.compact.web.CalendarLines;
import vallarta.compact.web.Page;

/// The dates on which reports of an actor fall due as an iCalendar object (RFC 5545): each a whole
/// day that keeps nobody from anything else. A due date never moves, so an event has no sequence.
final class DueCalendar {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private DueCalendar() {}

  static ResponseEntity<byte[]> of(Page page, String name, List<DueDates.Due> due, Instant now) {
    CalendarLines lines = new CalendarLines();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Vallarta//Reports due//EN");
    lines.add("CALSCALE:GREGORIAN");
    lines.add("NAME:" + CalendarLines.text(name));
    lines.add("X-WR-CALNAME:" + CalendarLines.text(name));
    lines.add("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    due.forEach(it -> event(lines, page, it, now));
    lines.add("END:VCALENDAR");
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"due.ics\"")
        .body(lines.bytes());
  }

  private static void event(CalendarLines lines, Page page, DueDates.Due it, Instant now) {
    String host = String.valueOf(URI.create(page.permalink()).getHost());
    String summary =
        page.words().t("review.board.due.event", "ref", it.commitmentRef(), "title", it.title());
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + it.ref() + "@" + host);
    lines.add("DTSTAMP:" + UTC.format(now));
    lines.add("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(it.on()));
    lines.add("DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(it.on().plusDays(1)));
    lines.add("SUMMARY:" + CalendarLines.text(summary));
    lines.add("URL:" + page.absolute(page.link("/commitments/" + it.commitmentRef())));
    lines.add("TRANSP:TRANSPARENT");
    lines.add("END:VEVENT");
  }
}
