package vallarta.compact.participation.registration;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Programme;

/// A published meeting of tomorrow, of one test alone.
record MeetingOfTest(RunningDemonstration site, Meeting it) {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  static MeetingOfTest create(RunningDemonstration site) {
    Programme programme = site.bean(Programme.class);
    LocalDate tomorrow = LocalDate.now(ZoneId.of("UTC")).plusDays(1);
    Meeting it =
        programme.convene(
            "Registration test " + NUMBER.incrementAndGet(),
            "en",
            "Port Kassel",
            ZoneId.of("UTC"),
            tomorrow,
            tomorrow,
            true);
    programme.publish(it);
    return new MeetingOfTest(site, it);
  }

  /// The path of a page of the meeting.
  String path(String page) {
    return "/en/meetings/%s/%s".formatted(it.ref(), page);
  }

  /// The registration of that address, the newest if there are several.
  Registration of(String email) {
    return all().stream()
        .filter(each -> each.email().equals(email))
        .max(java.util.Comparator.comparing(Registration::id))
        .orElseThrow();
  }

  List<Registration> all() {
    return site.bean(Registrations.class).of(it);
  }

  /// How often the record holds that text.
  long inRecord(String text) {
    return site.bean(JdbcClient.class)
        .sql(
            """
            select (select count(*) from record.entry where position(convert_to(:text, 'UTF8') in payload) > 0)
              + (select count(*) from record.disclosure where strpos(value, :text) > 0)
            """)
        .param("text", text)
        .query(Long.class)
        .single();
  }
}
