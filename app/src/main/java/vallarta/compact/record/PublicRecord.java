package vallarta.compact.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The public record: where every stage enters what it publishes, and where it is looked up.
@Service
public class PublicRecord {

  private final EntryWriter writer;
  private final EntryReader reader;
  private final Checkpoints checkpoints;
  private final Bell bell;
  private final Trouble trouble;

  PublicRecord(
      EntryWriter writer, EntryReader reader, Checkpoints checkpoints, Bell bell, Trouble trouble) {
    this.writer = writer;
    this.reader = reader;
    this.checkpoints = checkpoints;
    this.bell = bell;
    this.trouble = trouble;
  }

  /// How far the record is.
  ///
  /// @param size entries under the newest signed checkpoint
  /// @param root of the tree over them, in base64; empty before the first checkpoint
  /// @param checkpoint the signed note as it was published, or empty
  /// @param key the public key that signed it, as a C2SP verifier key, or empty
  /// @param at when it was published, null before the first checkpoint
  /// @param waiting committed entries that no checkpoint covers yet
  /// @param lag how long the oldest of these has been waiting
  /// @param trouble why entries are not taken over, null when all is well
  public record Standing(
      long size,
      String root,
      String checkpoint,
      String key,
      @Nullable Instant at,
      long waiting,
      Duration lag,
      @Nullable String trouble) {}

  /// Enters acts in their order, in the transaction that writes what they tell of: both are there
  /// or neither. What may not be published is never entered.
  ///
  /// @throws org.springframework.transaction.IllegalTransactionStateException outside of a
  ///   transaction
  @Transactional(propagation = Propagation.MANDATORY)
  public void enter(List<Act> acts) {
    write(acts);
  }

  private List<Long> write(List<Act> acts) {
    if (acts.isEmpty()) {
      return List.of();
    }
    List<Long> ids = writer.write(SealedAct.seal(acts, Clock.systemUTC().instant()));
    bell.ringAfterCommit();
    return ids;
  }

  /// Erases fields of an object from the store of the record, in every entry that has them, and
  /// enters that this was done. The log keeps the digests, which tell nothing without the salts.
  /// The stage to which the object belongs erases its own rows in the same transaction.
  ///
  /// @param reason for the public, never personal itself
  /// @return how many values were erased
  @Transactional
  public int redact(String of, List<String> fields, String reason) {
    Facts facts =
        Facts.of(
            of,
            Map.of(
                "fields", String.join(" ", fields.stream().sorted().toList()), "reason", reason));
    long redaction = write(List.of(new Act(ActType.REDACTION, facts))).getFirst();
    int erased = writer.erase(of, fields, redaction);
    if (erased == 0) {
      throw new IllegalArgumentException("the record has no such fields of " + of);
    }
    return erased;
  }

  /// The entries about an object, the first first.
  @Transactional(readOnly = true)
  public List<Entry> history(String of) {
    return reader.of(of);
  }

  /// Those of these types about any of these objects, the newest first.
  @Transactional(readOnly = true)
  public List<Entry> newest(Collection<String> of, Set<ActType> types, int most) {
    return reader.newest(of, types, most);
  }

  /// Those of these types that were entered in that time, the newest first.
  ///
  /// @param to not included
  @Transactional(readOnly = true)
  public List<Entry> between(Instant from, Instant to, Set<ActType> types, int most) {
    return reader.between(from, to, types, most);
  }

  /// Those that have a place in the log, from that place on, in the order of the log.
  @Transactional(readOnly = true)
  public List<Entry> from(long index, int most) {
    return reader.from(index, most);
  }

  /// The entry at a place of the log.
  @Transactional(readOnly = true)
  public Optional<Entry> entry(long index) {
    return reader.at(index);
  }

  /// The entries that somebody means: by the reference of an object, by index, by the hash of a
  /// leaf, of a digest or of a file (hexadecimal or base64), by a disclosure, by a register's own
  /// reference. At most 200.
  @Transactional(readOnly = true)
  public List<Entry> find(String text) {
    return new Lookup(reader).find(text.strip());
  }

  /// How far the record is.
  @Transactional(readOnly = true)
  public Standing standing() {
    Optional<Checkpoints.Published> newest = checkpoints.newest();
    Checkpoints.Waiting waiting =
        checkpoints.waiting(newest.map(Checkpoints.Published::size).orElse(0L));
    Instant oldest = waiting.oldest();
    return new Standing(
        newest.map(Checkpoints.Published::size).orElse(0L),
        newest.map(it -> it.root().toString()).orElse(""),
        newest.map(Checkpoints.Published::note).orElse(""),
        newest.map(Checkpoints.Published::key).orElse(""),
        newest.flatMap(it -> checkpoints.publishedAt(it.size())).orElse(null),
        waiting.count(),
        oldest == null ? Duration.ZERO : Duration.between(oldest, Clock.systemUTC().instant()),
        trouble.told());
  }
}
