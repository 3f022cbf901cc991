package vallarta.compact.review.cycle;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Between whom means flow: the matches of needs and offers that both sides confirmed, those that
/// ended too.
@Component
class Grants {

  private final JdbcClient jdbc;

  Grants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Keys of those whose commitments are matched with that one.
  Set<String> partners(long commitment) {
    return jdbc
        .sql(
            """
            select a.stakeholder from commitment.match m
            join commitment.actor a
              on a.commitment = case when m.need_of = :id then m.offer_of else m.need_of end
            where :id in (m.need_of, m.offer_of) and m.state in ('confirmed', 'ended')
            """)
        .param("id", commitment)
        .query((row, n) -> row.getString(1))
        .stream()
        .collect(Collectors.toSet());
  }
}
