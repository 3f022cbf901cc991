package vallarta.compact.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of mandates: role, organisation, from and to. The person is never
/// named.
@Component
final class MandateFacts implements RecordedFacts {

  private static final String ALL =
      """
      select m.id, m.role, m.begins_at, m.ends_at, s.number from participation.mandate m
      join participation.stakeholder s on s.key = m.stakeholder
      """;

  private final JdbcClient jdbc;

  MandateFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("MD-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.MANDATE_GIVEN;
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    jdbc.sql(ALL + " order by m.id")
        .query(row -> {
          each.accept(facts(row));
        });
  }

  Facts of(long id) {
    return jdbc.sql(ALL + " where m.id = :id")
        .param("id", id)
        .query((row, n) -> facts(row))
        .single();
  }

  private static Facts facts(ResultSet row) throws SQLException {
    Timestamp ends = row.getTimestamp("ends_at");
    String stakeholder = "P-" + row.getLong("number");
    return Facts.of(
            "MD-" + row.getLong("id"),
            Map.of(
                "role",
                row.getString("role"),
                "stakeholder",
                stakeholder,
                "begins_at",
                row.getTimestamp("begins_at").toInstant().toString(),
                "ends_at",
                ends == null ? "" : ends.toInstant().toString()))
        .about(stakeholder);
  }
}
