package vallarta.compact.consultation.reading;

import java.text.Normalizer;

/// Names of files as they are shown. A name that somebody sent is never used as a path.
public final class FileNames {

  /// The longest name kept, in code points.
  private static final int LONGEST = 160;

  private static final int KEPT_OF_END = 20;

  private FileNames() {}

  /// A name that can be shown and stored whatever was sent: the last part of any path, without
  /// control or direction characters, white space folded, at most 160 characters of which the end
  /// with its extension is kept. Never empty, `.` or `..`.
  public static String safe(String name) {
    String plain = name.replace('\\', '/');
    plain = plain.substring(plain.lastIndexOf('/') + 1);
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(plain, Normalizer.Form.NFC)
        .codePoints()
        .map(FileNames::shown)
        .filter(c -> c >= 0)
        .forEach(kept::appendCodePoint);
    String folded = kept.toString().replaceAll("\\s+", " ").strip();
    if (folded.replace(".", "").isBlank()) {
      return "file";
    }
    return shorten(folded);
  }

  /// The extension in lower case without its dot, or empty.
  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1).strip();
    return extension.length() > 10 ? "" : extension.toLowerCase(java.util.Locale.ROOT);
  }

  private static int shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> -1;
      default -> c;
    };
  }

  private static String shorten(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= LONGEST) {
      return name;
    }
    String start = name.substring(0, name.offsetByCodePoints(0, LONGEST - KEPT_OF_END - 1));
    return start + "…" + name.substring(name.offsetByCodePoints(name.length(), -KEPT_OF_END));
  }
}
