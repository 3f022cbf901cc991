package vallarta.engine.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a log to a folder of static files (C2SP tlog-tiles), by one process at a time.
///
/// An append returns when its entries, the tree over them and the checkpoint that promises them are
/// on the disk, in this order; a checkpoint never names what is not there. After a crash the log is
/// as the last checkpoint has it.
public final class TileLog implements AutoCloseable {

  /// The file of the signed checkpoint.
  public static final String CHECKPOINT = "checkpoint";

  /// Bytes of the longest entry.
  public static final int LONGEST_ENTRY = EntryBundle.LONGEST;

  private static final String NEXT_CHECKPOINT = ".checkpoint.next";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final LogKeys keys;
  private final Disk disk;
  private final Set<Path> knownFolders = new HashSet<>();
  private @Nullable FileChannel lock;
  private @Nullable Tip tip;
  private volatile SignedNote published;
  private volatile Checkpoint checkpoint;

  /// All that the next append builds on.
  private record Tip(Edge edge, EntryBundle bundle) {}

  private TileLog(Path folder, LogKeys keys, Disk disk, SignedNote published) {
    this.folder = folder;
    this.keys = keys;
    this.disk = disk;
    this.published = published;
    this.checkpoint = Checkpoint.parse(published.text());
  }

  /// Opens the log in a folder; one that is not there begins empty.
  ///
  /// @throws Refused when what is there is not whole: its checkpoint is not by the key, or its
  ///   right edge does not lead to its root
  public static TileLog open(Path folder, LogKey key) throws IOException {
    return open(folder, LogKeys.of(key));
  }

