package vallarta.compact.review.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.review.Standing;
import vallarta.compact.store.Revision;

/// How all public commitments stand, counted: one unchanging picture, taken anew by one query when
/// the store has changed.
@Service
class Boards {

  /// @param at when it was taken
  /// @param all over all commitments
  /// @param rows by the code of the row; a commitment that names two codes is in two rows
  /// @param stakeholders by their keys
  record Picture(
      long revision,
      Instant at,
      Tally all,
      Map<By, Map<String, Tally>> rows,
      Map<String, Stakeholder> stakeholders) {

    Map<String, Tally> rows(By by) {
      return rows.getOrDefault(by, Map.of());
    }

    /// What a stakeholder is called, by its key.
    String name(String key, Codebook book) {
      Stakeholder it = stakeholders.get(key);
      return it == null ? key : book.voice(it);
    }
  }

  private static final String ALL = "all";

  /// A joint commitment is in the row of each actor that confirmed it. Commitments filed alike are
  /// counted first, and their counts then put into the rows: there are few ways of filing.
  private static final String QUERY =
      """
      with filed as materialized (
        select grouping(c.dimensions) = 0 as by_dimensions, grouping(c.objectives) = 0 as by_objectives,
          coalesce(c.dimensions, c.objectives, c.themes) as codes, s.standing, count(*) as n,
          count(*) filter (where s.overdue) as overdue,
          min(coalesce(s.last_report, s.since)) filter (where s.standing = 'no-report') as silent,
          max(s.since) as changed
        from commitment.commitment c join review.standing s on s.commitment = c.id
        where c.state <> 'draft'
        group by grouping sets ((c.dimensions, s.standing), (c.objectives, s.standing), (c.themes, s.standing)))
      select 'all' as board, '' as code, standing, sum(n) as n, sum(overdue) as overdue,
        min(silent) as silent, max(changed) as changed
      from filed where by_dimensions group by standing
      union all
      select case when by_dimensions then 'dimensions' when by_objectives then 'objectives' else 'themes' end,
        code, standing, sum(n), sum(overdue), min(silent), max(changed)
      from filed, unnest(codes) as code group by 1, 2, 3
      union all
      select 'actors', a.stakeholder, s.standing, count(*), count(*) filter (where s.overdue),
        min(coalesce(s.last_report, s.since)) filter (where s.standing = 'no-report'), max(s.since)
      from review.standing s join commitment.actor a on a.commitment = s.commitment and a.state = 'confirmed'
      group by a.stakeholder, s.standing
      """;

  private final JdbcClient jdbc;
  private final Stakeholders stakeholders;
  private final Revision revision;
  private final Clock clock;
  private volatile @Nullable Picture latest;

  Boards(JdbcClient jdbc, Stakeholders stakeholders, Revision revision, Clock clock) {
    this.jdbc = jdbc;
    this.stakeholders = stakeholders;
    this.revision = revision;
    this.clock = clock;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Picture picture() {
    long now = revision.current();
    Picture known = latest;
    return known != null && known.revision() == now ? known : take(now);
  }

  private synchronized Picture take(long now) {
    Picture known = latest;
    if (known != null && known.revision() == now) {
      return known;
    }
    Picture taken = read(now);
    latest = taken;
    return taken;
  }

  private Picture read(long now) {
    Map<By, Map<String, Tally>> rows = new EnumMap<>(By.class);
    Map<String, Tally> all = new HashMap<>();
    // What is counted stays in memory.
    jdbc.sql("set local work_mem = '64MB'").update();
    jdbc.sql(QUERY)
        .query(row -> {
          String board = row.getString("board");
          Map<String, Tally> of =
              board.equals(ALL) ? all : rows.computeIfAbsent(By.of(board), it -> new HashMap<>());
          String code = row.getString("code");
          of.put(code, add(of.getOrDefault(code, Tally.NONE), row));
        });
    return new Picture(
        now,
        clock.instant(),
        all.getOrDefault("", Tally.NONE),
        Map.copyOf(rows),
        Map.copyOf(stakeholders.list()));
  }

  private static Tally add(Tally to, ResultSet row) throws SQLException {
    return to.with(
        Standing.of(row.getString("standing")),
        row.getInt("n"),
        row.getInt("overdue"),
        instant(row.getTimestamp("silent")),
        instant(row.getTimestamp("changed")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
