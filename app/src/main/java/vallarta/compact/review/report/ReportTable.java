package vallarta.compact.review.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vallarta.compact.review.duty.Duty;

/// The rows of reports, each with the values that were measured.
@Component
class ReportTable {

  private final JdbcClient jdbc;

  ReportTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Report> find(long id) {
    return list("id = :value", id).stream().findFirst();
  }

  /// These in the order given.
  List<Report> list(Collection<Long> ids) {
    Map<Long, Report> found = new HashMap<>();
    list("id = any(:value)", ids.toArray(Long[]::new)).forEach(it -> found.put(it.id(), it));
    return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
  }

  /// The published and withdrawn ones on a commitment, the newest first.
  List<Report> ofCommitment(long commitment) {
    return list("commitment = :value and published_at is not null", commitment);
  }

  /// The newest published one of an actor on each of these commitments.
  Map<Long, Report> newest(Collection<Long> commitments, String stakeholder) {
    Map<Long, Report> found = new HashMap<>();
    list(jdbc.sql(
                """
                select distinct on (commitment) id from review.report
                where commitment = any(:commitments) and stakeholder = :stakeholder and state = 'published'
                order by commitment, published_at desc, id desc
                """)
            .param("commitments", commitments.toArray(Long[]::new))
            .param("stakeholder", stakeholder)
            .query((row, n) -> row.getLong(1))
            .list())
        .forEach(it -> found.put(it.commitment(), it));
    return found;
  }

  /// Those on which somebody still writes for these duties.
  List<Report> openFor(Collection<Long> duties) {
    return list(
        "duty = any(:value) and state in ('draft', 'validated')", duties.toArray(Long[]::new));
  }

  /// The published ones of an actor on a commitment, the newest first.
  List<Report> published(long commitment, String stakeholder) {
    return ofCommitment(commitment).stream()
        .filter(it -> it.state() == Report.State.PUBLISHED && it.stakeholder().equals(stakeholder))
        .toList();
  }

  long insert(Duty of, Answers told, boolean unchanged, boolean fictional, Instant at, long by) {
    long id =
        fields(
                jdbc.sql(
                    """
                    insert into review.report (duty, commitment, stakeholder, progress, language, achieved, hindered,
                      means_used, next_steps, unchanged, fictional, written_by, writers, changed_at)
                    values (:duty, :commitment, :stakeholder, :progress, :language, :achieved, :hindered,
                      :means, :next, :unchanged, :fictional, :by, array[cast(:by as bigint)], :at)
                    returning id
                    """),
                told)
            .param("duty", of.id())
            .param("commitment", of.commitment())
            .param("stakeholder", of.stakeholder())
            .param("unchanged", unchanged)
            .param("fictional", fictional)
            .param("by", by)
            .param("at", Timestamp.from(at))
            .query(Long.class)
            .single();
    measure(id, told);
    return id;
  }

  /// Writes other answers: what was validated is a draft again.
  ///
  /// @return whether it was in that state, and the version that was seen the newest
  boolean update(long id, int seen, Report.State in, Answers told, Instant at, long by) {
    boolean written =
        fields(
                    jdbc.sql(
                        """
                        update review.report set version = version + 1, progress = :progress, language = :language,
                          achieved = :achieved, hindered = :hindered, means_used = :means, next_steps = :next,
                          state = case state when 'validated' then 'draft' else state end,
                          validated_at = case state when 'validated' then null else validated_at end,
                          validated_by = case state when 'validated' then null else validated_by end,
                          writers = case when writers @> array[cast(:by as bigint)] then writers
                            else writers || cast(:by as bigint) end,
                          changed_at = :at
                        where id = :id and version = :seen and state = :state
                        """),
                    told)
                .param("id", id)
                .param("seen", seen)
                .param("state", in.tag())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update()
            == 1;
    if (written) {
      measure(id, told);
    }
    return written;
  }

  boolean validate(long id, int seen, Instant at, long by) {
    return jdbc.sql(
                """
                update review.report set version = version + 1, state = 'validated', validated_at = :at,
                  validated_by = :by, changed_at = :at
                where id = :id and version = :seen and state = 'draft'
                """)
            .param("id", id)
            .param("seen", seen)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update()
        == 1;
  }

