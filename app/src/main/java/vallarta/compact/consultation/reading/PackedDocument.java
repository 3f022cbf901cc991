package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Looks into a ZIP file before any parser does: what document it packs, and whether it unpacks to
/// far more than it is. Every entry is unpacked once and thrown away, because the sizes that a file
/// states about itself prove nothing.
final class PackedDocument {

  enum Kind {
    DOCX,
    ODT,
    OTHER
  }

  private static final int MOST_ENTRIES = 10_000;

  /// Below this a high ratio harms nobody: a short form of many empty cells packs very well.
  private static final long HARMLESS_BYTES = 10L * 1024 * 1024;

  private static final int MANIFEST_BYTES = 1 << 20;
  private static final int NAME_BYTES = 200;

  private PackedDocument() {}

  static Kind look(Source source, TextLimits limits) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(source.path()).get()) {
      Kind kind = kind(zip);
      if (kind != Kind.OTHER) {
        check(zip, source.length(), limits);
      }
      return kind;
    } catch (IOException | IllegalArgumentException e) {
      throw new NotReadableException(ReadingStatus.BROKEN, "");
    }
  }

  private static Kind kind(ZipFile zip) throws IOException {
    if (zip.getEntry("word/document.xml") != null
        || isWord(start(zip, "[Content_Types].xml", MANIFEST_BYTES))) {
      return Kind.DOCX;
    }
    if (!start(zip, "mimetype", NAME_BYTES).startsWith("application/vnd.oasis.opendocument.text")) {
      return Kind.OTHER;
    }
    if (start(zip, "META-INF/manifest.xml", MANIFEST_BYTES).contains("encryption-data")) {
      throw new NotReadableException(ReadingStatus.ENCRYPTED, "");
    }
    return Kind.ODT;
  }

  private static boolean isWord(String contentTypes) {
    return contentTypes.contains("wordprocessingml.document.main+xml")
        || contentTypes.contains("ms-word.document.macroEnabled.main+xml");
  }

  private static void check(ZipFile zip, long packed, TextLimits limits) throws IOException {
    long most = limits.unpackedBytes();
    long unpacked = 0;
    int count = 0;
    byte[] buffer = new byte[1 << 16];
    Enumeration<ZipArchiveEntry> entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      if (++count > MOST_ENTRIES) {
        throw tooMuch("more than " + MOST_ENTRIES + " parts");
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new NotReadableException(ReadingStatus.ENCRYPTED, "");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          unpacked += n;
          if (unpacked > most) {
            throw tooMuch("unpacks to more than " + most / (1024 * 1024) + " MB");
          }
          if (unpacked > HARMLESS_BYTES && unpacked > packed * limits.unpackedRatio()) {
            throw tooMuch("unpacks to more than " + limits.unpackedRatio() + " times its size");
          }
        }
      }
    }
  }

  private static NotReadableException tooMuch(String detail) {
    return new NotReadableException(ReadingStatus.EXPANDS_TOO_MUCH, detail);
  }

  private static String start(ZipFile zip, String name, int count) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null || entry.getGeneralPurposeBit().usesEncryption()) {
      return "";
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(count), StandardCharsets.UTF_8);
    }
  }
}
