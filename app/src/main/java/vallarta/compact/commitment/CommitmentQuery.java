package vallarta.compact.commitment;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Which commitments are asked for: numbers and counts. All optional filters are one condition, so
/// that a list, its count and its export never differ.
@Component
class CommitmentQuery {

  /// How many of all published ones can be measured.
  record Measurable(long measurable, long all) {}

  private static final String PUBLIC = "from commitment.commitment c where c.state <> 'draft'";

  /// What somebody may work on: of one owner, with its drafts; or all that is public.
  private static final String WORK =
      """
      from commitment.commitment c
      where c.state <> 'withdrawn' and case when :owner = '' then c.state = 'published'
        else c.owner = :owner and (c.state = 'draft' or :binds) end
      """;

  private static final String FILTERS =
      """

        and (:q = '' or c.title ilike :like or c.body ilike :like or 'CM-' || c.id = :q or c.own_ref = :q)
        and (:actor = '' or exists (
          select 1 from commitment.actor a where a.commitment = c.id and a.stakeholder = :actor))
        and (:dimension = '' or c.dimensions @> array[:dimension]::text[])
        and (:theme = '' or c.themes @> array[:theme]::text[])
        and (:objective = '' or c.objectives @> array[:objective]::text[])
        and (:sdg = '' or c.sdg @> array[:sdg]::text[])
        and (:level = '' or c.level = :level)
        and (:obligation = '' or c.obligation = :obligation)
        and (:gap = '' or :gap = 'any' and c.missing <> '{}' or :gap = 'none' and c.missing = '{}'
          or c.missing @> array[:gap]::text[])
        and (:state = '' or c.state = :state)
      """;

  private final JdbcClient jdbc;

  CommitmentQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int count(CommitmentFilter filter) {
    return filtered("select count(*) " + PUBLIC + FILTERS, filter).query(Integer.class).single();
  }

  /// The newest first.
  ///
  /// @param from how many are left out before
  List<Long> page(CommitmentFilter filter, int from, int most) {
    return filtered(
            "select c.id "
                + PUBLIC
                + FILTERS
                + " order by c.published_at desc, c.id desc limit :most offset :from",
            filter)
        .param("from", from)
        .param("most", most)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /// All of them, in the order of their numbers.
  List<Long> all(CommitmentFilter filter) {
    return filtered("select c.id " + PUBLIC + FILTERS + " order by c.id", filter)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /// All that somebody may work on, in the order of their numbers.
  List<Long> work(CommitmentFilter filter, CommitmentRegister.Reach reach) {
    return filtered("select c.id " + WORK + FILTERS + " order by c.id", filter)
        .param("owner", reach.owner())
        .param("binds", reach.binds())
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /// All that are published or withdrawn, in the order of their numbers.
  List<Long> published() {
    return jdbc.sql("select id from commitment.commitment where state <> 'draft' order by id")
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /// Those that answer a statement, point or proposed commitment.
  List<Long> answering(String source) {
    return jdbc.sql(
            """
            select id from commitment.commitment
            where sources @> array[:source]::text[] and state <> 'draft' order by id
            """)
        .param("source", source)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /// Those that answer any of these statements, points or proposed commitments.
  List<Long> answering(Collection<String> sources) {
    return jdbc.sql(
            """
            select id from commitment.commitment
            where sources && :sources::text[] and state <> 'draft' order by id
            """)
        .param("sources", sources.toArray(String[]::new))
        .query((row, n) -> row.getLong(1))
        .list();
  }

  Measurable measurable() {
    return jdbc.sql(
            """
            select count(*) filter (where missing = '{}'), count(*)
            from commitment.commitment where state <> 'draft'
            """)
        .query((row, n) -> new Measurable(row.getLong(1), row.getLong(2)))
        .single();
  }

  private StatementSpec filtered(String sql, CommitmentFilter it) {
    String pattern = it.q().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return jdbc.sql(sql)
        .param("q", it.q())
        .param("like", "%" + pattern + "%")
        .param("actor", it.actor())
        .param("dimension", it.dimension())
        .param("theme", it.theme())
        .param("objective", it.objective())
        .param("sdg", it.sdg())
        .param("level", it.level())
        .param("obligation", it.obligation())
        .param("gap", it.gap())
        .param("state", it.state());
  }
}
