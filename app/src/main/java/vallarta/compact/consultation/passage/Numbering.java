package vallarta.compact.consultation.passage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number, letter or bullet at the head of a paragraph, in the manners of the six languages.
///
/// @param number as it is cited ("12", "115.3", "(a)", "一"), empty for a bullet
/// @param style the manner of it: items of one list share it
/// @param end offset after it and the blanks that follow
record Numbering(String number, Style style, int end) {

  /// How a paragraph is numbered.
  enum Style {
    /// "12." or, in Arabic texts, "١٢ -".
    DECIMAL("(?<n>\\p{Nd}{1,3})(?: ?[.．、]|[)）]| [-–—])(?!\\p{Nd})"),
    /// "115.3", with or without a stop after it.
    MULTILEVEL(
        "(?<n>\\p{Nd}{1,3}(?:[.．]\\p{Nd}{1,3}){1,3})[.．)]?(?=[\\s\\u00A0]*$|[\\s\\u00A0]+[^\\p{Ll}%\\s])"),
    /// "(3)".
    DECIMAL_IN_BRACKETS("(?<n>[(（]\\p{Nd}{1,3}[)）])"),
    /// "(iv)" or "iv)".
    ROMAN("(?<n>[(（]?(?=[ivxIVX])x{0,3}(?:i[xv]|v?i{0,3})[)）])"),
    /// "(a)", "b)", "(أ)", "а)".
    LETTER("(?<n>[(（]?\\p{L}[)）]|\\p{InArabic}(?= [-–—] ))(?: [-–—](?= ))?"),
    /// "一、", "（一）".
    HAN("(?<n>[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}(?=[、．]))[、．]?"),
    /// A bullet or a dash.
    BULLET("(?<n>)(?:[•·▪●◦‣∙■□➢✓*\\uF0B7\\uF0A7]|[-–—](?=[\\s\\u00A0]))");

    private final Pattern pattern;

    Style(String regex) {
      pattern = Pattern.compile(regex);
    }
  }

  /// The numbering with which the text from start to end begins, if it does.
  static Optional<Numbering> find(String text, int start, int end) {
    if (start >= end || !mayBegin(text.charAt(start))) {
      return Optional.empty();
    }
    for (Style style : Style.values()) {
      Matcher matcher = style.pattern.matcher(text).region(start, end);
      matcher.useTransparentBounds(false);
      if (matcher.lookingAt()) {
        int after = Blanks.skip(text, matcher.end(), end);
        boolean apart =
            after > matcher.end() || after == end || needsNoBlank(text.charAt(matcher.end() - 1));
        if (apart) {
          return Optional.of(new Numbering(matcher.group("n"), style, after));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mayBegin(char c) {
    return !Character.isUpperCase(c) || "IVX".indexOf(c) >= 0 || Character.getType(c) != 1;
  }

  private static boolean needsNoBlank(char last) {
    return "、．）)•·▪●*".indexOf(last) >= 0;
  }
}
