package vallarta.compact.review.subject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.review.Standing;

/// Counts public commitments by where they stand. A commitment of several counts for each of them,
/// as does one about several dimensions or themes.
@Component
class Tallies {

  private static final String COUNTED =
      """
      s.standing, count(*) as all_of_them, count(*) filter (where s.overdue) as overdue,
        count(s.last_report) as reported
      from review.standing s join commitment.commitment c on c.id = s.commitment and c.state <> 'draft'
      """;

  private final JdbcClient jdbc;

  Tallies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// By key of the stakeholder.
  Map<String, Tally> ofActors() {
    Map<String, Tally> found = new HashMap<>();
    jdbc.sql(
            "select a.stakeholder as subject, "
                + COUNTED
                + " join commitment.actor a on a.commitment = c.id group by a.stakeholder, s.standing")
        .query(into(found));
    return found;
  }

  /// By id of the term of a codebook.
  Map<String, Tally> of(Scheme scheme) {
    Map<String, Tally> found = new HashMap<>();
    jdbc.sql(
            "select t.subject, "
                + COUNTED
                + " cross join unnest(c.%s) as t (subject) group by t.subject, s.standing"
                    .formatted(column(scheme)))
        .query(into(found));
    return found;
  }

  /// Those of one term: of all of them under the empty key, and by id of the terms of the other
  /// codebook.
  Map<String, Tally> of(Scheme scheme, String id) {
    Map<String, Tally> found = new HashMap<>();
    String where = " where c.%s @> array[:id]::text[] ".formatted(column(scheme));
    jdbc.sql("select '' as subject, " + COUNTED + where + " group by s.standing")
        .param("id", id)
        .query(into(found));
    jdbc.sql(
            "select t.subject, "
                + COUNTED
                + " cross join unnest(c.%s) as t (subject)".formatted(column(other(scheme)))
                + where
                + " group by t.subject, s.standing")
        .param("id", id)
        .query(into(found));
    return found;
  }

  /// How many commitments about a term reviewers have found something of.
  int assessed(Scheme scheme, String id) {
    return jdbc.sql(
            """
            select count(distinct c.id) from review.finding f join commitment.commitment c on c.id = f.commitment
            where f.published_at is not null and c.state <> 'draft' and c.%s @> array[:id]::text[]
            """
                .formatted(column(scheme)))
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /// Numbers of the public commitments of an actor: those without a report first, then by standing,
  /// each for the longest time first.
  List<Long> commitments(String actor) {
    return jdbc.sql(
            """
            select c.id from commitment.actor a
            join commitment.commitment c on c.id = a.commitment and c.state <> 'draft'
            join review.standing s on s.commitment = c.id
            where a.stakeholder = :actor
            order by array_position(array['no-report', 'stalled', 'planned', 'under-way', 'mostly-done', 'done'],
              s.standing) nulls last, s.since, c.id
            """)
        .param("actor", actor)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  static Scheme other(Scheme scheme) {
    return scheme == Scheme.DIMENSION ? Scheme.THEME : Scheme.DIMENSION;
  }

  private static String column(Scheme scheme) {
    return scheme == Scheme.DIMENSION ? "dimensions" : "themes";
  }

  private static RowCallbackHandler into(Map<String, Tally> found) {
    return row ->
        found
            .computeIfAbsent(row.getString("subject"), it -> new Tally())
            .add(
                Standing.of(row.getString("standing")),
                row.getInt("all_of_them"),
                row.getInt("overdue"),
                row.getInt("reported"));
  }
}
