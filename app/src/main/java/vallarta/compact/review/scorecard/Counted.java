package vallarta.compact.review.scorecard;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Figures that the database counts: the same query gives the counts and the rows, one for each
/// public commitment, with a verdict and what it rests on.
///
/// @param query its SQL
/// @param on the date as of which it is asked
record Counted(JdbcClient jdbc, String query, LocalDate on, Map<String, Long> counts)
    implements Figures {

  static Counted of(JdbcClient jdbc, String query, LocalDate on) {
    Map<String, Long> counts = new HashMap<>();
    asked(jdbc, "select verdict, count(*) from (%s) as measured group by verdict", query, on)
        .query(row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return new Counted(jdbc, query, on, Map.copyOf(counts));
  }

  @Override
  public int size(String verdict) {
    return (int) (verdict.isEmpty() ? all() : count(verdict));
  }

  @Override
  public List<Line> lines(String verdict, int from, int most) {
    return asked(
            jdbc,
            """
            select c.id, c.owner, c.title, c.language, measured.verdict, measured.detail
            from (%s) as measured join commitment.commitment c on c.id = measured.commitment
            where :verdict = '' or measured.verdict = :verdict
            order by c.id limit :most offset :from
            """,
            query,
            on)
        .param("verdict", verdict)
        .param("from", from)
        .param("most", most)
        .query((row, n) ->
            new Line(
                "CM-" + row.getLong("id"),
                "/commitments/CM-" + row.getLong("id"),
                row.getString("owner"),
                row.getString("title"),
                row.getString("language"),
                row.getString("verdict"),
                1,
                row.getString("detail")))
        .list();
  }

  private static StatementSpec asked(JdbcClient jdbc, String around, String query, LocalDate on) {
    return jdbc.sql(around.formatted(query)).param("today", on);
  }
}
