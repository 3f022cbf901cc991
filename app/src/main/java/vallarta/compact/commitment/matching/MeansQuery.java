package vallarta.compact.commitment.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Which needs and offers of published commitments are asked for. All filters are one condition, so
/// that a list, its count and its export never differ.
@Component
class MeansQuery {

  /// Where a means stands.
  record Place(long commitment, long means) {}

  /// A means of another body that may fit, and in what both agree.
  record Fit(Place place, boolean kind, boolean region, boolean theme) {}

  /// A need is met by an offer that is confirmed and is not less, in the same unit, than what is
  /// needed.
  private static final String WHERE =
      """
      from commitment.means m join commitment.commitment c on c.id = m.commitment
      where c.state = 'published' and m.offer = :offer
        and (:kind = '' or m.kind = :kind)
        and (:region = '' or m.region = any(:regions))
        and (:dimension = '' or c.dimensions @> cast(array[:dimension] as text[]))
        and (:theme = '' or c.themes @> cast(array[:theme] as text[]))
        and not (:open and exists (
          select 1 from commitment.match t join commitment.means o on o.id = t.offer
          where t.need = m.id and t.state = 'confirmed'
            and not coalesce(lower(o.unit) = lower(m.unit) and o.amount < m.amount, false)))
      """;

  private final JdbcClient jdbc;

  MeansQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int count(Side side, MeansFilter filter) {
    return filtered("select count(*) " + WHERE, side, filter).query(Integer.class).single();
  }

  /// The newest commitment first.
  ///
  /// @param from how many are left out before
  List<Place> page(Side side, MeansFilter filter, int from, int most) {
    return places(
        filtered(
                "select m.commitment, m.id "
                    + WHERE
                    + " order by c.published_at desc, c.id desc, m.position limit :most offset :from",
                side,
                filter)
            .param("from", from)
            .param("most", most));
  }

  /// All of them, in the order of their numbers.
  List<Place> all(Side side, MeansFilter filter) {
    return places(filtered("select m.commitment, m.id " + WHERE + " order by m.id", side, filter));
  }

  /// Where that means of a published or withdrawn commitment stands.
  Optional<Place> find(long means) {
    return places(
            jdbc.sql(
                    """
                    select m.commitment, m.id from commitment.means m
                    join commitment.commitment c on c.id = m.commitment
                    where m.id = :id and c.state <> 'draft'
                    """)
                .param("id", means))
        .stream()
        .findFirst();
  }

  /// Means of other bodies that may fit, the best first: of the same kind, or on a theme of the
  /// same. An offer fits by region where it is made for the region of the need, for one around it,
  /// or for anywhere. What is matched with it by now is left out.
  List<Fit> fitting(Held of, int most) {
    String region = of.means().region();
    return jdbc.sql(
            """
            select m.commitment, m.id, m.kind = :kind as by_kind,
              (m.region = '' or :region = '' or m.region = any(:regions)) as by_region,
              c.themes && cast(:themes as text[]) as by_theme
            from commitment.means m join commitment.commitment c on c.id = m.commitment
            where c.state = 'published' and m.offer = :offer and c.owner <> :owner
              and (m.kind = :kind or c.themes && cast(:themes as text[]))
              and not exists (
                select 1 from commitment.match t
                where t.state in ('asked', 'confirmed') and (t.need = :id and t.offer = m.id or t.offer = :id and t.need = m.id))
            order by (m.kind = :kind)::int + (m.region = '' or :region = '' or m.region = any(:regions))::int
                + (c.themes && cast(:themes as text[]))::int desc,
              m.kind = :kind desc, c.themes && cast(:themes as text[]) desc, m.id
            limit :most
            """)
        .param("kind", of.means().kind().tag())
        .param("region", region)
        .param(
            "regions", array(of.means().offer() ? Regions.within(region) : Regions.around(region)))
        .param("themes", array(of.of().told().themes()))
        .param("offer", !of.means().offer())
        .param("owner", of.of().owner().key())
        .param("id", of.means().id())
        .param("most", most)
        .query((row, n) ->
            new Fit(
                new Place(row.getLong(1), row.getLong(2)),
                row.getBoolean("by_kind"),
                row.getBoolean("by_region"),
                row.getBoolean("by_theme")))
        .list();
  }

  private StatementSpec filtered(String sql, Side side, MeansFilter filter) {
    return jdbc.sql(sql)
        .param("offer", side == Side.OFFER)
        .param("kind", filter.kind())
        .param("region", filter.region())
        .param("regions", regions(side, filter.region()))
        .param("dimension", filter.dimension())
        .param("theme", filter.theme())
        .param("open", side == Side.NEED && filter.openAlone());
  }

  /// A need belongs to a region when it lies in it; an offer also when it is made for more.
  private static String[] regions(Side side, String region) {
    List<String> found = new ArrayList<>(Regions.within(region));
    if (side == Side.OFFER) {
      found.addAll(Regions.around(region));
      found.add("");
    }
    return array(found);
  }

  private static String[] array(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static List<Place> places(StatementSpec sql) {
    return sql.query((row, n) -> new Place(row.getLong(1), row.getLong(2))).list();
  }
}
