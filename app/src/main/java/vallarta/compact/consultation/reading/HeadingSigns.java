package vallarta.compact.consultation.reading;

import java.util.regex.Pattern;

/// Signs of a heading in the words alone, for formats that say nothing about it.
final class HeadingSigns {

  private static final int LONGEST = 250;
  private static final int SHORT = 90;
  private static final int FEW_WORDS = 12;

  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:[IVXL]{1,6}|[A-Z]|[А-Я])\\.\\s+\\p{Lu}.*|^[一二三四五六七八九十]{1,3}、.*|^(?:Article|Artículo|Статья|Chapter|Chapitre|Capítulo|Глава|Section|Annex|Annexe|Anexo|Приложение|المادة|第)\\s*[\\p{N}IVXL一二三四五六七八九十]+(?:条|章|节)?\\b.{0,80}$");

  private HeadingSigns() {}

  /// Whether words set off by their type may be a heading: not long, and no sentence.
  static boolean mayBeHeading(String words) {
    String line = words.strip();
    return !line.isEmpty()
        && line.length() <= LONGEST
        && !line.endsWith(".")
        && !line.endsWith(";")
        && !line.endsWith(",")
        && !line.endsWith("。")
        && line.codePoints().anyMatch(Character::isLetter);
  }

  /// Whether a line of plain text reads as a heading by itself: numbered as one, or all capitals.
  static boolean looksLikeHeading(String line) {
    return line.length() <= SHORT
        && mayBeHeading(line)
        && !Sentences.isEnded(line)
        && (NUMBER.matcher(line).matches() || isCapitals(line));
  }

  /// Whether a line that stands alone before a paragraph may be its title.
  static boolean isShortTitle(String line) {
    return line.length() <= SHORT
        && mayBeHeading(line)
        && !Sentences.isEnded(line)
        && !Sentences.goesOn(line)
        && line.split("\\s+").length <= FEW_WORDS;
  }

  private static boolean isCapitals(String line) {
    long letters = line.codePoints().filter(Character::isLetter).count();
    return letters >= 4
        && line.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
  }
}
