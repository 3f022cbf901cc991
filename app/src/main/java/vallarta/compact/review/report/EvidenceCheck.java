package vallarta.compact.review.report;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Whether a file can be kept as evidence: by its bytes, not by its name. It is never opened by a
/// reader of documents here, and is handed out as a file to save.
public final class EvidenceCheck {

  static final long MOST_BYTES = 20L * 1024 * 1024;

  private static final int HEAD = 16;
  private static final int MOST_ENTRIES = 5_000;

  /// How many bytes of a packed file are unpacked to find out what it is.
  private static final long MOST_UNPACKED = 200L * 1024 * 1024;

  private static final List<String> RUN_BY_NAME =
      List.of(
          ".exe", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jar", ".msi", ".scr", ".sh",
          ".py", ".app", ".dll", ".lnk", ".hta", ".apk", ".docm", ".xlsm", ".pptm");

  private EvidenceCheck() {}

  /// What the file is.
  ///
  /// @param name as its sender calls it
  /// @throws vallarta.compact.web.DomainFailure when it cannot be taken
  public static String mediaType(Path file, String name) throws IOException {
    long bytes = Files.size(file);
    if (bytes == 0) {
      throw Refusal.form("REV-132", "empty");
    }
    if (bytes > MOST_BYTES) {
      throw Refusal.form("REV-124", "large", "most", MOST_BYTES / 1024 / 1024);
    }
    byte[] head = head(file);
    String lower = name.toLowerCase(Locale.ROOT);
    if (isProgram(head) || RUN_BY_NAME.stream().anyMatch(lower::endsWith)) {
      throw program(name);
    }
    if (starts(head, "%PDF-")) {
      return "application/pdf";
    }
    if (starts(head, "\u0089PNG\r\n")) {
      return "image/png";
    }
    if (head.length > 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xd8) {
      return "image/jpeg";
    }
    if (starts(head, "PK\u0003\u0004")) {
      return packed(file, name);
    }
    if (isText(file)) {
      return lower.endsWith(".csv") ? "text/csv" : "text/plain";
    }
    throw unknown(name);
  }

  /// @throws vallarta.compact.web.DomainFailure when it is no address of a page
  public static String link(String typed) {
    String url = typed.strip();
    try {
      URI uri = URI.create(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null && url.length() <= 2_000) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Told below, like every other that is none.
    }
    throw Refusal.form(
        "REV-125", "link", "value", url.length() > 200 ? url.substring(0, 200) : url);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  /// Programs of Windows, Linux and macOS, Java classes, and scripts with their interpreter.
  private static boolean isProgram(byte[] head) {
    if (head.length < 4) {
      return false;
    }
    int first = ByteBuffer.wrap(head).getInt();
    return starts(head, "MZ")
        || starts(head, "\u007fELF")
        || starts(head, "#!")
        || first == 0xcafebabe
        || first == 0xfeedface
        || first == 0xfeedfacf
        || first == 0xcefaedfe
        || first == 0xcffaedfe;
  }

  private static String packed(Path file, String name) throws IOException {
    Set<String> folders = new HashSet<>();
    String declared = "";
    long unpacked = 0;
    int entries = 0;
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      byte[] buffer = new byte[8_192];
      for (ZipEntry it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
        String entry = it.getName().toLowerCase(Locale.ROOT);
        if (isRun(entry)) {
          throw program(name);
        }
        folders.add(entry.contains("/") ? entry.substring(0, entry.indexOf('/')) : entry);
        int read = zip.read(buffer);
        if (entry.equals("mimetype") && read > 0) {
          declared = new String(buffer, 0, read, StandardCharsets.US_ASCII).strip();
        }
        for (; read > 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > MOST_UNPACKED) {
            throw unknown(name);
          }
        }
        if (++entries > MOST_ENTRIES) {
          throw unknown(name);
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw unknown(name);
    }
    return document(folders, declared, name);
  }

  private static boolean isRun(String entry) {
    return entry.endsWith("vbaproject.bin")
        || entry.endsWith(".class")
        || entry.endsWith(".dex")
        || RUN_BY_NAME.stream().anyMatch(entry::endsWith);
  }

  private static String document(Set<String> folders, String declared, String name) {
    if (folders.contains("[content_types].xml")) {
      String kind =
          folders.contains("word")
              ? "wordprocessingml.document"
              : folders.contains("xl")
                  ? "spreadsheetml.sheet"
                  : folders.contains("ppt") ? "presentationml.presentation" : "";
      if (!kind.isEmpty()) {
        return "application/vnd.openxmlformats-officedocument." + kind;
      }
    }
    if (declared.matches(
        "application/vnd\\.oasis\\.opendocument\\.(text|spreadsheet|presentation)")) {
      return declared;
    }
    throw unknown(name);
  }

  private static boolean isText(Path file) throws IOException {
    try {
      CharSequence text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)));
      return text.chars().noneMatch(it -> it < ' ' && it != '\n' && it != '\r' && it != '\t');
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean starts(byte[] head, String with) {
    byte[] wanted = with.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= wanted.length
        && java.util.Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
  }

  private static RuntimeException program(String name) {
    return Refusal.form("REV-122", "program", "name", name);
  }

  private static RuntimeException unknown(String name) {
    return Refusal.form("REV-123", "type", "name", name);
  }
}
