package vallarta.compact.commitment.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.commitment.matching.Match.State;

/// The rows of matches.
@Component
class MatchTable {

  private final JdbcClient jdbc;

  MatchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Match> find(long id) {
    return jdbc.sql("select * from commitment.match where id = :id")
        .param("id", id)
        .query(MatchTable::match)
        .optional();
  }

  /// All that everybody may see, in the order of their numbers.
  List<Match> published() {
    return jdbc.sql("select * from commitment.match where confirmed_at is not null order by id")
        .query(MatchTable::match)
        .list();
  }

  /// Those that these commitments need or offer something in, the oldest first.
  List<Match> of(Collection<Long> commitments) {
    return jdbc.sql(
            """
            select * from commitment.match where need_of = any(:ids) or offer_of = any(:ids) order by id
            """)
        .param("ids", commitments.toArray(Long[]::new))
        .query(MatchTable::match)
        .list();
  }

  /// Those that hold of these means.
  List<Match> confirmed(Collection<Long> means) {
    return jdbc.sql(
            """
            select * from commitment.match
            where state = 'confirmed' and (need = any(:ids) or offer = any(:ids)) order by id
            """)
        .param("ids", means.toArray(Long[]::new))
        .query(MatchTable::match)
        .list();
  }

  /// Those that were asked and not answered, of commitments of these owners.
  List<Match> asked(Collection<String> owners) {
    return jdbc.sql(
            """
            select * from commitment.match m where state = 'asked' and exists (
              select 1 from commitment.commitment c
              where c.id in (m.need_of, m.offer_of) and c.owner = any(:owners))
            order by id
            """)
        .param("owners", owners.toArray(String[]::new))
        .query(MatchTable::match)
        .list();
  }

  /// Those that wait or hold of a commitment whose means is no longer there, or was turned about.
  List<Match> broken(long commitment) {
    return jdbc.sql(
            """
            select * from commitment.match t
            where state in ('asked', 'confirmed') and (
              need_of = :id and not exists (
                select 1 from commitment.means m where m.id = t.need and m.commitment = :id and not m.offer)
              or offer_of = :id and not exists (
                select 1 from commitment.means m where m.id = t.offer and m.commitment = :id and m.offer))
            order by id
            """)
        .param("id", commitment)
        .query(MatchTable::match)
        .list();
  }

  /// @return empty when one of the same need and offer waits or holds
  Optional<Long> ask(Held need, Held offer, Side by, Instant at, @Nullable Long account) {
    return jdbc.sql(
            """
            insert into commitment.match (need, need_of, offer, offer_of, asked_by, asked_at, changed_by)
            values (:need, :needOf, :offer, :offerOf, :by, :at, :account)
            on conflict do nothing returning id
            """)
        .param("need", need.means().id())
        .param("needOf", need.of().id())
        .param("offer", offer.means().id())
        .param("offerOf", offer.of().id())
        .param("by", by.tag())
        .param("at", Timestamp.from(at))
        .param("account", account)
        .query(Long.class)
        .optional();
  }

  /// @return whether it still waited
  boolean confirm(long id, Instant at, @Nullable Long account) {
    return jdbc.sql(
                """
                update commitment.match set state = 'confirmed', confirmed_at = :at, changed_by = :account
                where id = :id and state = 'asked'
                """)
            .param("id", id)
            .param("at", Timestamp.from(at))
            .param("account", account)
            .update()
        == 1;
  }

  /// @return whether it still was as it was seen
  boolean close(Match seen, State to, Side by, String reason, Instant at, @Nullable Long account) {
    return jdbc.sql(
                """
                update commitment.match set state = :to, closed_at = :at, closed_by = :by, reason = :reason,
                  changed_by = :account
                where id = :id and state = :was
                """)
            .param("id", seen.id())
            .param("was", seen.state().tag())
            .param("to", to.tag())
            .param("by", by.tag())
            .param("reason", reason)
            .param("at", Timestamp.from(at))
            .param("account", account)
            .update()
        == 1;
  }

  private static Match match(ResultSet row, int number) throws SQLException {
    String closedBy = row.getString("closed_by");
    return new Match(
        row.getLong("id"),
        row.getLong("need"),
        row.getLong("need_of"),
        row.getLong("offer"),
        row.getLong("offer_of"),
        Side.of(row.getString("asked_by")),
        State.of(row.getString("state")),
        row.getTimestamp("asked_at").toInstant(),
        instant(row, "confirmed_at"),
        instant(row, "closed_at"),
        closedBy.isEmpty() ? null : Side.of(closedBy),
        row.getString("reason"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
