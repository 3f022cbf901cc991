package vallarta.compact.commitment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vallarta.compact.commitment.Commitment.Actor;
import vallarta.compact.commitment.Commitment.State;

/// The rows of commitments. What belongs to one (targets, milestones, means) is read for all of a
/// list together.
@Component
class CommitmentTable {

  private final JdbcClient jdbc;
  private final PartTable parts;
  private final ActorTable actors;

  CommitmentTable(JdbcClient jdbc, PartTable parts, ActorTable actors) {
    this.jdbc = jdbc;
    this.parts = parts;
    this.actors = actors;
  }

  Optional<Commitment> find(long id) {
    return list(List.of(id)).stream().findFirst();
  }

  /// Those of these numbers, in the order of the numbers given.
  List<Commitment> list(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Long[] numbers = ids.toArray(Long[]::new);
    Map<Long, List<Actor>> actorsOf = actors.of(numbers);
    Map<Long, PartTable.Parts> partsOf = parts.of(numbers);
    Map<Long, Commitment> found = new HashMap<>();
    jdbc.sql("select * from commitment.commitment where id = any(:ids)")
        .param("ids", numbers)
        .query(row -> {
          long id = row.getLong("id");
          found.put(
              id,
              commitment(
                  row,
                  actorsOf.getOrDefault(id, List.of()),
                  partsOf.getOrDefault(id, PartTable.Parts.NONE)));
        });
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  /// Numbers of those that somebody wrote and did not publish, for these owners.
  List<Long> drafts(Collection<String> owners) {
    return jdbc.sql(
            """
            select id from commitment.commitment
            where state = 'draft' and owner = any(:owners) order by changed_at desc, id
            """)
        .param("owners", owners.toArray(String[]::new))
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /// The number of the one that an import knows by that reference.
  Optional<Long> findOwnRef(String ownRef) {
    return jdbc.sql("select id from commitment.commitment where own_ref = :ref and own_ref <> ''")
        .param("ref", ownRef)
        .query(Long.class)
        .optional();
  }

  /// The numbers of those that an import knows by these references.
  List<Long> findOwnRefs(Collection<String> ownRefs) {
    return jdbc.sql(
            "select id from commitment.commitment where own_ref = any(:refs) and own_ref <> ''")
        .param("refs", ownRefs.toArray(String[]::new))
        .query((row, n) -> row.getLong(1))
        .list();
  }

  long insert(String owner, String ownRef, Undertaking told, Mark mark) {
    long id =
        fields(
                jdbc.sql(
                    """
                    insert into commitment.commitment (own_ref, owner, title, body, language, level, dimensions, themes,
                      objectives, sdg, obligation, office, starts, due, schedule, first_report, sources, missing,
                      historical, fictional, changed_at, changed_by)
                    values (:ownRef, :owner, :title, :body, :language, :level, :dimensions, :themes,
                      :objectives, :sdg, :obligation, :office, :starts, :due, :schedule, :firstReport, :sources, :missing,
                      :historical, :fictional, :at, :by)
                    returning id
                    """),
                told)
            .param("ownRef", ownRef)
            .param("owner", owner)
            .param("missing", tags(mark.missing()))
            .param("historical", mark.historical())
            .param("fictional", mark.fictional())
            .param("at", Timestamp.from(mark.at()))
            .param("by", mark.by())
            .query(Long.class)
            .single();
    parts.write(id, told);
    return id;
  }

  /// What is written beside what the owner tells.
  record Mark(
      List<Measure> missing,
      boolean historical,
      boolean fictional,
      Instant at,
      @Nullable Long by) {}

  /// @return whether the version that was seen was still the newest, and it was not withdrawn
  boolean update(long id, int seen, Undertaking told, Mark mark) {
    boolean written =
        fields(
                    jdbc.sql(
                        """
                        update commitment.commitment set version = version + 1, title = :title, body = :body,
                          language = :language, level = :level, dimensions = :dimensions, themes = :themes,
                          objectives = :objectives, sdg = :sdg, obligation = :obligation, office = :office,
                          starts = :starts, due = :due, schedule = :schedule, first_report = :firstReport,
                          sources = :sources, missing = :missing, changed_at = :at, changed_by = :by
                        where id = :id and version = :seen and state <> 'withdrawn'
                        """),
                    told)
                .param("id", id)
                .param("seen", seen)
                .param("missing", tags(mark.missing()))
                .param("at", Timestamp.from(mark.at()))
                .param("by", mark.by())
                .update()
            == 1;
    if (written) {
      parts.write(id, told);
    }
    return written;
  }

  /// Writes all of these changes at once.
  ///
  /// @return the numbers of those that were still as they were seen, and not withdrawn
  Set<Long> update(List<Change> changes, Instant at, @Nullable Long by) {
    Set<Long> written =
        new HashSet<>(
            BulkUpdate.of(changes)
                .applyTo(jdbc)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .query((row, n) -> row.getLong(1))
                .list());
    for (Change it : changes) {
      if (!it.told().milestones().equals(it.before().told().milestones())
          || !it.told().targets().equals(it.before().told().targets())
          || !it.told().means().equals(it.before().told().means())) {
        parts.write(it.before().id(), it.told());
      }
    }
    return written;
  }

  /// @return whether it was a draft, and the version that was seen the newest
  boolean publish(long id, int seen, Instant at, @Nullable Long by) {
    return jdbc.sql(
                """
                update commitment.commitment set version = version + 1, state = 'published', published_at = :at,
                  changed_at = :at, changed_by = :by
                where id = :id and version = :seen and state = 'draft'
                """)
            .param("id", id)
            .param("seen", seen)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update()
        == 1;
  }

  /// @return whether it was published, and the version that was seen the newest
  boolean withdraw(long id, int seen, String reason, Instant at, @Nullable Long by) {
    return jdbc.sql(
                """
                update commitment.commitment set version = version + 1, state = 'withdrawn', withdrawn_at = :at,
                  withdrawn_reason = :reason, changed_at = :at, changed_by = :by
                where id = :id and version = :seen and state = 'published'
                """)
            .param("id", id)
            .param("seen", seen)
            .param("reason", reason)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update()
        == 1;
  }

  /// @return whether it was a draft, and the version that was seen the newest
  boolean discard(long id, int seen) {
    return parts.isDraft(id, seen) && parts.discard(id);
  }

  private static StatementSpec fields(StatementSpec sql, Undertaking told) {
    return sql.param("title", told.title())
        .param("body", told.text())
        .param("language", told.language())
        .param("level", told.level())
        .param("dimensions", told.dimensions().toArray(String[]::new))
        .param("themes", told.themes().toArray(String[]::new))
        .param("objectives", told.objectives().toArray(String[]::new))
        .param("sdg", told.sdg().toArray(String[]::new))
        .param("obligation", told.obligation().tag())
        .param("office", told.office())
        .param("starts", told.starts())
        .param("due", told.due())
        .param("schedule", told.schedule().tag())
        .param("firstReport", told.firstReport())
        .param("sources", told.sources().toArray(String[]::new));
  }

  private static String[] tags(List<Measure> missing) {
    return missing.stream().map(Measure::tag).toArray(String[]::new);
  }

  private static Commitment commitment(ResultSet row, List<Actor> actors, PartTable.Parts parts)
      throws SQLException {
    Timestamp published = row.getTimestamp("published_at");
    return new Commitment(
        row.getLong("id"),
        row.getString("own_ref"),
        row.getInt("version"),
        State.of(row.getString("state")),
        actors,
        new Undertaking(
            row.getString("title"),
            row.getString("body"),
            row.getString("language"),
            row.getString("level"),
            texts(row, "dimensions"),
            texts(row, "themes"),
            texts(row, "objectives"),
            texts(row, "sdg"),
            Obligation.of(row.getString("obligation")),
            row.getString("office"),
            date(row, "starts"),
            date(row, "due"),
            Schedule.of(row.getString("schedule")),
            date(row, "first_report"),
            parts.milestones(),
            parts.targets(),
            parts.means(),
            texts(row, "sources")),
        texts(row, "missing").stream().map(Measure::of).toList(),
        row.getBoolean("historical"),
        row.getBoolean("fictional"),
        published == null ? null : published.toInstant(),
        row.getString("withdrawn_reason"));
  }

  static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    Date date = row.getDate(column);
    return date == null ? null : date.toLocalDate();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
