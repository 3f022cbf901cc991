package vallarta.compact.review.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.review.voice.ParallelReport.Signer;

/// The rows of parallel reports, of those asked to sign them, and of how they read before.
@Component
class ParallelTable {

  /// How it read once.
  ///
  /// @param reason why it was changed, empty for the first
  record Version(int number, Instant at, String reason, Testimony told) {}

  private static final String ALL =
      """
      select p.*, array(select c.stakeholder || ' ' || c.answer from review.cosigner c
        where c.parallel = p.id order by c.stakeholder) as signers
      from review.parallel p
      """;

  private static final String WHERE =
      """
      where p.state <> 'draft'
        and (:commitment = '' or 'CM-' || p.commitment = :commitment)
        and (:agrees = '' or p.agrees = :agrees)
        and (:by = '' or p.owner = :by or exists (
          select 1 from review.cosigner c
          where c.parallel = p.id and c.stakeholder = :by and c.answer = 'confirmed'))
      """;

  private final JdbcClient jdbc;

  ParallelTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ParallelReport> find(long id) {
    return jdbc.sql(ALL + " where p.id = :id")
        .param("id", id)
        .query((row, n) -> report(row))
        .optional();
  }

  /// The same, held until the end of the transaction.
  Optional<ParallelReport> hold(long id) {
    return jdbc.sql(ALL + " where p.id = :id for update of p")
        .param("id", id)
        .query((row, n) -> report(row))
        .optional();
  }

  int count(ParallelFilter filter) {
    return filtered("select count(*) from review.parallel p " + WHERE, filter)
        .query(Integer.class)
        .single();
  }

  /// The newest first.
  List<ParallelReport> page(ParallelFilter filter, int from, int most) {
    return filtered(
            ALL + WHERE + " order by p.published_at desc, p.id desc limit :most offset :from",
            filter)
        .param("most", most)
        .param("from", from)
        .query((row, n) -> report(row))
        .list();
  }

  /// All that are published or withdrawn, in the order of their numbers.
  List<ParallelReport> published() {
    return jdbc.sql(ALL + " where p.state <> 'draft' order by p.id")
        .query((row, n) -> report(row))
        .list();
  }

  /// Those of a commitment that are published or withdrawn, the newest first.
  List<ParallelReport> of(long commitment) {
    return jdbc.sql(
            ALL
                + """
                where p.commitment = :commitment and p.state <> 'draft'
                order by p.published_at desc, p.id desc
                """)
        .param("commitment", commitment)
        .query((row, n) -> report(row))
        .list();
  }

  /// Those that one of these wrote, or is asked to sign, the newest change first.
  List<ParallelReport> ofAny(Collection<String> keys) {
    return jdbc.sql(
            ALL
                + """
                where p.owner = any(:keys) or (p.state <> 'withdrawn' and exists (
                  select 1 from review.cosigner c
                  where c.parallel = p.id and c.stakeholder = any(:keys)))
                order by p.changed_at desc, p.id desc
                """)
        .param("keys", keys.toArray(String[]::new))
        .query((row, n) -> report(row))
        .list();
  }

