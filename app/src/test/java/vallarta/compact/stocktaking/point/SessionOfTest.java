package vallarta.compact.stocktaking.point;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;

/// A session of a meeting of a test's own, served by the rapporteur and the moderator of the
/// demonstration.
record SessionOfTest(long id, String ref) {

  static SessionOfTest create(RunningDemonstration site) {
    JdbcClient jdbc = site.bean(JdbcClient.class);
    long meeting =
        jdbc.sql(
                """
                insert into participation.meeting (title, zone, first_day, last_day, published, fictional)
                values (:title, 'America/Mexico_City', '2026-12-04', '2026-12-06', true, true) returning id
                """)
            .param("title", "A meeting of the test " + UUID.randomUUID())
            .query(Long.class)
            .single();
    long session =
        jdbc.sql(
                """
                insert into participation.session (meeting, type, title, dimension, begins_at, ends_at)
                values (:meeting, 'action-group', 'Action group of the test', 'national',
                  '2026-12-04T15:30:00Z', '2026-12-04T17:00:00Z') returning id
                """)
            .param("meeting", meeting)
            .query(Long.class)
            .single();
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