  /// Opens the log in a folder with a key and those it takes over from.
  public static TileLog open(Path folder, LogKeys keys) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock = lock(folder);
    try {
      TileLog log = open(folder, keys, Disk.REAL);
      log.lock = lock;
      return log;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("the log in " + folder + " is open already", e);
    }
    channel.close();
    throw new IOException("another process writes the log in " + folder);
  }

  static TileLog open(Path folder, LogKeys keys, Disk disk) throws IOException {
    rollForward(folder, keys, disk);
    byte[] bytes = disk.read(folder.resolve(CHECKPOINT)).orElse(null);
    if (bytes == null) {
      refuseRemains(folder, disk);
      SignedNote first = keys.sign(new Checkpoint(keys.origin(), 0, Merkle.EMPTY));
      TileLog log = new TileLog(folder, keys, disk, first);
      log.publish(first);
      return log;
    }
    SignedNote note = SignedNote.parse(bytes);
    note.verify(keys.verifiers());
    TileLog log = new TileLog(folder, keys, disk, note);
    if (!log.checkpoint.origin().equals(keys.origin())) {
      throw new Refused(
          Reason.WRONG_ORIGIN,
          "the log in the folder is "
              + log.checkpoint.origin()
              + ", the key is of "
              + keys.origin());
    }
    log.tip = log.load();
    if (!keys.allSigned(note)) {
      log.publish(keys.sign(log.checkpoint).with(keys.others(note)));
    }
    return log;
  }

  /// Publishes the checkpoint that a crash left signed: somebody may have seen it already, so what
  /// it promises must stay.
  private static void rollForward(Path folder, LogKeys keys, Disk disk) throws IOException {
    Path next = folder.resolve(NEXT_CHECKPOINT);
    byte[] bytes = disk.read(next).orElse(null);
    if (bytes == null) {
      return;
    }
    try {
      SignedNote.parse(bytes).verify(keys.verifiers());
    } catch (Refused e) {
      return; // The crash came while it was written: nobody has seen it.
    }
    disk.rename(next, folder.resolve(CHECKPOINT));
    disk.forceFolder(folder);
  }

  /// A folder with tiles had a checkpoint once: it must not begin anew.
  private static void refuseRemains(Path folder, Disk disk) {
    if (disk.exists(folder.resolve("tile"))) {
      throw new Refused(
          Reason.MISSING, "the folder has tiles but no file " + CHECKPOINT + ": restore it");
    }
  }

  private Tip load() {
    LogReader tree = reader();
    Edge edge = Edge.load(tree);
    if (!edge.root().equals(checkpoint.root())) {
      throw new Refused(
          Reason.ROOT_MISMATCH,
          "the right edge of the tree does not lead to the root of the checkpoint of size "
              + checkpoint.size());
    }
    EntryBundle bundle = new EntryBundle();
    int open = edge.width(0);
    if (open > 0) {
      Tile tile = new Tile(Tile.ENTRIES, checkpoint.size() / Tile.FULL, open);
      long index = tile.index() * Tile.FULL;
      for (byte[] entry : EntryBundle.read(tree.read(tile), tile)) {
        if (!Merkle.leaf(entry).equals(tree.leaf(index))) {
          throw new Refused(
              Reason.ENTRY_MISMATCH, "entry " + index + " in " + tile.path() + " was changed");
        }
        bundle.add(entry);
        index++;
      }
    }
    return new Tip(edge, bundle);
  }

  /// Adds entries in their order and returns when nothing can lose them.
  ///
  /// @param entries each of at most [#LONGEST_ENTRY] bytes
  /// @return the index of the first of them
  public synchronized long append(List<byte[]> entries) throws IOException {
    long first = checkpoint.size();
    for (byte[] entry : entries) {
      if (entry.length > LONGEST_ENTRY) {
        throw new IllegalArgumentException(
            "an entry of " + entry.length + " bytes is longer than " + LONGEST_ENTRY);
      }
    }
    if (entries.isEmpty()) {
      return first;
    }
    Tip from = tip == null ? load() : tip;
    tip = null;
    List<Tile> filled = new ArrayList<>();
    Batch batch = new Batch(disk, folder, knownFolders);
    try {
      add(entries, from, batch, filled);
      writePartials(first, from, batch);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    batch.force();
    publish(keys.sign(new Checkpoint(keys.origin(), from.edge().size(), from.edge().root())));
    tip = from;
    for (Tile tile : filled) {
      deletePartials(tile, first);
    }
    return first;
  }

  private static void add(List<byte[]> entries, Tip tip, Batch batch, List<Tile> filled) {
    EntryBundle bundle = tip.bundle();
    for (byte[] entry : entries) {
      bundle.add(entry);
      long index = tip.edge().size() / Tile.FULL;
      if (bundle.count() == Tile.FULL) {
        Tile full = new Tile(Tile.ENTRIES, index, Tile.FULL);
        batch.write(full, bundle.content());
        filled.add(full);
        bundle.clear();
      }
      tip.edge()
          .add(
              Merkle.leaf(entry),
              (tile, hashes) -> {
                batch.write(tile, ByteBuffer.wrap(hashes).asReadOnlyBuffer());
                filled.add(tile);
              });
    }
  }

  private static void writePartials(long before, Tip tip, Batch batch) {
    Edge edge = tip.edge();
    for (int level = 0; level <= Tile.TOP; level++) {
      int width = edge.width(level);
      long count = Tile.countAt(level, edge.size());
      if (width > 0 && count != Tile.countAt(level, before)) {
        Tile tile = new Tile(level, count / Tile.FULL, width);
        batch.write(tile, ByteBuffer.wrap(edge.partial(level)));
      }
    }
    if (edge.width(0) > 0) {
      batch.write(
          new Tile(Tile.ENTRIES, edge.size() / Tile.FULL, edge.width(0)), tip.bundle().content());
    }
  }

  /// The partial tiles of one that is full and promised now: the full one stands for them.
  private void deletePartials(Tile full, long before) throws IOException {
    if (full.index() == Tile.countAt(full.level(), before) / Tile.FULL) {
      Path partials = folder.resolve(full.path() + ".p");
      disk.deleteFolder(partials);
      knownFolders.remove(partials);
    }
  }

  private void publish(SignedNote note) throws IOException {
    Path next = folder.resolve(NEXT_CHECKPOINT);
    disk.write(next, ByteBuffer.wrap(note.bytes()));
    disk.force(List.of(next));
    disk.forceFolder(folder);
    disk.rename(next, folder.resolve(CHECKPOINT));
    disk.forceFolder(folder);
    checkpoint = Checkpoint.parse(note.text());
    published = note;
  }

  /// Adds the cosignatures of witnesses to the checkpoint they were asked about.
  ///
  /// @return whether it still was the newest: an older one is not published again
  public synchronized boolean cosign(SignedNote asked, List<NoteSignature> cosignatures)
      throws IOException {
    if (!published.text().equals(asked.text())) {
      return false;
    }
    publish(published.with(cosignatures));
    return true;
  }

  /// The newest checkpoint, as it is published.
  public SignedNote note() {
    return published;
  }

  /// What the newest checkpoint commits to.
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /// How many entries there are.
  public long size() {
    return checkpoint.size();
  }

  /// The root of the tree over them.
  public Hash root() {
    return checkpoint.root();
  }

  /// The public keys that sign this log, the current one first.
  public List<VerifierKey> verifiers() {
    return keys.verifiers();
  }

  /// A reader of the tree as it is now.
  public LogReader reader() {
    return new LogReader(path -> disk.read(folder.resolve(path)), checkpoint.size());
  }

  @Override
  public synchronized void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
