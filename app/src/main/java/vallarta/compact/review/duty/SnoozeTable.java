package vallarta.compact.review.duty;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of reminders that were put off; the newest of a duty holds.
@Component
class SnoozeTable {

  private final JdbcClient jdbc;

  SnoozeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The one that holds for each duty of a commitment.
  Map<Long, Snooze> ofCommitment(long commitment) {
    Map<Long, Snooze> found = new HashMap<>();
    jdbc.sql(
            """
            select duty, until, reason from review.snooze
            where duty in (select id from review.duty where commitment = :commitment) order by id
            """)
        .param("commitment", commitment)
        .query(row -> {
          found.put(
              row.getLong(1),
              new Snooze(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3)));
        });
    return found;
  }

  Optional<Snooze> find(long duty) {
    return jdbc.sql(
            "select duty, until, reason from review.snooze where duty = :duty order by id desc limit 1")
        .param("duty", duty)
        .query((row, n) ->
            new Snooze(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3)))
        .optional();
  }

  void insert(Snooze it, Instant at, long by) {
    jdbc.sql(
            """
            insert into review.snooze (duty, until, reason, at, by)
            values (:duty, :until, :reason, :at, :by)
            """)
        .param("duty", it.duty())
        .param("until", it.until())
        .param("reason", it.reason())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }
}
