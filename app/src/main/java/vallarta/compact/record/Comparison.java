package vallarta.compact.record;

import java.util.List;
import java.util.Optional;
import vallarta.engine.tlog.Hash;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.TileLog;

/// Holds the log against the database before anything is written to it: a restored backup of the
/// one or the other must not become a second history.
final class Comparison {

  private static final int AT_A_TIME = 5_000;

  private final Checkpoints database;
  private final TileLog log;
  private final LogReader tree;

  Comparison(Checkpoints database, TileLog log) {
    this.database = database;
    this.log = log;
    this.tree = log.reader();
  }

  /// @throws Discord with the first index concerned
  void check() {
    long placed = database.placed();
    if (log.size() > placed) {
      throw new Discord(
          "the log has %d entries, the database places %d of them: the database was rolled back; the first entry it lacks has index %d"
              .formatted(log.size(), placed, placed));
    }
    Optional<Checkpoints.Published> published = database.newest();
    if (published.isEmpty()) {
      compare(0, log.size());
      return;
    }
    Checkpoints.Published last = published.get();
    String key = log.verifiers().getFirst().toString();
    if (log.verifiers().stream().noneMatch(it -> it.toString().equals(last.key()))) {
      throw new Discord(
          "the checkpoint of size %d was signed by %s, the key here is %s"
              .formatted(last.size(), last.key(), key));
    }
    if (last.size() > placed) {
      throw new Discord(
          "a checkpoint of %d entries was published, the database places %d of them: the first entry it lacks has index %d"
              .formatted(last.size(), placed, placed));
    }
    if (log.size() < last.size()) {
      checkFuture(last);
    } else {
      if (!tree.root(last.size()).equals(last.root())) {
        compare(0, last.size());
        throw new Discord(
            "the log has another root at size %d than the checkpoint that was published"
                .formatted(last.size()));
      }
      compare(last.size(), log.size());
    }
  }

  /// The log was rolled back: the entries of the database must lead to its root, and then to the
  /// root that was published.
  private void checkFuture(Checkpoints.Published last) {
    LeafTree entries = new LeafTree();
    long next = 0;
    while (next < last.size()) {
      for (Checkpoints.Placed it : page(next, last.size())) {
        if (next == log.size() && !entries.root().equals(log.root())) {
          compare(0, log.size());
        }
        entries.add(placed(it, next));
        next++;
      }
    }
    if (!entries.root().equals(last.root())) {
      throw new Discord(
          "the entries of the database do not lead to the root that was published at size %d; the log ends before index %d"
              .formatted(last.size(), log.size()));
    }
  }

  private void compare(long from, long to) {
    long next = from;
    while (next < to) {
      for (Checkpoints.Placed it : page(next, to)) {
        if (!placed(it, next).equals(tree.leaf(next))) {
          throw new Discord(
              "the database and the log hold different entries at index %d".formatted(next));
        }
        next++;
      }
    }
  }

  private List<Checkpoints.Placed> page(long from, long to) {
    List<Checkpoints.Placed> page = database.from(from, (int) Math.min(AT_A_TIME, to - from));
    if (page.isEmpty()) {
      throw new Discord("the database lacks the entry with index " + from);
    }
    return page;
  }

  private static Hash placed(Checkpoints.Placed it, long index) {
    if (it.index() != index) {
      throw new Discord("the database lacks the entry with index " + index);
    }
    return it.leaf();
  }
}
