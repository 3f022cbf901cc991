package vallarta.compact.stocktaking.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.stocktaking.StatementGroup;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;

/// Who declares to be behind campaigns. A note is never changed: the newest of a campaign holds.
@Service
class Origins {

  private final JdbcClient jdbc;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Origins(JdbcClient jdbc, PublicRecord publicRecord, Revision revision, Clock clock) {
    this.jdbc = jdbc;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// All notes, the first first.
  @Transactional(readOnly = true)
  List<Origin> list() {
    return jdbc.sql("select * from stocktaking.campaign_origin order by id")
        .query((row, n) ->
            new Origin(
                row.getLong("id"),
                row.getLong("statement"),
                row.getString("origin"),
                row.getString("source"),
                row.getTimestamp("noted_at").toInstant()))
        .list();
  }

  /// Those of one campaign, the first first.
  static List<Origin> of(StatementGroup group, List<Origin> all) {
    Set<Long> members =
        group.statements().stream().map(it -> it.id().number()).collect(Collectors.toSet());
    return all.stream().filter(it -> members.contains(it.statement())).toList();
  }

  /// Who is behind it by these notes, empty when nobody declares so.
  static Optional<Origin> declared(List<Origin> notes) {
    return notes.isEmpty()
        ? Optional.empty()
        : Optional.of(notes.getLast()).filter(Origin::isDeclared);
  }

  /// Notes who declares to be behind a campaign, or takes the note back.
  ///
  /// @param origin empty to take it back
  @Transactional
  void note(StatementGroup group, String origin, String source, long by) {
    String who = Field.text(origin, Field.LINE);
    String where = Field.text(source, Field.TEXT);
    if (where.isEmpty()) {
      throw failure("STOC-067", "stocktaking.failure.origin-source", group);
    }
    if (who.isEmpty() && declared(of(group, list())).isEmpty()) {
      throw failure("STOC-068", "stocktaking.failure.origin-nobody", group);
    }
    long id =
        jdbc.sql(
                """
                insert into stocktaking.campaign_origin (statement, origin, source, noted_at, noted_by)
                values (:statement, :origin, :source, :at, :by) returning id
                """)
            .param("statement", group.representative().id().number())
            .param("origin", who)
            .param("source", where)
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by)
            .query(Long.class)
            .single();
    Origin noted = list().stream().filter(it -> it.id() == id).findFirst().orElseThrow();
    publicRecord.enter(List.of(new Act(ActType.CAMPAIGN_ORIGIN_NOTED, OriginFacts.of(noted))));
    revision.touch();
  }

  private static DomainFailure failure(String code, String key, StatementGroup group) {
    return new DomainFailure(
        code, key, Map.of("group", group.id()), HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
