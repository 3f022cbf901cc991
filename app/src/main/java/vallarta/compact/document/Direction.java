package vallarta.compact.document;

import org.jsoup.nodes.Element;

/// In which direction the words of an element run.
final class Direction {

  private Direction() {}

  /// By the nearest `dir`; `auto` goes by the first letter that has a direction (HTML, 3.2.6.4).
  static boolean isRightToLeft(Element element) {
    Element named = element.closest("[dir]");
    if (named == null) {
      return false;
    }
    return switch (named.attr("dir")) {
      case "rtl" -> true;
      case "auto" -> beginsRightToLeft(named.text());
      default -> false;
    };
  }

  private static boolean beginsRightToLeft(String text) {
    return text.codePoints()
            .map(Character::getDirectionality)
            .filter(it ->
                it == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                    || it == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || it == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
            .findFirst()
            .orElse(Character.DIRECTIONALITY_LEFT_TO_RIGHT)
        != Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }
}
