package vallarta.compact.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of stakeholders. The key may be a name, so the number is their
/// reference.
@Component
final class StakeholderFacts implements RecordedFacts {

  private static final String LISTED =
      """
      select number, key, name, name_language, type, state, region, fictional, identifier,
        withdrawn_at, withdrawn_reason
      from participation.stakeholder where listed
      """;

  private final JdbcClient jdbc;

  StakeholderFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("P-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.STAKEHOLDER_REGISTERED;
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    jdbc.sql(LISTED + " order by number")
        .query(row -> {
          each.accept(facts(row));
        });
  }

  /// Of those of these keys that are listed.
  List<Facts> of(Collection<String> keys) {
    return jdbc.sql(LISTED + " and key = any(:keys) order by number")
        .param("keys", keys.toArray(String[]::new))
        .query((row, n) -> facts(row))
        .list();
  }

  private static Facts facts(ResultSet row) throws SQLException {
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return Facts.of(
        "P-" + row.getLong("number"),
        Map.of(
            "key", row.getString("key"),
            "name", row.getString("name"),
            "name_language", row.getString("name_language"),
            "type", row.getString("type"),
            "state", row.getString("state"),
            "region", row.getString("region"),
            "fictional", row.getBoolean("fictional") ? "true" : "",
            "identifier", row.getString("identifier"),
            "withdrawn_at", withdrawn == null ? "" : withdrawn.toInstant().toString(),
            "withdrawn_reason", row.getString("withdrawn_reason")));
  }
}
