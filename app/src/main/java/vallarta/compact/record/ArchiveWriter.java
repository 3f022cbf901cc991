package vallarta.compact.record;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.cli.Progress;
import vallarta.compact.store.Blobs;
import vallarta.engine.tlog.Checkpoint;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.SignedNote;
import vallarta.engine.tlog.Tile;
import vallarta.engine.tlog.TileLog;

/// Writes the whole record as one archive that is checked far from here, as [RecordArchive] reads
/// it. The archive is whole or not there.
final class ArchiveWriter {

  private static final int AT_A_TIME = 1_000;

  private final LogFiles log;
  private final EntryReader entries;
  private final Blobs blobs;

  ArchiveWriter(LogFiles log, EntryReader entries, Blobs blobs) {
    this.log = log;
    this.entries = entries;
    this.blobs = blobs;
  }

  /// What was written.
  ///
  /// @param entries in the log
  /// @param files received
  record Written(long entries, long files) {}

  Written write(Path out, Progress progress) throws IOException {
    DirectorySource source = new DirectorySource(log.log());
    SignedNote note =
        SignedNote.parse(
            source
                .read(TileLog.CHECKPOINT)
                .orElseThrow(() -> new IOException("the record has no checkpoint yet")));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    LogReader tree = new LogReader(source, checkpoint.size());
    Path beside = out.resolveSibling(out.getFileName() + ".part");
    try {
      Written written;
      try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16);
          ZipOutputStream zip = new ZipOutputStream(file)) {
        put(zip, "README.txt", readme(checkpoint));
        put(zip, RecordArchive.LOG + "/" + TileLog.CHECKPOINT, note.bytes());
        for (Iterator<Tile> all = Tile.all(checkpoint.size()).iterator(); all.hasNext(); ) {
          Tile tile = all.next();
          put(zip, RecordArchive.LOG + "/" + tile.path(), tree.read(tile));
        }
        Set<String> files = disclosures(zip, checkpoint.size(), progress);
        written = new Written(checkpoint.size(), blobs(zip, files));
      }
      Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return written;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /// @return the hashes of the files that the entries name
  private Set<String> disclosures(ZipOutputStream zip, long size, Progress progress)
      throws IOException {
    Set<String> files = new HashSet<>();
    zip.putNextEntry(new ZipEntry(RecordArchive.DISCLOSURES));
    long index = 0;
    while (index < size) {
      List<Entry> next = entries.from(index, (int) Math.min(AT_A_TIME, size - index));
      if (next.isEmpty()) {
        throw new IOException("the database lacks the entry with index " + index);
      }
      for (Entry entry : next) {
        zip.write(line(index, entry));
        entry.find(RecordArchive.BLOB_FIELD).map(Disclosure::value).ifPresent(files::add);
        index++;
      }
      progress.step(index, size, "");
    }
    zip.closeEntry();
    return files;
  }

  private static byte[] line(long index, Entry entry) {
    Map<String, Object> line =
        Map.of("index", index, "disclosures", Evidence.of(entry).disclosures());
    return (JsonMapper.shared().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private long blobs(ZipOutputStream zip, Set<String> files) throws IOException {
    long written = 0;
    for (String sha256 : files.stream().sorted().toList()) {
      Path file =
          blobs
              .find(sha256)
              .orElseThrow(() -> new IOException("the original file " + sha256 + " is not there"));
      zip.putNextEntry(new ZipEntry(RecordArchive.BLOBS + "/" + sha256));
      Files.copy(file, zip);
      zip.closeEntry();
      written++;
    }
    return written;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private byte[] readme(Checkpoint checkpoint) throws IOException {
    return """
    The public record %s with %d entries, whole.

    log/               the transparency log: checkpoint, tiles, bundles of entries (C2SP tlog-tiles)
    disclosures.jsonl  what the digests of each entry stand for (SD-JWT disclosures, RFC 9901);
                       what was erased is not here, and the entry verifies without it
    blobs/             the files that were received, each under the SHA-256 of its bytes

    Check it without the site it came from:

        vallarta record verify THIS.zip --key '%s'

    Compare the key with the one the record's operator and its witnesses publish elsewhere.
    """
        .formatted(checkpoint.origin(), checkpoint.size(), log.key().verifier())
        .getBytes(StandardCharsets.UTF_8);
  }
}
