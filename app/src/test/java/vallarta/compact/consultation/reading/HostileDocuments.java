package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;

/// Files that a careless or a hostile submitter hands in, and the status in which each has to end.
public final class HostileDocuments {

  private static final byte[] PICTURE = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H'
  };

  private HostileDocuments() {}

  /// Writes them into a folder.
  ///
  /// @return status by file name
  public static Map<String, String> writeInto(Path folder) throws IOException {
    Map<String, String> ends = new LinkedHashMap<>();
    try (Pages scan = new Pages().page().picture().page().picture();
        Pages locked = new Pages().page().write(57, 100, 10, "Secret words.").encrypt("secret")) {
      ends.put(write(folder, "scan.pdf", scan.bytes()), "images-only");
      ends.put(write(folder, "locked.pdf", locked.bytes()), "encrypted");
    }
    byte[] docx = Documents.docx();
    ends.put(write(folder, "half.docx", Arrays.copyOf(docx, docx.length / 2)), "broken");
    ends.put(write(folder, "head.pdf", Documents.bytes("%PDF-1.7\n" + "x".repeat(900))), "broken");
    ends.put(
        write(folder, "bomb.docx", Documents.docxOf(30_000_000, ZipEntry.DEFLATED)),
        "expands-too-much");
    ends.put(write(folder, "picture.pdf", PICTURE), "wrong-extension");
    ends.put(write(folder, "blank.txt", Documents.bytes(" \n\t\n")), "empty");
    ends.put(writeHole(folder, "huge.txt", ReadingLimits.DEFAULT.fileBytes() + 1), "too-large");
    return ends;
  }

  private static String write(Path folder, String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return name;
  }

  /// A file of that length that takes no room.
  private static String writeHole(Path folder, String name, long length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(length);
    }
    return name;
  }
}
