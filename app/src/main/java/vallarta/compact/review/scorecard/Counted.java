package vallarta.compact.review.scorecard;

import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Figures that the database counts: the same query gives the counts and the rows, one for each
/// public commitment, with a verdict and what it rests on. The rows are read when somebody asks for
/// them, and kept while there is memory.
final class Counted implements Figures {

  private final JdbcClient jdbc;
  private final String query;
  private final LocalDate on;
  private final Map<String, Long> counts;
  private volatile SoftReference<@Nullable Gathered> rows = new SoftReference<>(null);

  private Counted(JdbcClient jdbc, String query, LocalDate on, Map<String, Long> counts) {
    this.jdbc = jdbc;
    this.query = query;
    this.on = on;
    this.counts = counts;
  }

  /// @param query its SQL
  /// @param on the date as of which it is asked
  static Counted of(JdbcClient jdbc, String query, LocalDate on) {
    Map<String, Long> counts = new HashMap<>();
    asked(jdbc, "select verdict, count(*) from (%s) as measured group by verdict", query, on)
        .query(row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return new Counted(jdbc, query, on, Map.copyOf(counts));
  }

  @Override
  public Map<String, Long> counts() {
    return counts;
  }

  @Override
  public int size(String verdict) {
    return (int) (verdict.isEmpty() ? all() : count(verdict));
  }

  @Override
  public List<Line> lines(String verdict, int from, int most) {
    Gathered known = rows.get();
    if (known == null) {
      known = Gathered.of(read());
      rows = new SoftReference<>(known);
    }
    return known.lines(verdict, from, most);
  }

  private List<Line> read() {
    return asked(
            jdbc,
            """
            select c.id, c.owner, c.title, c.language, measured.verdict, measured.detail
            from (%s) as measured join commitment.commitment c on c.id = measured.commitment
            order by c.id
            """,
            query,
            on)
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
