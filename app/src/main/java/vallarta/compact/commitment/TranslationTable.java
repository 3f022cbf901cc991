package vallarta.compact.commitment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Translations of commitments, each with who made it. The original is the one that binds.
@Component
class TranslationTable {

  /// @param maker who made it, in words
  /// @param machine whether a machine made it: it is not to be quoted then
  /// @param ofVersion the version that was translated
  record Translation(
      String language, String title, String text, String maker, boolean machine, int ofVersion) {}

  private final JdbcClient jdbc;

  TranslationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Translation> of(long commitment) {
    return jdbc.sql("select * from commitment.translation where commitment = :id order by language")
        .param("id", commitment)
        .query((row, n) ->
            new Translation(
                row.getString("language"),
                row.getString("title"),
                row.getString("body"),
                row.getString("maker"),
                row.getBoolean("machine"),
                row.getInt("of_version")))
        .list();
  }

  void write(long commitment, Translation it, Instant at) {
    jdbc.sql(
            """
            insert into commitment.translation (commitment, language, title, body, maker, machine, of_version, at)
            values (:id, :language, :title, :body, :maker, :machine, :version, :at)
            on conflict (commitment, language) do update set title = excluded.title, body = excluded.body,
              maker = excluded.maker, machine = excluded.machine, of_version = excluded.of_version, at = excluded.at
            """)
        .param("id", commitment)
        .param("language", it.language())
        .param("title", it.title())
        .param("body", it.text())
        .param("maker", it.maker())
        .param("machine", it.machine())
        .param("version", it.ofVersion())
        .param("at", Timestamp.from(at))
        .update();
  }
}
