package vallarta.compact.review.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.review.duty.Duty.Ending;
import vallarta.compact.review.duty.Duty.Kind;
import vallarta.compact.review.duty.Duty.State;

/// The rows of duties.
@Component
class DutyTable {

  private final JdbcClient jdbc;

  DutyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Duty> find(long id) {
    return list("id = :value", id).stream().findFirst();
  }

  /// Those of a commitment, the next due first.
  List<Duty> ofCommitment(long commitment) {
    return list("commitment = :value", commitment);
  }

  /// The open ones of these, the next due first.
  List<Duty> openOf(Collection<String> stakeholders) {
    return list(
        "state = 'open' and stakeholder = any(:value)", stakeholders.toArray(String[]::new));
  }

  List<Duty> list(Collection<Long> ids) {
    return list("id = any(:value)", ids.toArray(Long[]::new));
  }

  /// The open ones that fall due before that day and bear no label yet.
  List<Duty> unlabelled(LocalDate dueBefore) {
    return list(
        """
        state = 'open' and due < :value
        and not exists (select 1 from review.label where label.duty = duty.id)
        """,
        dueBefore);
  }

  /// Yearly ones that are over and that no later one follows yet, though the schedule goes on.
  List<Duty> toFollow(LocalDate today) {
    return list(
        """
        kind = 'yearly' and state <> 'ended' and due < :value and not exists (
          select 1 from review.duty later
          where later.commitment = duty.commitment and later.stakeholder = duty.stakeholder
            and (later.kind = 'yearly' and later.due > duty.due
              or later.kind = 'final' and later.due <= duty.due + interval '1 year'))
        """,
        today);
  }

  /// Opens it unless it is there; one that ended is opened again, since its date is the same.
  ///
  /// @return whether it was opened
  boolean open(long commitment, String stakeholder, Timetable.Date it, Instant at) {
    return jdbc.sql(
                """
                insert into review.duty (commitment, stakeholder, kind, milestone, due, opened_at)
                values (:commitment, :stakeholder, :kind, nullif(:milestone, 0), :due, :at)
                on conflict (commitment, stakeholder, kind, due) do update
                set state = 'open', closed_at = null, closed_reason = '' where duty.state = 'ended'
                """)
            .param("commitment", commitment)
            .param("stakeholder", stakeholder)
            .param("kind", it.kind().tag())
            .param("milestone", it.milestone())
            .param("due", it.due())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  void end(long id, Ending why, Instant at) {
    jdbc.sql(
            """
            update review.duty set state = 'ended', closed_at = :at, closed_reason = :why
            where id = :id and state = 'open'
            """)
        .param("id", id)
        .param("why", why.tag())
        .param("at", Timestamp.from(at))
        .update();
  }

  /// @return whether it was open
  boolean meet(long id, long report, Instant at) {
    return jdbc.sql(
                """
                update review.duty set state = 'met', closed_at = :at, report = :report
                where id = :id and state = 'open'
                """)
            .param("id", id)
            .param("report", report)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  void reopen(long id) {
    jdbc.sql(
            """
            update review.duty set state = 'open', closed_at = null, report = null
            where id = :id and state = 'met'
            """)
        .param("id", id)
        .update();
  }

  /// Whether what the actor reported last is that the commitment is done.
  boolean isDone(long commitment, String stakeholder) {
    return jdbc.sql(
            """
            select progress = 'done' from review.report
            where commitment = :commitment and stakeholder = :stakeholder and state = 'published'
            order by published_at desc, id desc limit 1
            """)
        .param("commitment", commitment)
        .param("stakeholder", stakeholder)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private List<Duty> list(String where, Object value) {
    return jdbc.sql("select * from review.duty where " + where + " order by due, id")
        .param("value", value)
        .query((row, n) -> duty(row))
        .list();
  }

  private static Duty duty(ResultSet row) throws SQLException {
    Timestamp closed = row.getTimestamp("closed_at");
    return new Duty(
        row.getLong("id"),
        row.getLong("commitment"),
        row.getString("stakeholder"),
        Kind.of(row.getString("kind")),
        row.getLong("milestone"),
        row.getObject("due", LocalDate.class),
        State.of(row.getString("state")),
        row.getTimestamp("opened_at").toInstant(),
        closed == null ? null : closed.toInstant(),
        row.getString("closed_reason"),
        row.getLong("report"));
  }
}
