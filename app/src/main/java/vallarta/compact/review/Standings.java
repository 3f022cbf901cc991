package vallarta.compact.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.store.Revision;

/// Where each public commitment stands, one row each, kept in the transaction that changes it; and
/// how it came to stand so, each change with its reason and what it rests on.
@Service
public class Standings {

  /// One step of how a commitment came to stand as it does.
  public record Change(
      Instant at, Standing before, Standing after, String reason, String evidence) {}

  private final JdbcClient jdbc;
  private final Revision revision;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Standings(JdbcClient jdbc, Revision revision, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.revision = revision;
    this.events = events;
    this.clock = clock;
  }

  /// Begins to keep where a commitment stands, when it was published: nobody has reported.
  ///
  /// @param since from when on that silence counts
  @Transactional
  public void begin(long commitment, Instant since) {
    jdbc.sql(
            """
            insert into review.standing (commitment, standing, since) values (:commitment, 'no-report', :since)
            on conflict do nothing
            """)
        .param("commitment", commitment)
        .param("since", Timestamp.from(since))
        .update();
  }

  @Transactional(readOnly = true)
  public Optional<Standing.Now> find(long commitment) {
    return Optional.ofNullable(of(List.of(commitment)).get(commitment));
  }

  /// How these stand, by their numbers.
  @Transactional(readOnly = true)
  public Map<Long, Standing.Now> of(Collection<Long> commitments) {
    Map<Long, Standing.Now> found = new HashMap<>();
    jdbc.sql("select * from review.standing where commitment = any(:ids)")
        .param("ids", commitments.toArray(Long[]::new))
        .query(row -> {
          found.put(row.getLong("commitment"), now(row));
        });
    return found;
  }

  /// How it came to stand so, the newest step first.
  @Transactional(readOnly = true)
  public List<Change> changes(long commitment) {
    return jdbc.sql(
            """
            select at, before, after, reason, evidence from review.standing_change
            where commitment = :commitment order by at desc, id desc
            """)
        .param("commitment", commitment)
        .query((row, n) ->
            new Change(
                row.getTimestamp("at").toInstant(),
                Standing.of(row.getString("before")),
                Standing.of(row.getString("after")),
                row.getString("reason"),
                row.getString("evidence")))
        .list();
  }

  /// Makes it stand so. Nothing happens when it does already.
  ///
  /// @param reason published; not blank
  /// @param evidence reference of what it rests on; not blank
  @Transactional
  public void change(long commitment, Standing to, String reason, String evidence) {
    Standing.Now before =
        find(commitment).orElseThrow(() -> new IllegalStateException("no standing: " + commitment));
    if (before.standing() == to) {
      return;
    }
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql("update review.standing set standing = :to, since = :now where commitment = :id")
        .param("to", to.tag())
        .param("now", now)
        .param("id", commitment)
        .update();
    jdbc.sql(
            """
            insert into review.standing_change (commitment, at, before, after, reason, evidence)
            values (:id, :now, :before, :after, :reason, :evidence)
            """)
        .param("id", commitment)
        .param("now", now)
        .param("before", before.standing().tag())
        .param("after", to.tag())
        .param("reason", reason)
        .param("evidence", evidence)
        .update();
    revision.touch();
    events.publishEvent(new StandingChanged(commitment, before.standing(), to, reason, evidence));
  }

  /// Notes that an actor's report was published then.
  @Transactional
  public void reported(long commitment, Instant at) {
    jdbc.sql(
            """
            update review.standing set last_report = greatest(last_report, :at) where commitment = :id
            """)
        .param("at", Timestamp.from(at))
        .param("id", commitment)
        .update();
  }

  /// Notes whether a duty to report is flagged in public.
  @Transactional
  public void flag(long commitment, boolean overdue) {
    int changed =
        jdbc.sql(
                """
                update review.standing set overdue = :overdue where commitment = :id and overdue <> :overdue
                """)
            .param("overdue", overdue)
            .param("id", commitment)
            .update();
    if (changed > 0) {
      revision.touch();
    }
  }

  private static Standing.Now now(ResultSet row) throws SQLException {
    Timestamp last = row.getTimestamp("last_report");
    return new Standing.Now(
        Standing.of(row.getString("standing")),
        row.getTimestamp("since").toInstant(),
        last == null ? null : last.toInstant(),
        row.getBoolean("overdue"));
  }
}