  /// @param from the state in which it was until now
  boolean publish(long id, int seen, Report.State from, Instant at) {
    return jdbc.sql(
                """
                update review.report set version = version + 1, state = 'published', published_at = :at,
                  changed_at = :at
                where id = :id and version = :seen and state = :state
                """)
            .param("id", id)
            .param("seen", seen)
            .param("state", from.tag())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  boolean withdraw(long id, int seen, String reason, Instant at) {
    return jdbc.sql(
                """
                update review.report set version = version + 1, state = 'withdrawn', withdrawn_reason = :reason,
                  changed_at = :at
                where id = :id and version = :seen and state = 'published'
                """)
            .param("id", id)
            .param("seen", seen)
            .param("reason", reason)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /// Raises the version of one that gets further evidence; a validated one is a draft again.
  boolean touch(long id, int seen, Instant at) {
    return jdbc.sql(
                """
                update review.report set version = version + 1, changed_at = :at,
                  state = case state when 'validated' then 'draft' else state end,
                  validated_at = case state when 'validated' then null else validated_at end
                where id = :id and version = :seen and state <> 'withdrawn'
                """)
            .param("id", id)
            .param("seen", seen)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  boolean discard(long id, int seen) {
    jdbc.sql(
            """
            delete from review.measured where report in (
              select id from review.report where id = :id and version = :seen and state in ('draft', 'validated'))
            """)
        .param("id", id)
        .param("seen", seen)
        .update();
    jdbc.sql(
            """
            delete from review.evidence where about = 'RP-' || :id and exists (
              select 1 from review.report where id = :id and version = :seen and state in ('draft', 'validated'))
            """)
        .param("id", id)
        .param("seen", seen)
        .update();
    return jdbc.sql(
                """
                delete from review.report
                where id = :id and version = :seen and state in ('draft', 'validated')
                """)
            .param("id", id)
            .param("seen", seen)
            .update()
        == 1;
  }

  int count(ReportFilter filter) {
    return filtered("select count(*) " + ReportFilter.WHERE, filter).query(Integer.class).single();
  }

  /// The newest first.
  ///
  /// @param from how many are left out before
  List<Long> page(ReportFilter filter, int from, int most) {
    return filtered(
            "select r.id "
                + ReportFilter.WHERE
                + " order by r.published_at desc, r.id desc limit :most offset :from",
            filter)
        .param("from", from)
        .param("most", most)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  private StatementSpec filtered(String sql, ReportFilter it) {
    return jdbc.sql(sql)
        .param("commitment", it.commitmentNumber())
        .param("actor", it.actor())
        .param("progress", it.progress())
        .param("unchanged", it.unchanged());
  }

  private void measure(long report, Answers told) {
    jdbc.sql("delete from review.measured where report = :id").param("id", report).update();
    for (Answers.Measured it : told.measured()) {
      jdbc.sql(
              """
              insert into review.measured (report, target, value, on_date)
              values (:report, :target, :value, :on)
              """)
          .param("report", report)
          .param("target", it.target())
          .param("value", it.value())
          .param("on", it.on())
          .update();
    }
  }

  private List<Report> list(String where, Object value) {
    Map<Long, List<Answers.Measured>> measured = new HashMap<>();
    jdbc.sql(
            """
            select m.report, m.target, m.value, m.on_date from review.measured m
            where m.report in (select id from review.report where %s) order by m.target
            """
                .formatted(where))
        .param("value", value)
        .query(row -> {
          measured
              .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
              .add(
                  new Answers.Measured(
                      row.getLong(2),
                      row.getBigDecimal(3).stripTrailingZeros(),
                      row.getObject(4, LocalDate.class)));
        });
    return jdbc.sql(
            "select * from review.report where " + where + " order by published_at desc, id desc")
        .param("value", value)
        .query((row, n) -> report(row, measured.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private static StatementSpec fields(StatementSpec sql, Answers it) {
    return sql.param("progress", it.progress())
        .param("language", it.language())
        .param("achieved", it.achieved())
        .param("hindered", it.hindered())
        .param("means", it.meansUsed())
        .param("next", it.nextSteps());
  }

  private static Report report(ResultSet row, List<Answers.Measured> measured) throws SQLException {
    Array writers = row.getArray("writers");
    return new Report(
        row.getLong("id"),
        row.getLong("duty"),
        row.getLong("commitment"),
        row.getString("stakeholder"),
        row.getInt("version"),
        Report.State.of(row.getString("state")),
        new Answers(
            row.getString("progress"),
            row.getString("language"),
            row.getString("achieved"),
            row.getString("hindered"),
            row.getString("means_used"),
            row.getString("next_steps"),
            measured),
        row.getBoolean("unchanged"),
        row.getBoolean("fictional"),
        Arrays.asList((Long[]) writers.getArray()),
        instant(row, "validated_at"),
        instant(row, "published_at"),
        row.getString("withdrawn_reason"),
        row.getTimestamp("changed_at").toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
