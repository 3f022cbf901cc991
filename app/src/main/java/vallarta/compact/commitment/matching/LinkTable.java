package vallarta.compact.commitment.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of links between commitments.
@Component
class LinkTable {

  private final JdbcClient jdbc;

  LinkTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Link> find(long id) {
    return jdbc.sql("select * from commitment.link where id = :id")
        .param("id", id)
        .query(LinkTable::link)
        .optional();
  }

  /// All that everybody may see, in the order of their numbers.
  List<Link> published() {
    return jdbc.sql("select * from commitment.link where confirmed_at is not null order by id")
        .query(LinkTable::link)
        .list();
  }

  /// Those that wait or hold of a commitment, in both directions.
  List<Link> of(long commitment) {
    return jdbc.sql(
            """
            select * from commitment.link
            where state in ('asked', 'confirmed') and (commitment = :id or other = :id) order by id
            """)
        .param("id", commitment)
        .query(LinkTable::link)
        .list();
  }

  /// Whether one of that kind waits or holds between both, in either direction.
  boolean isOpen(long commitment, long other, Link.Kind kind) {
    return jdbc.sql(
            """
            select exists (select 1 from commitment.link where state in ('asked', 'confirmed') and kind = :kind
              and (commitment = :one and other = :two or commitment = :two and other = :one))
            """)
        .param("one", commitment)
        .param("two", other)
        .param("kind", kind.tag())
        .query(Boolean.class)
        .single();
  }

  /// @return empty when it waits or holds already
  Optional<Long> ask(
      long commitment, long other, Link.Kind kind, Instant at, @Nullable Long account) {
    return jdbc.sql(
            """
            insert into commitment.link (commitment, other, kind, asked_at, changed_by)
            values (:one, :two, :kind, :at, :account) on conflict do nothing returning id
            """)
        .param("one", commitment)
        .param("two", other)
        .param("kind", kind.tag())
        .param("at", Timestamp.from(at))
        .param("account", account)
        .query(Long.class)
        .optional();
  }

  /// @return whether it still waited
  boolean confirm(long id, Instant at, @Nullable Long account) {
    return jdbc.sql(
                """
                update commitment.link set state = 'confirmed', confirmed_at = :at, changed_by = :account
                where id = :id and state = 'asked'
                """)
            .param("id", id)
            .param("at", Timestamp.from(at))
            .param("account", account)
            .update()
        == 1;
  }

  /// @return whether it still was as it was seen
  boolean close(Link seen, Link.State to, String reason, Instant at, @Nullable Long account) {
    return jdbc.sql(
                """
                update commitment.link set state = :to, closed_at = :at, reason = :reason, changed_by = :account
                where id = :id and state = :was
                """)
            .param("id", seen.id())
            .param("was", seen.state().tag())
            .param("to", to.tag())
            .param("reason", reason)
            .param("at", Timestamp.from(at))
            .param("account", account)
            .update()
        == 1;
  }

  private static Link link(ResultSet row, int number) throws SQLException {
    return new Link(
        row.getLong("id"),
        row.getLong("commitment"),
        row.getLong("other"),
        Link.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        Link.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getTimestamp("asked_at").toInstant(),
        MatchTable.instant(row, "confirmed_at"),
        row.getString("reason"));
  }
}
