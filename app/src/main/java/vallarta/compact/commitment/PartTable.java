package vallarta.compact.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of what a commitment consists of: milestones, targets, means. One that has a number
/// keeps it when it is changed, so that others can name it.
@Component
class PartTable {

  /// What one commitment consists of.
  record Parts(List<Milestone> milestones, List<Target> targets, List<Means> means) {

    static final Parts NONE = new Parts(List.of(), List.of(), List.of());
  }

  private final JdbcClient jdbc;

  PartTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<Long, Parts> of(Long[] commitments) {
    Map<Long, Parts> found = new HashMap<>();
    jdbc.sql(
            """
            select m.*, coalesce(b.position + 1, 0) as follows from commitment.milestone m
            left join commitment.milestone b on b.id = m.after
            where m.commitment = any(:ids) order by m.commitment, m.position
            """)
        .param("ids", commitments)
        .query(row -> {
          of(found, row)
              .milestones()
              .add(
                  new Milestone(
                      row.getLong("id"),
                      row.getString("title"),
                      row.getDate("due").toLocalDate(),
                      row.getInt("follows")));
        });
    jdbc.sql(
            "select * from commitment.target where commitment = any(:ids) order by commitment, position")
        .param("ids", commitments)
        .query(row -> {
          of(found, row)
              .targets()
              .add(
                  new Target(
                      row.getLong("id"),
                      row.getString("indicator"),
                      row.getString("sdg_indicator"),
                      row.getBigDecimal("baseline"),
                      CommitmentTable.date(row, "baseline_on"),
                      row.getBigDecimal("value"),
                      row.getString("unit"),
                      CommitmentTable.date(row, "due")));
        });
    jdbc.sql(
            "select * from commitment.means where commitment = any(:ids) order by commitment, position")
        .param("ids", commitments)
        .query(row -> {
          of(found, row)
              .means()
              .add(
                  new Means(
                      row.getLong("id"),
                      row.getBoolean("offer"),
                      Means.Kind.of(row.getString("kind")),
                      row.getString("body"),
                      row.getBigDecimal("amount"),
                      row.getString("unit"),
                      row.getString("period"),
                      row.getString("region")));
        });
    return found;
  }

  private static Parts of(Map<Long, Parts> found, ResultSet row) throws SQLException {
    return found.computeIfAbsent(
        row.getLong("commitment"),
        it -> new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
  }

  /// Writes them in the place of what was there.
  void write(long commitment, Undertaking told) {
    milestones(commitment, told.milestones());
    targets(commitment, told.targets());
    means(commitment, told.means());
  }

  boolean isDraft(long commitment, int seen) {
    return jdbc.sql(
            """
            select exists (select 1 from commitment.commitment
              where id = :id and version = :seen and state = 'draft')
            """)
        .param("id", commitment)
        .param("seen", seen)
        .query(Boolean.class)
        .single();
  }

  /// Deletes a draft: nobody but its owner has ever seen it.
  boolean discard(long commitment) {
    milestones(commitment, List.of());
    targets(commitment, List.of());
    means(commitment, List.of());
    for (String table : List.of("actor", "translation", "link", "version")) {
      jdbc.sql("delete from commitment." + table + " where commitment = :id")
          .param("id", commitment)
          .update();
    }
    return jdbc.sql("delete from commitment.commitment where id = :id and state = 'draft'")
            .param("id", commitment)
            .update()
        == 1;
  }

  private void milestones(long commitment, List<Milestone> milestones) {
    jdbc.sql("update commitment.milestone set after = null where commitment = :id")
        .param("id", commitment)
        .update();
    keep(commitment, "milestone", milestones.stream().map(Milestone::id).toList());
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < milestones.size(); i++) {
      Milestone it = milestones.get(i);
      ids.add(
          jdbc.sql(
                  it.id() == 0
                      ? """
                      insert into commitment.milestone (commitment, position, title, due)
                      values (:commitment, :position, :title, :due) returning id
                      """
                      : """
                      update commitment.milestone set position = :position, title = :title, due = :due
                      where id = :id and commitment = :commitment returning id
                      """)
              .param("id", it.id())
              .param("commitment", commitment)
              .param("position", i)
              .param("title", it.title())
              .param("due", it.due())
              .query(Long.class)
              .single());
    }
    for (int i = 0; i < milestones.size(); i++) {
      if (milestones.get(i).after() > 0) {
        jdbc.sql("update commitment.milestone set after = :after where id = :id")
            .param("after", ids.get(milestones.get(i).after() - 1))
            .param("id", ids.get(i))
            .update();
      }
    }
  }

  private void targets(long commitment, List<Target> targets) {
    keep(commitment, "target", targets.stream().map(Target::id).toList());
    for (int i = 0; i < targets.size(); i++) {
      Target it = targets.get(i);
      jdbc.sql(
              it.id() == 0
                  ? """
                  insert into commitment.target (commitment, position, indicator, sdg_indicator, baseline, baseline_on,
                    value, unit, due)
                  values (:commitment, :position, :indicator, :sdg, :baseline, :baselineOn, :value, :unit, :due)
                  """
                  : """
                  update commitment.target set position = :position, indicator = :indicator, sdg_indicator = :sdg,
                    baseline = :baseline, baseline_on = :baselineOn, value = :value, unit = :unit, due = :due
                  where id = :id and commitment = :commitment
                  """)
          .param("id", it.id())
          .param("commitment", commitment)
          .param("position", i)
          .param("indicator", it.indicator())
          .param("sdg", it.sdgIndicator())
          .param("baseline", it.baseline())
          .param("baselineOn", it.baselineOn())
          .param("value", it.value())
          .param("unit", it.unit())
          .param("due", it.due())
          .update();
    }
  }

  private void means(long commitment, List<Means> means) {
    keep(commitment, "means", means.stream().map(Means::id).toList());
    for (int i = 0; i < means.size(); i++) {
      Means it = means.get(i);
      jdbc.sql(
              it.id() == 0
                  ? """
                  insert into commitment.means (commitment, position, offer, kind, body, amount, unit, period, region)
                  values (:commitment, :position, :offer, :kind, :body, :amount, :unit, :period, :region)
                  """
                  : """
                  update commitment.means set position = :position, offer = :offer, kind = :kind, body = :body,
                    amount = :amount, unit = :unit, period = :period, region = :region
                  where id = :id and commitment = :commitment
                  """)
          .param("id", it.id())
          .param("commitment", commitment)
          .param("position", i)
          .param("offer", it.offer())
          .param("kind", it.kind().tag())
          .param("body", it.text())
          .param("amount", it.amount())
          .param("unit", it.unit())
          .param("period", it.period())
          .param("region", it.region())
          .update();
    }
  }

  private void keep(long commitment, String table, List<Long> ids) {
    jdbc.sql(
            "delete from commitment."
                + table
                + " where commitment = :commitment and not id = any(:ids)")
        .param("commitment", commitment)
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }
}