  long insert(
      long commitment,
      String owner,
      Testimony it,
      boolean fictional,
      Instant at,
      @Nullable Long by) {
    return told(
            jdbc.sql(
                """
                insert into review.parallel
                  (commitment, owner, language, title, body, agrees, interest, fictional, changed_at, changed_by)
                values (:commitment, :owner, :language, :title, :text, :agrees, :interest, :fictional, :at, :by)
                returning id
                """),
            it)
        .param("commitment", commitment)
        .param("owner", owner)
        .param("fictional", fictional)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  void update(long id, Testimony it, Instant at, @Nullable Long by) {
    told(
            jdbc.sql(
                """
                update review.parallel set version = version + 1, language = :language, title = :title,
                  body = :text, agrees = :agrees, interest = :interest, changed_at = :at, changed_by = :by
                where id = :id
                """),
            it)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  void publish(long id, Instant at, @Nullable Long by) {
    jdbc.sql(
            """
            update review.parallel set version = version + 1, state = 'published', published_at = :at,
              changed_at = :at, changed_by = :by
            where id = :id
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  void withdraw(long id, String reason, Instant at, @Nullable Long by) {
    jdbc.sql(
            """
            update review.parallel set version = version + 1, state = 'withdrawn', withdrawn_reason = :reason,
              changed_at = :at, changed_by = :by
            where id = :id
            """)
        .param("id", id)
        .param("reason", reason)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  /// Deletes a draft with all that belongs to it.
  void delete(long id) {
    jdbc.sql("delete from review.evidence where about = 'PL-' || :id").param("id", id).update();
    jdbc.sql("delete from review.cosigner where parallel = :id").param("id", id).update();
    jdbc.sql("delete from review.parallel where id = :id").param("id", id).update();
  }

  /// Notes that a stakeholder was asked to sign, or what it said.
  void sign(long id, String stakeholder, Signer.Answer answer, Instant at) {
    jdbc.sql(
            """
            insert into review.cosigner (parallel, stakeholder, answer, answered_at)
            values (:id, :stakeholder, :answer, :at)
            on conflict (parallel, stakeholder) do update
            set answer = excluded.answer, answered_at = excluded.answered_at
            """)
        .param("id", id)
        .param("stakeholder", stakeholder)
        .param("answer", answer.tag())
        .param("at", answer == Signer.Answer.ASKED ? null : Timestamp.from(at))
        .update();
  }

  void unask(long id, String stakeholder) {
    jdbc.sql("delete from review.cosigner where parallel = :id and stakeholder = :stakeholder")
        .param("id", id)
        .param("stakeholder", stakeholder)
        .update();
  }

  /// Whoever confirmed it is asked again.
  void askAgain(long id) {
    jdbc.sql(
            """
            update review.cosigner set answer = 'asked', answered_at = null
            where parallel = :id and answer = 'confirmed'
            """)
        .param("id", id)
        .update();
  }

  void keep(ParallelReport it, String reason, Instant at) {
    jdbc.sql(
            """
            insert into review.parallel_version (parallel, version, at, reason, content)
            values (:id, :version, :at, :reason, :content)
            """)
        .param("id", it.id())
        .param("version", it.version())
        .param("at", Timestamp.from(at))
        .param("reason", reason)
        .param("content", JsonMapper.shared().writeValueAsString(it.told()))
        .update();
  }

  /// How it read each time it was published or changed, the newest first.
  List<Version> versions(long id) {
    return jdbc.sql(
            "select * from review.parallel_version where parallel = :id order by version desc")
        .param("id", id)
        .query((row, n) ->
            new Version(
                row.getInt("version"),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"),
                JsonMapper.shared().readValue(row.getString("content"), Testimony.class)))
        .list();
  }

  private StatementSpec filtered(String sql, ParallelFilter it) {
    return jdbc.sql(sql)
        .param("commitment", it.commitment())
        .param("agrees", it.agrees())
        .param("by", it.by());
  }

  private static StatementSpec told(StatementSpec sql, Testimony it) {
    return sql.param("language", it.language())
        .param("title", it.title())
        .param("text", it.text())
        .param("agrees", it.agrees())
        .param("interest", it.interest());
  }

  private static ParallelReport report(ResultSet row) throws SQLException {
    Timestamp published = row.getTimestamp("published_at");
    return new ParallelReport(
        row.getLong("id"),
        row.getInt("version"),
        ParallelReport.State.of(row.getString("state")),
        row.getLong("commitment"),
        row.getString("owner"),
        new Testimony(
            row.getString("language"),
            row.getString("title"),
            row.getString("body"),
            row.getString("agrees"),
            row.getString("interest")),
        Arrays.stream((String[]) row.getArray("signers").getArray())
            .map(ParallelTable::signer)
            .toList(),
        row.getBoolean("fictional"),
        published == null ? null : published.toInstant(),
        row.getString("withdrawn_reason"));
  }

  private static Signer signer(String pair) {
    int blank = pair.lastIndexOf(' ');
    return new Signer(pair.substring(0, blank), Signer.Answer.of(pair.substring(blank + 1)));
  }
}
