package vallarta.compact.record;

import java.io.IOException;
import java.util.List;
import vallarta.engine.tlog.TileLog;

/// Takes entries from the database over into the log, by the one process that may.
///
/// Each step may be the last before a crash: places are given in the database first, then the
/// entries go to the log in the order of their places, then the database keeps the checkpoint.
/// Whatever was done is found again by the next one.
final class Integration {

  private static final int AT_A_TIME = 4_096;

  private final Checkpoints database;
  private final TileLog log;

  Integration(Checkpoints database, TileLog log) {
    this.database = database;
    this.log = log;
  }

  /// Makes sure that database and log tell the same, before anything is written.
  ///
  /// @throws Discord when they do not
  void compare() {
    new Comparison(database, log).check();
  }

  /// Takes over all that is committed.
  void takeOver() throws IOException {
    while (place() > 0 || log.size() < database.placed()) {
      append();
      keepCheckpoint();
    }
    keepCheckpoint();
  }

  /// Gives places to entries that have none.
  int place() {
    return database.place(AT_A_TIME);
  }

  /// Appends the next entries that have a place; they are on the disk when this returns.
  void append() throws IOException {
    List<Checkpoints.Placed> next = database.from(log.size(), AT_A_TIME);
    long index = log.size();
    for (Checkpoints.Placed it : next) {
      if (it.index() != index++) {
        throw new Discord("the database lacks the entry with index " + (index - 1));
      }
    }
    log.append(next.stream().map(Checkpoints.Placed::payload).toList());
  }

  /// Keeps what witnesses answered. An answer that came too late for the newest checkpoint is kept
  /// with the one it is about.
  void cosign(List<Witnesses.Answer> answers) throws IOException {
    for (Witnesses.Answer answer : answers) {
      log.cosign(answer.note(), answer.cosignatures());
      database.cosign(answer.note(), answer.cosignatures());
    }
  }

  private void keepCheckpoint() {
    String key = log.verifiers().getFirst().toString();
    boolean known =
        database.newest().filter(it -> it.size() >= log.size() && it.key().equals(key)).isPresent();
    if (!known) {
      database.keep(new Checkpoints.Published(log.size(), log.root(), log.note().toString(), key));
    }
  }
}
