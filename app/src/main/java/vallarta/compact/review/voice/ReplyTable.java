package vallarta.compact.review.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of replies, and of what can be answered.
@Component
class ReplyTable {

  /// Something that was said of a commitment and can be answered.
  ///
  /// @param about its reference
  /// @param at when it was published
  record Said(String about, long commitment, Instant at) {}

  private static final String SAID =
      """
      select * from (
        select 'PL-' || id as about, commitment, published_at from review.parallel where state = 'published'
        union all
        select 'AS-' || id, commitment, published_at from review.assessment where state = 'published') as said
      """;

  private final JdbcClient jdbc;

  ReplyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Said> said(String about) {
    return jdbc.sql(SAID + " where about = :about")
        .param("about", about)
        .query((row, n) -> said(row))
        .optional();
  }

  /// All that can be answered, the newest first.
  List<Said> said() {
    return jdbc.sql(SAID + " order by published_at desc, about desc")
        .query((row, n) -> said(row))
        .list();
  }

  List<Reply> of(long commitment) {
    return jdbc.sql("select * from review.reply where commitment = :id order by id")
        .param("id", commitment)
        .query((row, n) -> reply(row))
        .list();
  }

  List<Reply> list() {
    return jdbc.sql("select * from review.reply order by id").query((row, n) -> reply(row)).list();
  }

  /// @return empty when that actor has answered it already
  Optional<Reply> insert(Reply it, boolean fictional, @Nullable Long by) {
    try {
      return Optional.of(
          jdbc.sql(
                  """
                  insert into review.reply
                    (about, commitment, stakeholder, language, body, late, fictional, published_at, published_by)
                  values (:about, :commitment, :stakeholder, :language, :text, :late, :fictional, :at, :by)
                  returning *
                  """)
              .param("about", it.about())
              .param("commitment", it.commitment())
              .param("stakeholder", it.stakeholder())
              .param("language", it.language())
              .param("text", it.text())
              .param("late", it.late())
              .param("fictional", fictional)
              .param("at", Timestamp.from(it.at()))
              .param("by", by)
              .query((row, n) -> reply(row))
              .single());
    } catch (DuplicateKeyException twice) {
      return Optional.empty();
    }
  }

  private static Said said(ResultSet row) throws SQLException {
    return new Said(
        row.getString("about"),
        row.getLong("commitment"),
        row.getTimestamp("published_at").toInstant());
  }

  private static Reply reply(ResultSet row) throws SQLException {
    return new Reply(
        row.getLong("id"),
        row.getString("about"),
        row.getLong("commitment"),
        row.getString("stakeholder"),
        row.getString("language"),
        row.getString("body"),
        row.getBoolean("late"),
        row.getTimestamp("published_at").toInstant());
  }
}
