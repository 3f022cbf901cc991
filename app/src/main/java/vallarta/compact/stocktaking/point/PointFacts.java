package vallarta.compact.stocktaking.point;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of points and summaries: points as they read in the newest summary
/// that speaks of them.
@Component
final class PointFacts implements RecordedFacts {

  private static final String POINTS =
      """
      select distinct on (k.point) k.*, s.session from stocktaking.summary_point k
      join stocktaking.summary s on s.id = k.summary
      """;

  private final JdbcClient jdbc;

  PointFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("PT-", "SM-");
  }

  @Override
  public ActType act(Facts facts) {
    return facts.of().startsWith("PT-") ? ActType.POINT_PUBLISHED : ActType.SUMMARY_PUBLISHED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return entry.of().startsWith("PT-") ? Optional.of("/points/" + entry.of()) : Optional.empty();
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    jdbc.sql(POINTS + " order by k.point, s.version desc")
        .query(row -> {
          each.accept(point(row));
        });
    jdbc.sql("select * from stocktaking.summary order by id")
        .query(row -> {
          each.accept(summary(row));
        });
  }

  /// The newest published facts of a point.
  Facts ofPoint(long point) {
    return jdbc.sql(POINTS + " where k.point = :point order by k.point, s.version desc")
        .param("point", point)
        .query((row, n) -> point(row))
        .single();
  }

  Facts ofSummary(long id) {
    return jdbc.sql("select * from stocktaking.summary where id = :id")
        .param("id", id)
        .query((row, n) -> summary(row))
        .single();
  }

  private static Facts point(ResultSet row) throws SQLException {
    Wording it = PointTable.wording(row);
    Map<String, String> fields = new HashMap<>();
    fields.put("session", "SE-" + row.getLong("session"));
    fields.put("text", it.text());
    fields.put("language", it.language());
    fields.put("form", it.quote() ? "quote" : "paraphrase");
    fields.put("speaker", it.speaker());
    fields.put("dimension", it.dimension());
    fields.put("theme", it.theme());
    fields.put("support", it.support());
    fields.put("dissent", it.dissent());
    fields.put("sources", String.join(" ", PointTable.texts(row.getArray("sources"))));
    fields.put("left_out", row.getBoolean("left_out") ? "true" : "");
    return Facts.of("PT-" + row.getLong("point"), fields);
  }

  private static Facts summary(ResultSet row) throws SQLException {
    Timestamp until = row.getTimestamp("objections_until");
    return Facts.of(
        "SM-" + row.getLong("id"),
        Map.of(
            "session",
            "SE-" + row.getLong("session"),
            "version",
            Integer.toString(row.getInt("version")),
            "state",
            row.getBoolean("final") ? "final" : "draft",
            "objections_until",
            until == null ? "" : until.toInstant().toString(),
            "reason",
            row.getString("reason")));
  }
}
