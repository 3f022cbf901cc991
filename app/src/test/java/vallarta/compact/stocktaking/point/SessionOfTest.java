package vallarta.compact.stocktaking.point;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Programme;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.meeting.SessionType;

/// A session of a meeting of a test's own, served by the rapporteur and the moderator of the
/// demonstration.
record SessionOfTest(long id, String ref) {

  static SessionOfTest create(RunningDemonstration site) {
    Programme programme = site.bean(Programme.class);
    ZoneId zone = ZoneId.of("America/Mexico_City");
    LocalDate day = LocalDate.of(2026, 12, 4);
    Meeting meeting =
        programme.convene(
            "A meeting of the test " + UUID.randomUUID(), "en", "", zone, day, day, true);
    Session made =
        programme.schedule(
            meeting,
            SessionType.ACTION_GROUP,
            "Action group of the test",
            "en",
            "national",
            "",
            Instant.parse("2026-12-04T15:30:00Z"),
            Instant.parse("2026-12-04T17:00:00Z"));
    programme.publish(meeting);
    long session = made.id();
    JdbcClient jdbc = site.bean(JdbcClient.class);
    jdbc.sql(
            """
            insert into participation.session_officer (session, person, role)
            select :session, m.person, m.role from participation.mandate m
            join participation.person p on p.id = m.person
            where m.role in ('rapporteur', 'moderator') and p.email like '%@example.org'
            """)
        .param("session", session)
        .update();
    return new SessionOfTest(session, "SE-" + session);
  }

  String workspace() {
    return "/en/sessions/" + ref + "/workspace";
  }
}
