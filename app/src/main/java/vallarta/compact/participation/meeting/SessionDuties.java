package vallarta.compact.participation.meeting;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Duties;
import vallarta.compact.participation.Mandate;

/// The sessions yet to come in which somebody serves.
@Component
class SessionDuties implements Duties {

  private final JdbcClient jdbc;
  private final Meetings meetings;
  private final Clock clock;

  SessionDuties(JdbcClient jdbc, Meetings meetings, Clock clock) {
    this.jdbc = jdbc;
    this.meetings = meetings;
    this.clock = clock;
  }

  @Override
  public List<Duty> of(Mandate mandate, Words words) {
    return jdbc
        .sql(
            """
            select 'SE-' || o.session from participation.session_officer o
            where o.person = :person and o.role = :role order by o.session
            """)
        .param("person", mandate.person().id())
        .param("role", mandate.role().tag())
        .query(String.class)
        .list()
        .stream()
        .map(ref -> meetings.session(String.valueOf(ref)))
        .filter(it -> !it.cancelled() && it.endsAt().isAfter(clock.instant()))
        .map(it ->
            new Duty(
                words.t(
                    "participation.duty.session",
                    "title",
                    it.title(),
                    "time",
                    words.dateTime(it.begins())),
                "/sessions/" + it.ref()))
        .toList();
  }
}
