package vallarta.compact.review.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an actor reported, and what others reported of its commitments, as everybody may read it.
@Component
class Voices {

  /// How many there are, and the newest of them.
  record Heard(int count, List<Told> newest) {}

  /// @param by key of whoever tells it
  record Told(String ref, String commitment, String by, Instant at) {}

  private static final int NEWEST = 5;

  private final JdbcClient jdbc;

  Voices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Heard reports(String actor) {
    String from = " from review.report where stakeholder = :it and state = 'published' ";
    return new Heard(
        jdbc.sql("select count(*)" + from).param("it", actor).query(Integer.class).single(),
        jdbc.sql(
                "select 'RP-' || id as ref, commitment, stakeholder as by, published_at"
                    + from
                    + "order by published_at desc, id desc limit "
                    + NEWEST)
            .param("it", actor)
            .query((row, n) -> told(row))
            .list());
  }

  /// @param commitments numbers of those of the actor
  Heard parallels(Collection<Long> commitments) {
    String from = " from review.parallel where commitment = any(:it) and state = 'published' ";
    Long[] ids = commitments.toArray(Long[]::new);
    return new Heard(
        jdbc.sql("select count(*)" + from).param("it", ids).query(Integer.class).single(),
        jdbc.sql(
                "select 'PL-' || id as ref, commitment, owner as by, published_at"
                    + from
                    + "order by published_at desc, id desc limit "
                    + NEWEST)
            .param("it", ids)
            .query((row, n) -> told(row))
            .list());
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getString("ref"),
        "CM-" + row.getLong("commitment"),
        row.getString("by"),
        row.getTimestamp("published_at").toInstant());
  }
}
