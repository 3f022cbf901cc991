package vallarta.compact.participation.registration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.meeting.Meeting;

/// The door of a meeting: a badge is good once, and only when its holder is accredited.
@Service
class CheckIn {

  private static final int FOUND = 25;

  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Clock clock;

  CheckIn(JdbcClient jdbc, Registrations registrations, Clock clock) {
    this.jdbc = jdbc;
    this.registrations = registrations;
    this.clock = clock;
  }

  /// Lets the holder of that badge in.
  ///
  /// @return whether the holder came in now; false when the badge is not good, or was used before
  @Transactional
  boolean admit(String code) {
    return jdbc.sql(
                """
                update participation.registration set checked_in_at = :now
                where code = :code and state = 'approved' and checked_in_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("code", code)
            .update()
        == 1;
  }

  /// Those whose name or stakeholder has these letters, for who forgot the badge.
  List<Registration> search(Meeting meeting, String letters) {
    String sought = letters.strip().toLowerCase(Locale.ROOT);
    if (sought.isEmpty()) {
      return List.of();
    }
    return registrations.of(meeting).stream()
        .filter(it ->
            it.name().toLowerCase(Locale.ROOT).contains(sought)
                || it.stakeholder().name().toLowerCase(Locale.ROOT).contains(sought))
        .limit(FOUND)
        .toList();
  }
}
