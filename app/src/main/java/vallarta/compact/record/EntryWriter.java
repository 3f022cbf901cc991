package vallarta.compact.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// Writes entries with what they disclose: always in the transaction of its caller.
@Component
final class EntryWriter {

  private final JdbcClient jdbc;
  private final DataSource dataSource;

  EntryWriter(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /// A sealed act with its number in the store.
  private record Numbered(long id, SealedAct sealed) {}

  /// A field of an entry.
  private record Field(long entry, Disclosure disclosure) {}

  /// @return the ids of the entries, in the order of the acts
  List<Long> write(List<SealedAct> acts) {
    List<Long> ids =
        jdbc.sql("select nextval('record.entry_id') from generate_series(1, :count)")
            .param("count", acts.size())
            .query((row, n) -> row.getLong(1))
            .list();
    List<Numbered> entries = new ArrayList<>(acts.size());
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < acts.size(); i++) {
      long id = ids.get(i);
      entries.add(new Numbered(id, acts.get(i)));
      acts.get(i).disclosures().forEach(it -> fields.add(new Field(id, it)));
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      CopyRows.copy(
          connection,
          "record.entry (id, type, of_ref, about, at, payload, leaf)",
          entries,
          EntryWriter::row);
      CopyRows.copy(
          connection,
          "record.disclosure (entry, name, digest, salt, value)",
          fields,
          EntryWriter::row);
    } catch (SQLException e) {
      throw new IllegalStateException("the entries of the record could not be written", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
    return ids;
  }

  private static void row(CopyRows rows, Numbered it) {
    Facts facts = it.sealed().act().facts();
    rows.row(7)
        .cell(it.id())
        .cell(it.sealed().act().type().tag())
        .cell(facts.of())
        .cell(facts.about().isEmpty() ? null : facts.about())
        .cell(it.sealed().at())
        .cell(it.sealed().payload())
        .cell(it.sealed().leaf().bytes());
  }

  private static void row(CopyRows rows, Field it) {
    Disclosure disclosure = it.disclosure();
    rows.row(5)
        .cell(it.entry())
        .cell(disclosure.name())
        .cell(Disclosure.decode(disclosure.digest()))
        .cell(Disclosure.decode(String.valueOf(disclosure.salt())))
        .cell(disclosure.value());
  }

  /// Erases values of an object wherever the record has them.
  ///
  /// @param redaction id of the entry that tells of it
  /// @return how many were erased
  int erase(String of, List<String> fields, long redaction) {
    return jdbc.sql(
            """
            update record.disclosure set salt = null, value = null, redaction = :redaction
            where redaction is null and name in (:fields)
              and entry in (select id from record.entry where of_ref = :of and type <> :redactionType)
            """)
        .param("redaction", redaction)
        .param("fields", fields)
        .param("of", of)
        .param("redactionType", ActType.REDACTION.tag())
        .update();
  }
}
