package vallarta.compact.stocktaking.outcome;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;

/// What became of each statement: kept in a point or merged with it, as the published points say;
/// or not taken up, as somebody decided with a reason; or open.
@Service
public class Dispositions {

  /// What became of a statement.
  public enum State {
    KEPT,
    MERGED,
    NOT_TAKEN_UP,
    OPEN
  }

  /// @param points references of the points that keep it
  /// @param reason why it was not taken up, or empty
  public record Disposition(State state, List<String> points, String reason) {}

  private final JdbcClient jdbc;
  private final PublishedPoints points;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final DispositionNews news;
  private final Clock clock;

  Dispositions(
      JdbcClient jdbc,
      PublishedPoints points,
      PublicRecord publicRecord,
      Revision revision,
      DispositionNews news,
      Clock clock) {
    this.jdbc = jdbc;
    this.points = points;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.news = news;
    this.clock = clock;
  }

  /// Of each of these statements.
  @Transactional(readOnly = true)
  public Map<StatementId, Disposition> of(List<StatementId> statements) {
    Map<String, List<Published>> keepers = new HashMap<>();
    points
        .list()
        .forEach(point ->
            point
                .kept()
                .sources()
                .forEach(
                    s -> keepers.computeIfAbsent(s, it -> new java.util.ArrayList<>()).add(point)));
    Map<Long, String> reasons = new HashMap<>();
    jdbc.sql("select statement, reason from stocktaking.disposition")
        .query(row -> {
          reasons.put(row.getLong(1), row.getString(2));
        });
    Map<StatementId, Disposition> all = new HashMap<>();
    for (StatementId id : statements) {
      List<Published> in = keepers.getOrDefault(id.toString(), List.of());
      String reason = reasons.getOrDefault(id.number(), "");
      all.put(id, new Disposition(state(in, reason), refs(in), in.isEmpty() ? reason : ""));
    }
    return all;
  }

  /// Decides that a statement is not taken up.
  @Transactional
  void decline(Statement declined, String reason, long by) {
    StatementId statement = declined.id();
    String why = Field.text(reason, Field.TEXT);
    if (why.isEmpty()) {
      throw failure(
          "STOC-037", "stocktaking.failure.why", statement, HttpStatus.UNPROCESSABLE_ENTITY);
    }
    if (points.ofStatement(statement.number()).stream().anyMatch(it -> !it.kept().leftOut())) {
      throw failure("STOC-038", "stocktaking.failure.kept", statement, HttpStatus.CONFLICT);
    }
    boolean known =
        jdbc.sql(
                """
                insert into stocktaking.disposition as d (statement, reason, decided_at, decided_by)
                values (:statement, :reason, :at, :by)
                on conflict (statement) do update set reason = excluded.reason,
                  decided_at = excluded.decided_at, decided_by = excluded.decided_by
                returning xmax <> 0
                """)
            .param("statement", statement.number())
            .param("reason", why)
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by)
            .query(Boolean.class)
            .single();
    publicRecord.enter(
        List.of(
            new Act(
                known ? ActType.CORRECTION : ActType.DISPOSITION_DECIDED,
                OutcomeFacts.of(statement.number(), why))));
    revision.touch();
    news.declined(declined, why);
  }

  private static State state(List<Published> in, String reason) {
    if (in.isEmpty()) {
      return reason.isEmpty() ? State.OPEN : State.NOT_TAKEN_UP;
    }
    return in.stream().anyMatch(it -> it.kept().sources().size() == 1) ? State.KEPT : State.MERGED;
  }

  private static List<String> refs(List<Published> in) {
    return in.stream().map(it -> it.kept().ref()).toList();
  }

  private static DomainFailure failure(
      String code, String key, StatementId statement, HttpStatus status) {
    return new DomainFailure(code, key, Map.of("ref", statement.toString()), status);
  }
}
