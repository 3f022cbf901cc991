package vallarta.compact.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Translations of commitments, each with who made it. The original is the one that binds.
@Component
class TranslationTable {

  /// @param id number in the register, 0 for one that is not written yet
  /// @param commitment number of what it translates
  /// @param maker who made it, in words
  /// @param machine whether a machine made it: it is not to be quoted then
  /// @param ofVersion the version that was translated
  /// @param edition raised by one each time it is entered anew
  record Translation(
      long id,
      long commitment,
      String language,
      String title,
      String text,
      String maker,
      boolean machine,
      int ofVersion,
      int edition) {

    /// Its reference: `TR-5`.
    String ref() {
      return "TR-" + id;
    }
  }

  private final JdbcClient jdbc;

  TranslationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Translation> of(long commitment) {
    return jdbc.sql("select * from commitment.translation where commitment = :id order by language")
        .param("id", commitment)
        .query(TranslationTable::translation)
        .list();
  }

  /// All of commitments that are public, in the order of their numbers.
  List<Translation> published() {
    return jdbc.sql(
            """
            select t.* from commitment.translation t join commitment.commitment c on c.id = t.commitment
            where c.state <> 'draft' order by t.id
            """)
        .query(TranslationTable::translation)
        .list();
  }

  /// Writes a new one, or over the edition that was seen.
  ///
  /// @param seen edition that the writer saw, 0 for none
  /// @return empty when another edition is there than the one that was seen
  Optional<Translation> write(Translation it, int seen, Instant at, @Nullable Long by) {
    String sql =
        seen == 0
            ? """
            insert into commitment.translation (commitment, language, title, body, maker, machine, of_version, at, entered_by)
            values (:commitment, :language, :title, :body, :maker, :machine, :version, :at, :by)
            on conflict do nothing returning *
            """
            : """
            update commitment.translation set title = :title, body = :body, maker = :maker, machine = :machine,
              of_version = :version, edition = edition + 1, at = :at, entered_by = :by
            where commitment = :commitment and language = :language and edition = :seen returning *
            """;
    return jdbc.sql(sql)
        .param("commitment", it.commitment())
        .param("language", it.language())
        .param("title", it.title())
        .param("body", it.text())
        .param("maker", it.maker())
        .param("machine", it.machine())
        .param("version", it.ofVersion())
        .param("seen", seen)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .query(TranslationTable::translation)
        .optional();
  }

  private static Translation translation(ResultSet row, int number) throws SQLException {
    return new Translation(
        row.getLong("id"),
        row.getLong("commitment"),
        row.getString("language"),
        row.getString("title"),
        row.getString("body"),
        row.getString("maker"),
        row.getBoolean("machine"),
        row.getInt("of_version"),
        row.getInt("edition"));
  }
}
