package vallarta.compact.consultation.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.Input.Consent;
import vallarta.compact.consultation.reading.ReadingStatus;

/// The rows of submissions and of those who sign them.
@Component
class SubmissionTable {

  private final JdbcClient jdbc;

  SubmissionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All of them in the order of their numbers, drafts too.
  List<Submission> list() {
    return list("true", Map.of());
  }

  /// Those that stakeholders own, the last changed first.
  List<Submission> of(Collection<String> owners) {
    return list(
        "s.stakeholder = any(:owners) order by s.changed_at desc, s.id desc",
        Map.of("owners", owners.toArray(String[]::new)));
  }

  List<Submission> ofConsultation(String ref) {
    return list("s.consultation = :ref order by s.id", Map.of("ref", ref));
  }

  /// Those that wait for the secretariat, the longest waiting first.
  List<Submission> waiting() {
    return list("s.state = 'handed-in' order by s.handed_in_at, s.id", Map.of());
  }

  /// Those that one of these stakeholders is asked to sign, and that are not decided yet.
  List<Submission> askedOf(Collection<String> keys) {
    return list(
        """
        s.state in ('draft', 'returned', 'handed-in') and exists (
          select from consultation.cosignatory c where c.submission = s.id and c.stakeholder = any(:keys))
        order by s.id
        """,
        Map.of("keys", keys.toArray(String[]::new)));
  }

  Optional<Submission> find(long id) {
    return list("s.id = :id", Map.of("id", id)).stream().findFirst();
  }

  /// The same, held until the end of the transaction.
  Optional<Submission> hold(long id) {
    jdbc.sql("select 1 from consultation.submission where id = :id for update")
        .param("id", id)
        .query()
        .listOfRows();
    return find(id);
  }

  /// Another one of the same owner with the same bytes.
  Optional<Submission> findTwin(String owner, String sha256, long but) {
    return list(
            "s.stakeholder = :owner and s.sha256 = :sha256 and s.id <> :but and s.state <> 'withdrawn' order by s.id",
            Map.of("owner", owner, "sha256", sha256, "but", but))
        .stream()
        .findFirst();
  }

