package vallarta.compact.review.board;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.review.Standing;

/// The commitments behind a number of a board, found by the same conditions by which they are
/// counted. Those that have stood so longest come first.
@Component
@Transactional(readOnly = true)
class Listing {

  /// What is asked for; an empty text stands for any.
  ///
  /// @param code of a row of the board, any when there is no board
  /// @param standing tag of a standing
  /// @param overdue whether a report has to be flagged as overdue
  record Wanted(@Nullable By by, String code, String standing, boolean overdue) {}

  /// How one of them stands.
  ///
  /// @param actors keys of those who confirmed it
  record Line(
      long commitment, String title, String language, List<String> actors, Standing.Now now) {}

  private static final Map<By, String> CONDITIONS =
      Map.of(
          By.ACTORS,
              " and exists (select from commitment.actor a where a.commitment = c.id and a.stakeholder = :code and a.state = 'confirmed')",
          By.DIMENSIONS, " and c.dimensions @> array[:code]::text[]",
          By.OBJECTIVES, " and c.objectives @> array[:code]::text[]",
          By.THEMES, " and c.themes @> array[:code]::text[]");

  private final JdbcClient jdbc;

  Listing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int count(Wanted wanted) {
    return asked("select count(*)", wanted, "").query(Integer.class).single();
  }

  List<Long> page(Wanted wanted, int from, int most) {
    return asked("select c.id", wanted, " order by s.since, c.id limit :most offset :from")
        .param("most", most)
        .param("from", from)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  List<Line> all(Wanted wanted) {
    return asked(
            """
            select c.id, c.title, c.language, s.*, array(
              select a.stakeholder from commitment.actor a
              where a.commitment = c.id and a.state = 'confirmed' order by a.position) as actors
            """,
            wanted,
            " order by s.since, c.id")
        .query((row, n) ->
            new Line(
                row.getLong("id"),
                row.getString("title"),
                row.getString("language"),
                List.of((String[]) row.getArray("actors").getArray()),
                new Standing.Now(
                    Standing.of(row.getString("standing")),
                    row.getTimestamp("since").toInstant(),
                    instant(row.getTimestamp("last_report")),
                    row.getBoolean("overdue"))))
        .list();
  }

  private StatementSpec asked(String select, Wanted wanted, String order) {
    String condition =
        wanted.by() == null || wanted.code().isEmpty()
            ? ""
            : CONDITIONS.getOrDefault(wanted.by(), "");
    StatementSpec asked =
        jdbc.sql(
                select
                    + """

                    from commitment.commitment c join review.standing s on s.commitment = c.id
                    where c.state <> 'draft' and (:standing = '' or s.standing = :standing)
                      and (s.overdue or not :overdue)
                    """
                    + condition
                    + order)
            .param("standing", wanted.standing())
            .param("overdue", wanted.overdue());
    return condition.isEmpty() ? asked : asked.param("code", wanted.code());
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
