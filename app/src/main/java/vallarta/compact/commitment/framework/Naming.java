package vallarta.compact.commitment.framework;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many published commitments name each code.
@Component
class Naming {

  private final JdbcClient jdbc;

  Naming(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, Integer> objectives() {
    return counted(
        """
        select o, count(*) from commitment.commitment, unnest(objectives) o
        where state = 'published' group by o
        """);
  }

  /// Goals, targets and indicators: a commitment counts once for a goal of which it names several
  /// targets.
  Map<String, Integer> sdg() {
    return counted(
        """
        select code, count(distinct commitment) from (
          select s as code, id as commitment from commitment.commitment, unnest(sdg) s where state = 'published'
          union all
          select split_part(s, '.', 1), id from commitment.commitment, unnest(sdg) s where state = 'published'
          union all
          select t.sdg_indicator, t.commitment from commitment.target t
          join commitment.commitment c on c.id = t.commitment
          where c.state = 'published' and t.sdg_indicator <> '') as named
        group by code
        """);
  }

  private Map<String, Integer> counted(String sql) {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.sql(sql)
        .query(row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }
}
