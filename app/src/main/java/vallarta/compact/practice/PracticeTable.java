package vallarta.compact.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The rows of practices.
@Component
class PracticeTable {

  private final JdbcClient jdbc;

  PracticeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All of them in the order of their numbers, drafts too.
  List<Practice> list() {
    return jdbc.sql("select * from practice.practice order by id")
        .query((row, n) -> practice(row))
        .list();
  }

  Optional<Practice> find(long id) {
    return jdbc.sql("select * from practice.practice where id = :id")
        .param("id", id)
        .query((row, n) -> practice(row))
        .optional();
  }

  /// What is offered, as short as it can be told: it differs whenever one of them does.
  String offered() {
    return jdbc.sql(
            """
            select coalesce(string_agg(id || '.' || version, ' ' order by id), '')
            from practice.practice where state = 'published'
            """)
        .query(String.class)
        .single();
  }

  long insert(Telling it, Instant at, long by) {
    return fields(
            jdbc.sql(
                """
                insert into practice.practice (stakeholder, title, summary, topic, initiative, objective, speaker,
                  speaker_consents, contact, session, language, dimensions, themes, statements, changed_at, changed_by)
                values (:owner, :title, :summary, :topic, :initiative, :objective, :speaker,
                  :consents, :contact, :session, :language, :dimensions, :themes, :statements, :at, :by)
                returning id
                """),
            it)
        .param("owner", it.owner())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  /// Changes a draft; its owner stays.
  ///
  /// @return whether it still was a draft, and the version that was seen the newest
  boolean update(long id, int seen, Telling it, Instant at, long by) {
    return fields(
                jdbc.sql(
                    """
                    update practice.practice set version = version + 1, title = :title, summary = :summary, topic = :topic,
                      initiative = :initiative, objective = :objective, speaker = :speaker, speaker_consents = :consents,
                      contact = :contact, session = :session, language = :language, dimensions = :dimensions,
                      themes = :themes, statements = :statements, changed_at = :at, changed_by = :by
                    where id = :id and version = :seen and state = 'draft'
                    """),
                it)
            .param("id", id)
            .param("seen", seen)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update()
        == 1;
  }

  /// @return whether it still was a draft, and the version that was seen the newest
  boolean publish(long id, int seen, Instant at, long by) {
    return jdbc.sql(
                """
                update practice.practice set version = version + 1, state = 'published', published_at = :at,
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

  /// Withdraws it; the name of its speaker is shown no longer.
  ///
  /// @return whether it was not withdrawn before, and the version that was seen the newest
  boolean withdraw(long id, int seen, String reason, Instant at, long by) {
    return jdbc.sql(
                """
                update practice.practice set version = version + 1, state = 'withdrawn', withdrawn_reason = :reason,
                  speaker = '', speaker_consents = false, changed_at = :at, changed_by = :by
                where id = :id and version = :seen and state <> 'withdrawn'
                """)
            .param("id", id)
            .param("seen", seen)
            .param("reason", reason)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update()
        == 1;
  }

  private static StatementSpec fields(StatementSpec sql, Telling it) {
    return sql.param("title", it.title())
        .param("summary", it.summary())
        .param("topic", it.topic())
        .param("initiative", it.initiative())
        .param("objective", it.objective())
        .param("speaker", it.speaker())
        .param("consents", it.consents())
        .param("contact", it.contact())
        .param("session", it.session().isEmpty() ? null : number(it.session()))
        .param("language", it.language())
        .param("dimensions", it.dimensions().toArray(String[]::new))
        .param("themes", it.themes().toArray(String[]::new))
        .param(
            "statements", it.statements().stream().map(PracticeTable::number).toArray(Long[]::new));
  }

  private static long number(String ref) {
    return Long.parseLong(ref.substring(ref.indexOf('-') + 1));
  }

  private static Practice practice(ResultSet row) throws SQLException {
    long session = row.getLong("session");
    @Nullable Timestamp published = row.getTimestamp("published_at");
    return new Practice(
        row.getLong("id"),
        row.getInt("version"),
        new Telling(
            row.getString("stakeholder"),
            row.getString("title"),
            row.getString("summary"),
            row.getString("topic"),
            row.getString("initiative"),
            row.getString("objective"),
            row.getString("speaker"),
            row.getBoolean("speaker_consents"),
            row.getString("contact"),
            session == 0 ? "" : "SE-" + session,
            row.getString("language"),
            List.of((String[]) row.getArray("dimensions").getArray()),
            List.of((String[]) row.getArray("themes").getArray()),
            Arrays.stream((Long[]) row.getArray("statements").getArray())
                .map(it -> "S-" + it)
                .toList()),
        Practice.State.of(row.getString("state")),
        published == null ? null : published.toInstant(),
        row.getString("withdrawn_reason"));
  }
}
