package vallarta.compact.record;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.engine.tlog.Checkpoint;
import vallarta.engine.tlog.Hash;
import vallarta.engine.tlog.NoteSignature;
import vallarta.engine.tlog.SignedNote;

/// What the store knows of the log: which entry has which place, and which checkpoints were
/// published.
@Component
final class Checkpoints {

  private final JdbcClient jdbc;

  Checkpoints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A checkpoint that was published.
  ///
  /// @param key the public key that signed it
  record Published(long size, Hash root, String note, String key) {}

  /// The entries that no checkpoint covers yet.
  record Waiting(long count, @Nullable Instant oldest) {}

  /// An entry with a place in the log.
  record Placed(long index, byte[] payload, Hash leaf) {}

  Optional<Published> newest() {
    return jdbc.sql(
            "select size, root, note, key from record.checkpoint order by size desc limit 1")
        .query((row, n) ->
            new Published(
                row.getLong(1), Hash.of(row.getBytes(2)), row.getString(3), row.getString(4)))
        .optional();
  }

  /// When the checkpoint of that size was published.
  Optional<Instant> publishedAt(long size) {
    return jdbc.sql("select at from record.checkpoint where size = :size")
        .param("size", size)
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  void keep(Published it) {
    jdbc.sql(
            """
            insert into record.checkpoint (size, root, note, key) values (:size, :root, :note, :key)
            on conflict (size) do update set root = excluded.root, note = excluded.note, key = excluded.key
            """)
        .param("size", it.size())
        .param("root", it.root().bytes())
        .param("note", it.note())
        .param("key", it.key())
        .update();
  }

  /// The newest published checkpoints that cover an index, the newest first.
  List<SignedNote> covering(long index) {
    return jdbc.sql(
            "select note from record.checkpoint where size > :index order by size desc limit 100")
        .param("index", index)
        .query((row, n) -> SignedNote.parse(row.getString(1)))
        .list();
  }

  /// Adds cosignatures to the checkpoint with that text.
  void cosign(SignedNote asked, List<NoteSignature> cosignatures) {
    Checkpoint checkpoint = Checkpoint.parse(asked.text());
    jdbc.sql("select note from record.checkpoint where size = :size")
        .param("size", checkpoint.size())
        .query((row, n) -> SignedNote.parse(row.getString(1)))
        .optional()
        .filter(note -> note.text().equals(asked.text()))
        .ifPresent(note ->
            jdbc.sql("update record.checkpoint set note = :note where size = :size")
                .param("note", note.with(cosignatures).toString())
                .param("size", checkpoint.size())
                .update());
  }

  Waiting waiting(long size) {
    return jdbc.sql(
            """
            select count(*), min(at) from (
              select at from record.entry where index is null
              union all
              select at from record.entry where index >= :size) as waiting
            """)
        .param("size", size)
        .query((row, n) -> {
          Timestamp oldest = row.getTimestamp(2);
          return new Waiting(row.getLong(1), oldest == null ? null : oldest.toInstant());
        })
        .single();
  }

  /// How many entries have a place.
  long placed() {
    return jdbc.sql("select coalesce(max(index) + 1, 0) from record.entry")
        .query(Long.class)
        .single();
  }

  /// Gives committed entries without a place the next ones, in the order of their ids.
  ///
  /// @return how many
  int place(int most) {
    return jdbc.sql(
            """
            with free as (select id from record.entry where index is null order by id limit :most),
              next as (select coalesce(max(index) + 1, 0) as index from record.entry),
              placed as (select id, next.index + row_number() over (order by id) - 1 as index from free, next)
            update record.entry e set index = placed.index from placed where e.id = placed.id
            """)
        .param("most", most)
        .update();
  }

  /// The first missing place of each gap below the newest checkpoint or the last entry.
  List<Long> gaps() {
    return jdbc.sql(
            """
            select before + 1 from (
              select index, lag(index, 1, -1::bigint) over (order by index) as before from (
                select index from record.entry where index is not null
                union select coalesce(max(size), 0) from record.checkpoint
                  having coalesce(max(size), 0) > (select coalesce(max(index) + 1, 0) from record.entry)) as ends
            ) as pairs
            where index > before + 1 order by 1
            """)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /// The entries from a place on, in their order.
  List<Placed> from(long index, int most) {
    return jdbc.sql(
            """
            select index, payload, leaf from record.entry
            where index >= :index order by index limit :most
            """)
        .param("index", index)
        .param("most", most)
        .query((row, n) -> new Placed(row.getLong(1), row.getBytes(2), Hash.of(row.getBytes(3))))
        .list();
  }
}