  /// Whether a stakeholder has left the process.
  boolean hasLeft(String stakeholder) {
    return jdbc.sql(
            "select withdrawn_at is not null from participation.stakeholder where key = :key")
        .param("key", stakeholder)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  long insert(String consultation, String owner, Particulars told, Instant at, long by) {
    return told(
            jdbc.sql(
                """
                insert into consultation.submission (consultation, stakeholder, title, language, licence, consent, notes,
                  changed_at, changed_by)
                values (:consultation, :owner, :title, :language, :licence, :consent, :notes, :at, :by)
                returning id
                """),
            told)
        .param("consultation", consultation)
        .param("owner", owner)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  void update(long id, Particulars told, Instant at, long by) {
    told(
            jdbc.sql(
                """
                update consultation.submission set version = version + 1, title = :title, language = :language,
                  licence = :licence, consent = :consent, notes = :notes, changed_at = :at, changed_by = :by
                where id = :id
                """),
            told)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  void update(long id, SubmittedFile file, Instant at, long by) {
    jdbc.sql(
            """
            update consultation.submission set version = version + 1, file_name = :name, sha256 = :sha256,
              size_bytes = :bytes, media_type = :mediaType, status = :status, detail = :detail, pages = :pages,
              found_language = :language, statements = :statements, changed_at = :at, changed_by = :by
            where id = :id
            """)
        .param("name", file.name())
        .param("sha256", file.sha256())
        .param("bytes", file.bytes())
        .param("mediaType", file.mediaType())
        .param("status", file.status().name())
        .param("detail", file.detail())
        .param("pages", file.pages())
        .param("language", file.language())
        .param("statements", file.statements())
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  /// It is handed in, now, and perhaps not for the first time.
  ///
  /// @param recorded whether the public record has an act of it from now on
  void handIn(long id, Submission.Arrival arrival, boolean recorded) {
    arrival(
            jdbc.sql(
                """
                update consultation.submission set version = version + 1, state = 'handed-in', word = '',
                  decided_at = null, recorded = :recorded, received_at = :received, handed_in_at = :last,
                  handed_in_by = :by, handed_title = :title, handed_file_name = :fileName, handed_sha256 = :sha256,
                  handed_bytes = :bytes, deadline = :deadline, extension = nullif(:extension, 0), late = :late,
                  changed_at = :last, changed_by = :by
                where id = :id
                """),
            arrival)
        .param("received", Timestamp.from(arrival.received()))
        .param("last", Timestamp.from(arrival.last()))
        .param("by", arrival.by())
        .param("title", arrival.what().title())
        .param("fileName", arrival.what().fileName())
        .param("sha256", arrival.what().sha256())
        .param("bytes", arrival.what().bytes())
        .param("recorded", recorded)
        .param("id", id)
        .update();
  }

  /// A deadline was moved: by which one it is measured now.
  void measure(long id, Submission.Arrival arrival) {
    arrival(
            jdbc.sql(
                """
                update consultation.submission
                set deadline = :deadline, extension = nullif(:extension, 0), late = :late where id = :id
                """),
            arrival)
        .param("id", id)
        .update();
  }

  /// What was decided of it.
  ///
  /// @param word what to mend, or why it was declined, or empty
  /// @param input number of the input that it became, 0 for none
  void decide(long id, Submission.State state, String word, long input, Instant at, long by) {
    jdbc.sql(
            """
            update consultation.submission set version = version + 1, state = :state, word = :word,
              input = nullif(:input, 0), decided_at = :at, changed_at = :at, changed_by = :by
            where id = :id
            """)
        .param("state", state.tag())
        .param("word", word)
        .param("input", input)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  void delete(long id) {
    jdbc.sql("delete from consultation.submission where id = :id").param("id", id).update();
  }

  void ask(long id, String stakeholder, Instant at) {
    jdbc.sql(
            """
            insert into consultation.cosignatory as c (submission, stakeholder, asked_at)
            values (:id, :stakeholder, :at)
            on conflict (submission, stakeholder) do update
              set answer = 'asked', asked_at = excluded.asked_at, answered_at = null, answered_by = null
            """)
        .param("id", id)
        .param("stakeholder", stakeholder)
        .param("at", Timestamp.from(at))
        .update();
  }

  void unask(long id, String stakeholder) {
    jdbc.sql(
            "delete from consultation.cosignatory where submission = :id and stakeholder = :stakeholder")
        .param("id", id)
        .param("stakeholder", stakeholder)
        .update();
  }

  void answer(long id, String stakeholder, CoSignatory.Answer answer, Instant at, long by) {
    jdbc.sql(
            """
            update consultation.cosignatory set answer = :answer, answered_at = :at, answered_by = :by
            where submission = :id and stakeholder = :stakeholder
            """)
        .param("answer", answer.tag())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .param("id", id)
        .param("stakeholder", stakeholder)
        .update();
  }

  private List<Submission> list(String where, Map<String, Object> parameters) {
    String order = where.contains("order by") ? "" : " order by s.id";
    Map<Long, List<CoSignatory>> asked = cosignatories(where, parameters);
    return jdbc.sql("select s.* from consultation.submission s where " + where + order)
        .params(parameters)
        .query((row, n) -> submission(row, asked.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private Map<Long, List<CoSignatory>> cosignatories(String where, Map<String, Object> parameters) {
    Map<Long, List<CoSignatory>> asked = new HashMap<>();
    jdbc.sql(
            """
            select a.* from consultation.cosignatory a
            where a.submission in (select s.id from consultation.submission s where %s)
            order by a.answered_at nulls last, a.asked_at, a.stakeholder
            """
                .formatted(where))
        .params(parameters)
        .query(row -> {
          asked
              .computeIfAbsent(row.getLong("submission"), it -> new ArrayList<>())
              .add(
                  new CoSignatory(
                      row.getString("stakeholder"),
                      CoSignatory.Answer.of(row.getString("answer")),
                      row.getTimestamp("asked_at").toInstant(),
                      instant(row.getTimestamp("answered_at"))));
        });
    return asked;
  }

  private static StatementSpec told(StatementSpec sql, Particulars told) {
    return sql.param("title", told.title())
        .param("language", told.language())
        .param("licence", told.licence())
        .param("consent", told.consent().tag())
        .param("notes", told.notes());
  }

  private static StatementSpec arrival(StatementSpec sql, Submission.Arrival it) {
    return sql.param("deadline", it.deadline() == null ? null : Timestamp.from(it.deadline()))
        .param("extension", it.extension())
        .param("late", it.late());
  }

  private static Submission submission(ResultSet row, List<CoSignatory> asked) throws SQLException {
    return new Submission(
        row.getLong("id"),
        row.getInt("version"),
        row.getString("consultation"),
        row.getString("stakeholder"),
        new Particulars(
            row.getString("title"),
            row.getString("language"),
            row.getString("licence"),
            Consent.valueOf(row.getString("consent").toUpperCase(Locale.ROOT)),
            row.getString("notes")),
        file(row),
        Submission.State.of(row.getString("state")),
        row.getBoolean("recorded"),
        arrival(row),
        row.getString("word"),
        instant(row.getTimestamp("decided_at")),
        row.getLong("input"),
        asked);
  }

  private static @Nullable SubmittedFile file(ResultSet row) throws SQLException {
    String sha256 = row.getString("sha256");
    return sha256 == null
        ? null
        : new SubmittedFile(
            row.getString("file_name"),
            sha256,
            row.getLong("size_bytes"),
            row.getString("media_type"),
            ReadingStatus.valueOf(row.getString("status")),
            row.getString("detail"),
            row.getInt("pages"),
            row.getString("found_language"),
            row.getInt("statements"));
  }

  private static Submission.@Nullable Arrival arrival(ResultSet row) throws SQLException {
    Timestamp received = row.getTimestamp("received_at");
    return received == null
        ? null
        : new Submission.Arrival(
            received.toInstant(),
            row.getTimestamp("handed_in_at").toInstant(),
            row.getLong("handed_in_by"),
            new Submission.Handed(
                row.getString("handed_title"),
                row.getString("handed_file_name"),
                row.getString("handed_sha256"),
                row.getLong("handed_bytes")),
            instant(row.getTimestamp("deadline")),
            row.getLong("extension"),
            row.getBoolean("late"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp stamp) {
    return stamp == null ? null : stamp.toInstant();
  }
}
