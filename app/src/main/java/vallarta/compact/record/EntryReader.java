package vallarta.compact.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.engine.tlog.Hash;

/// Reads entries with what they disclose.
@Component
final class EntryReader {

  private static final int MOST = 200;

  private final JdbcClient jdbc;

  EntryReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Entry> at(long index) {
    return read("select id from record.entry where index = :key", index).stream().findFirst();
  }

  /// The entries in the history of an object, the first first.
  List<Entry> of(String object) {
    return read("select id from record.entry where of_ref = :key or about = :key", object);
  }

  /// The entries with that hash as their leaf or as the digest of a field.
  List<Entry> withHash(byte[] hash) {
    return read(
        """
        select id from record.entry where leaf = :key
        union select entry from record.disclosure where digest = :key
        """,
        hash);
  }

  /// The entries of what has that reference of its own, or of the file with that hash.
  List<Entry> named(String value) {
    return read(
        """
        select e.id from record.disclosure d join record.entry o on o.id = d.entry
          join record.entry e on e.of_ref = o.of_ref or e.about = o.of_ref
        where d.value = :key and d.name in ('key', 'ref', 'sha256')
        """,
        value);
  }

  /// The entries whose ids a query gives.
  private List<Entry> read(String ids, Object key) {
    return withIds(
        jdbc.sql("select distinct id from (%s) as found order by id limit %d".formatted(ids, MOST))
            .param("key", key)
            .query((row, n) -> row.getLong(1))
            .list());
  }

  /// The newest entry with facts of each of these objects, by object.
  Map<String, Entry> latest(Collection<String> objects) {
    List<Long> ids =
        jdbc.sql(
                """
                select max(id) from record.entry
                where of_ref = any(:objects) and type <> :redaction group by of_ref
                """)
            .param("objects", objects.toArray(String[]::new))
            .param("redaction", ActType.REDACTION.tag())
            .query((row, n) -> row.getLong(1))
            .list();
    Map<String, Entry> byObject = new LinkedHashMap<>();
    withIds(ids).forEach(entry -> byObject.put(entry.of(), entry));
    return byObject;
  }

  /// The newest entries of these types about any of these objects, the newest first.
  List<Entry> newest(Collection<String> objects, Set<ActType> types, int most) {
    List<Long> ids =
        jdbc.sql(
                """
                select id from record.entry
                where (of_ref = any(:objects) or about = any(:objects)) and type = any(:types)
                order by id desc limit :most
                """)
            .param("objects", objects.toArray(String[]::new))
            .param("types", tags(types))
            .param("most", most)
            .query((row, n) -> row.getLong(1))
            .list();
    return withIds(ids).reversed();
  }

  /// The entries of these types of that time, the newest first.
  List<Entry> between(Instant from, Instant to, Set<ActType> types, int most) {
    List<Long> ids =
        jdbc.sql(
                """
                select id from record.entry
                where at >= :from and at < :to and type = any(:types)
                order by id desc limit :most
                """)
            .param("from", Timestamp.from(from))
            .param("to", Timestamp.from(to))
            .param("types", tags(types))
            .param("most", most)
            .query((row, n) -> row.getLong(1))
            .list();
    return withIds(ids).reversed();
  }

  private static String[] tags(Set<ActType> types) {
    return types.stream().map(ActType::tag).toArray(String[]::new);
  }

  /// The next entries after an id, in the order of ids.
  List<Entry> after(long id, int limit) {
    return withIds(
        jdbc.sql("select id from record.entry where id > :id order by id limit :limit")
            .param("id", id)
            .param("limit", limit)
            .query((row, n) -> row.getLong(1))
            .list());
  }

  /// The entries from an index on, in the order of the log.
  List<Entry> from(long index, int limit) {
    List<Long> ids =
        jdbc.sql("select id from record.entry where index >= :index order by index limit :limit")
            .param("index", index)
            .param("limit", limit)
            .query((row, n) -> row.getLong(1))
            .list();
    Map<Long, Entry> byId = new LinkedHashMap<>();
    withIds(ids).forEach(entry -> byId.put(entry.id(), entry));
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  private List<Entry> withIds(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Long[] keys = ids.toArray(Long[]::new);
    Map<Long, List<Disclosure>> fields = new LinkedHashMap<>();
    jdbc.sql(
            """
            select entry, name, digest, salt, value, redaction from record.disclosure
            where entry = any(:ids) order by entry, name
            """)
        .param("ids", keys)
        .query(row -> {
          fields.computeIfAbsent(row.getLong(1), it -> new ArrayList<>()).add(disclosure(row));
        });
    return jdbc.sql(
            """
            select id, index, type, of_ref, at, payload, leaf from record.entry
            where id = any(:ids) order by id
            """)
        .param("ids", keys)
        .query((row, n) -> entry(row, fields.getOrDefault(row.getLong(1), List.of())))
        .list();
  }

  private static Entry entry(ResultSet row, List<Disclosure> fields) throws SQLException {
    long index = row.getLong(2);
    boolean waiting = row.wasNull();
    return new Entry(
        row.getLong(1),
        waiting ? null : index,
        ActType.of(row.getString(3)),
        row.getString(4),
        row.getTimestamp(5).toInstant(),
        row.getBytes(6),
        Hash.of(row.getBytes(7)),
        List.copyOf(fields));
  }

  private static Disclosure disclosure(ResultSet row) throws SQLException {
    byte @Nullable [] salt = row.getBytes(4);
    long redaction = row.getLong(6);
    boolean erased = !row.wasNull();
    return new Disclosure(
        row.getString(2),
        Disclosure.encode(row.getBytes(3)),
        salt == null ? null : Disclosure.encode(salt),
        row.getString(5),
        erased ? redaction : null);
  }
}
