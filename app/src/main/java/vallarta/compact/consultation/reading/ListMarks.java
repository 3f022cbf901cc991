package vallarta.compact.consultation.reading;

import java.util.regex.Pattern;

/// The marks that begin items of lists and numbered paragraphs.
final class ListMarks {

  private static final Pattern BULLET =
      Pattern.compile("^\\s*(?:[•·▪▫■□●○◦‣⁃➢➤✓\uF0B7\uF0A7\uF0D8\uF0FC]\\s*|[-–—*o]\\s+)(?=\\S)");

  private static final Pattern LETTER =
      Pattern.compile(
          "^\\s*(?:\\(?[a-zа-яأ-ي]{1,2}\\)|\\(?[ivxl]{1,5}\\)|\\([0-9]{1,2}\\)|[（(][一二三四五六七八九十0-9]{1,3}[）)])\\s*(?=\\S)");

  private static final Pattern NUMBER =
      Pattern.compile(
          "^\\s*(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){0,3}[.)]?|[0-9]{1,3}[.、．])(?:\\s+|(?<=[、．]))(?=\\S)");

  private ListMarks() {}

  static boolean isBulleted(CharSequence line) {
    return BULLET.matcher(line).lookingAt();
  }

  /// "(a)", "iv)", "（一）".
  static boolean isLettered(CharSequence line) {
    return LETTER.matcher(line).lookingAt();
  }

  /// "12.", "115.3", "3)", "12、": a number of a paragraph, with a stop or in several parts.
  static boolean isNumbered(CharSequence line) {
    var number = NUMBER.matcher(line);
    return number.lookingAt() && number.group().strip().matches(".*[.)、．].*");
  }

  static boolean isMarked(CharSequence line) {
    return isBulleted(line) || isLettered(line) || isNumbered(line);
  }

  static String withoutBullet(String line) {
    return BULLET.matcher(line).replaceFirst("");
  }
}
