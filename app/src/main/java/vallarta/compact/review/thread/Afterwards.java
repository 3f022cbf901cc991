package vallarta.compact.review.thread;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;

/// What came of commitments, as everybody may read it: reports, parallel reports and findings.
@Component
class Afterwards {

  private static final String PUBLISHED =
      """
      select 'RP-' || id as ref, achieved as text, language, stakeholder, published_at, state = 'withdrawn' as over
      from review.report where commitment = any(:ids) and published_at is not null
      union all
      select 'PL-' || id, title, language, owner, published_at, state = 'withdrawn'
      from review.parallel where commitment = any(:ids) and published_at is not null
      union all
      select 'FN-' || id, body, language, null, published_at, false
      from review.finding where commitment = any(:ids) and published_at is not null
      order by published_at desc, ref desc
      """;

  private static final Map<String, String> OF_COMMITMENT =
      Map.of(
          "RP", "select commitment from review.report where id = :id and published_at is not null",
          "PL",
              "select commitment from review.parallel where id = :id and published_at is not null",
          "FN", "select commitment from review.finding where id = :id and published_at is not null",
          "RY", "select commitment from review.reply where id = :id",
          "OL",
              "select d.commitment from review.label l join review.duty d on d.id = l.duty where l.id = :id");

  private final JdbcClient jdbc;
  private final Stakeholders stakeholders;

  Afterwards(JdbcClient jdbc, Stakeholders stakeholders) {
    this.jdbc = jdbc;
    this.stakeholders = stakeholders;
  }

  /// All of them, the newest first.
  ///
  /// @param commitments their numbers
  List<Tied> of(Collection<Long> commitments) {
    if (commitments.isEmpty()) {
      return List.of();
    }
    record Row(String ref, String text, String language, String by, Timestamp at, boolean over) {}
    List<Row> rows =
        jdbc.sql(PUBLISHED)
            .param("ids", commitments.toArray(Long[]::new))
            .query((row, n) ->
                new Row(
                    row.getString("ref"),
                    row.getString("text"),
                    row.getString("language"),
                    Optional.ofNullable(row.getString("stakeholder")).orElse(""),
                    row.getTimestamp("published_at"),
                    row.getBoolean("over")))
            .list();
    Map<String, Stakeholder> known = rows.isEmpty() ? Map.of() : stakeholders.list();
    return rows.stream()
        .map(it ->
            new Tied(
                Place.find(it.ref()).orElseThrow(),
                it.ref(),
                it.text(),
                it.language(),
                known.get(it.by()),
                it.at().toInstant(),
                it.over()))
        .toList();
  }

  /// The number of the commitment that a published report, parallel report, finding, reply or label
  /// is about.
  Optional<Long> commitment(String ref) {
    String[] parts = ref.split("-", 2);
    String sql = OF_COMMITMENT.get(parts[0]);
    return sql == null || !parts[parts.length - 1].matches("[1-9][0-9]{0,17}")
        ? Optional.empty()
        : jdbc.sql(sql).param("id", Long.parseLong(parts[1])).query(Long.class).optional();
  }
}
