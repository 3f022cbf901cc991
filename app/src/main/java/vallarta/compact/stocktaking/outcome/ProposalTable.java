package vallarta.compact.stocktaking.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of proposed commitments and of their means.
@Component
class ProposalTable {

  private static final String ALL =
      """
      select p.*, array(select 'PT-' || point from stocktaking.proposal_point where proposal = p.id order by point) as points
      from stocktaking.proposal p
      """;

  private final JdbcClient jdbc;

  ProposalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Proposal> list() {
    return query(" order by p.session, p.id", 0);
  }

  Optional<Proposal> find(long id) {
    return query(" where p.id = :value", id).stream().findFirst();
  }

  List<Proposal> ofMeeting(long meeting) {
    return query(
        " join participation.session e on e.id = p.session where e.meeting = :value order by e.begins_at, p.id",
        meeting);
  }

  List<Proposal> ofPoint(long point) {
    return query(
        " where exists (select 1 from stocktaking.proposal_point where proposal = p.id and point = :value) order by p.id",
        point);
  }

  long insert(long session, Proposal it, Instant at, long by) {
    long id =
        jdbc.sql(
                """
                insert into stocktaking.proposal (session, body, language, dimension, time_frame, changed_at, changed_by)
                values (:session, :body, :language, :dimension, :frame, :at, :by) returning id
                """)
            .param("session", session)
            .param("body", it.text())
            .param("language", it.language())
            .param("dimension", it.dimension())
            .param("frame", it.timeFrame())
            .param("at", Timestamp.from(at))
            .param("by", by)
            .query(Long.class)
            .single();
    for (String point : it.points()) {
      jdbc.sql("insert into stocktaking.proposal_point (proposal, point) values (:id, :point)")
          .param("id", id)
          .param("point", Long.parseLong(point.substring(3)))
          .update();
    }
    return id;
  }

  /// @return whether the version that was seen was still the newest
  boolean update(
      long id, int seen, String text, String frame, String withdrawn, Instant at, long by) {
    return jdbc.sql(
                """
                update stocktaking.proposal set version = version + 1, body = :body, time_frame = :frame,
                  withdrawn_reason = :withdrawn, changed_at = :at, changed_by = :by
                where id = :id and version = :seen
                """)
            .param("id", id)
            .param("seen", seen)
            .param("body", text)
            .param("frame", frame)
            .param("withdrawn", withdrawn)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update()
        == 1;
  }

  long insert(long proposal, Means it) {
    return jdbc.sql(
            """
            insert into stocktaking.means (proposal, offer, kind, body, amount, unit, period)
            values (:proposal, :offer, :kind, :body, :amount, :unit, :period) returning id
            """)
        .param("proposal", proposal)
        .param("offer", it.offer())
        .param("kind", it.kind().tag())
        .param("body", it.text())
        .param("amount", it.amount())
        .param("unit", it.unit())
        .param("period", it.period())
        .query(Long.class)
        .single();
  }

  List<Means> means(long proposal) {
    return jdbc.sql("select * from stocktaking.means where proposal = :id order by id")
        .param("id", proposal)
        .query((row, n) -> means(row))
        .list();
  }

  static Means means(ResultSet row) throws SQLException {
    return new Means(
        row.getLong("id"),
        row.getBoolean("offer"),
        Means.Kind.of(row.getString("kind")),
        row.getString("body"),
        row.getBigDecimal("amount"),
        row.getString("unit"),
        row.getString("period"));
  }

  private List<Proposal> query(String rest, long value) {
    return jdbc.sql(ALL + rest)
        .param("value", value)
        .query((row, n) ->
            new Proposal(
                row.getLong("id"),
                "SE-" + row.getLong("session"),
                row.getInt("version"),
                row.getString("body"),
                row.getString("language"),
                row.getString("dimension"),
                row.getString("time_frame"),
                row.getString("withdrawn_reason"),
                Arrays.asList((String[]) row.getArray("points").getArray()),
                means(row.getLong("id"))))
        .list();
  }
}
