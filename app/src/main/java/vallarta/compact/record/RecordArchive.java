package vallarta.compact.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.store.Sha256;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.TileSource;

/// A record that was exported: the log, what its digests stand for, and the files that were
/// received.
///
/// @param folder an archive or a folder into which one was unpacked
record RecordArchive(Path folder) {

  /// The log, as it stands under `/record`.
  static final String LOG = "log";

  /// One line of JSON an entry: `{"index":0,"disclosures":["..."]}`.
  static final String DISCLOSURES = "disclosures.jsonl";

  /// The files, each under its SHA-256.
  static final String BLOBS = "blobs";

  /// The field of an input that names its file.
  static final String BLOB_FIELD = "sha256";

  /// Compares what is disclosed with the entries, and the files with what is disclosed.
  ///
  /// @return whether all of it is what was logged
  boolean check(TileSource log, long size, PrintWriter out) throws IOException {
    LogReader tree = new LogReader(log, size);
    boolean well = true;
    long files = 0;
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve(DISCLOSURES))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        try {
          Map<String, String> fields = fields(line, tree);
          String blob = fields.getOrDefault(BLOB_FIELD, "");
          if (!blob.isEmpty()) {
            files++;
            well &= checkBlob(blob, out);
          }
        } catch (Refused e) {
          out.println(DISCLOSURES + ", line " + number + ": " + e.place());
          well = false;
        }
      }
    }
    out.println("Files:      " + files);
    return well;
  }

  private static Map<String, String> fields(String line, LogReader tree) {
    JsonNode json = JsonMapper.shared().readTree(line);
    List<String> disclosures =
        json.path("disclosures").valueStream().map(JsonNode::asString).toList();
    Evidence evidence = new Evidence(tree.entry(json.path("index").asLong(-1)), disclosures);
    evidence.check();
    return evidence.fields();
  }

  private boolean checkBlob(String sha256, PrintWriter out) throws IOException {
    Path file = folder.resolve(BLOBS).resolve(sha256);
    if (!Files.exists(file)) {
      out.println(BLOBS + "/" + sha256 + ": the file is not there");
      return false;
    }
    if (!Sha256.of(file).equals(sha256)) {
      out.println(BLOBS + "/" + sha256 + ": the file was changed");
      return false;
    }
    return true;
  }
}
