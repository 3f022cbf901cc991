package vallarta.compact.review.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of labels, each with its duty.
@Component
class LabelTable {

  /// What the actors of a commitment reported last.
  record Reported(String progress, String ref) {}

  private record Row(
      long id,
      long duty,
      Instant raisedAt,
      @Nullable Instant contestedAt,
      String contestedReason,
      @Nullable Instant decidedAt,
      String decidedReason,
      boolean withdrawn) {

    Label of(Duty owed) {
      return new Label(
          id, owed, raisedAt, contestedAt, contestedReason, decidedAt, decidedReason, withdrawn);
    }
  }

  private final JdbcClient jdbc;
  private final DutyTable duties;

  LabelTable(JdbcClient jdbc, DutyTable duties) {
    this.jdbc = jdbc;
    this.duties = duties;
  }

  Optional<Label> find(long id) {
    return list("l.id = :value", id).stream().findFirst();
  }

  /// The newest first.
  List<Label> ofCommitment(long commitment) {
    return list("l.duty in (select id from review.duty where commitment = :value)", commitment);
  }

  /// Those that were contested and wait for the secretariat.
  List<Label> contested() {
    return list(
        """
        l.contested_at is not null and l.decided_at is null
        and l.duty in (select id from review.duty where state = :value)
        """,
        "open");
  }

  /// All of them, the newest first.
  List<Label> all() {
    return list("l.id > :value", 0L);
  }

  /// The number of a new one, empty where the duty has one already.
  Optional<Long> insert(long duty, Instant at) {
    return jdbc.sql(
            """
            insert into review.label (duty, raised_at) values (:duty, :at)
            on conflict do nothing returning id
            """)
        .param("duty", duty)
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .optional();
  }

  /// @return whether nobody had contested or decided it before
  boolean contest(long id, String reason, Instant at) {
    return jdbc.sql(
                """
                update review.label set contested_at = :at, contested_reason = :reason
                where id = :id and contested_at is null and decided_at is null
                """)
            .param("id", id)
            .param("reason", reason)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /// @return whether nobody had decided it before
  boolean decide(long id, boolean withdrawn, String reason, Instant at) {
    return jdbc.sql(
                """
                update review.label set decided_at = :at, decided_reason = :reason, withdrawn = :withdrawn
                where id = :id and decided_at is null
                """)
            .param("id", id)
            .param("reason", reason)
            .param("withdrawn", withdrawn)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /// Whether a label stands on a commitment.
  boolean stands(long commitment) {
    return jdbc.sql(
            """
            select exists (
              select 1 from review.label l join review.duty d on d.id = l.duty
              where d.commitment = :commitment and d.state = 'open' and not l.withdrawn)
            """)
        .param("commitment", commitment)
        .query(Boolean.class)
        .single();
  }

  /// Whether any actor of the commitment reported for that due date or a later one, or since.
  boolean reportedSince(Duty it) {
    return jdbc.sql(
            """
            select exists (
              select 1 from review.report r left join review.duty d on d.id = r.duty
              where r.commitment = :commitment and r.state = 'published'
                and (d.due >= :due or r.published_at >= :due))
            """)
        .param("commitment", it.commitment())
        .param("due", it.due())
        .query(Boolean.class)
        .single();
  }

  /// The newest report of any actor of a commitment.
  Optional<Reported> newestReport(long commitment) {
    return jdbc.sql(
            """
            select progress, id from review.report
            where commitment = :commitment and state = 'published'
            order by published_at desc, id desc limit 1
            """)
        .param("commitment", commitment)
        .query((row, n) -> new Reported(row.getString(1), "RP-" + row.getLong(2)))
        .optional();
  }

  private List<Label> list(String where, Object value) {
    List<Row> rows =
        jdbc.sql("select l.* from review.label l where " + where + " order by l.id desc")
            .param("value", value)
            .query((row, n) -> row(row))
            .list();
    Map<Long, Duty> owed =
        duties.list(rows.stream().map(Row::duty).toList()).stream()
            .collect(Collectors.toMap(Duty::id, Function.identity()));
    return rows.stream().map(it -> it.of(Objects.requireNonNull(owed.get(it.duty())))).toList();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("duty"),
        row.getTimestamp("raised_at").toInstant(),
        instant(row, "contested_at"),
        row.getString("contested_reason"),
        instant(row, "decided_at"),
        row.getString("decided_reason"),
        row.getBoolean("withdrawn"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
