package vallarta.compact.language;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/// The script that most letters of a text are of, and how many of them the language of the six that
/// is written in it does not use.
///
/// @param letters number of letters in the text
/// @param language the one of the six that is written in the script, null for Latin and all others
/// @param latin whether most letters are Latin
/// @param foreign how many letters the language does not use
/// @param marked how many letters are of those that every longer text of the language has, where it
///   has such: ы and э for Russian
record Script(int letters, @Nullable Language language, boolean latin, int foreign, int marked) {

  private static final String PERSIAN_AND_URDU = "پچژگکیےٹڈڑںھہۀۃەۆۇۈۋېۓ";
  private static final String ONLY_RUSSIAN = "ыэЫЭ";

  static Script of(String text) {
    int arabic = 0;
    int han = 0;
    int cyrillic = 0;
    int latin = 0;
    int letters = 0;
    int notArabic = 0;
    int notChinese = 0;
    int notRussian = 0;
    int russian = 0;
    for (int c : text.codePoints().filter(Character::isLetter).toArray()) {
      letters++;
      switch (UnicodeScript.of(c)) {
        case ARABIC -> {
          arabic++;
          notArabic += PERSIAN_AND_URDU.indexOf(c) >= 0 ? 1 : 0;
        }
        case HAN -> han++;
        case HIRAGANA, KATAKANA -> {
          han++;
          notChinese++;
        }
        case CYRILLIC -> {
          cyrillic++;
          notRussian += isRussian(c) ? 0 : 1;
          russian += ONLY_RUSSIAN.indexOf(c) >= 0 ? 1 : 0;
        }
        case LATIN -> latin++;
        default -> {}
      }
    }
    // A Chinese character is about as much as two letters of a name in Latin beside it.
    int most = Math.max(Math.max(arabic, 2 * han), Math.max(cyrillic, latin));
    if (most == 0 || most * 2 < letters) {
      return new Script(letters, null, false, 0, 0);
    }
    if (most == 2 * han) {
      return new Script(letters, Language.ZH, false, notChinese, 0);
    }
    if (most == arabic) {
      return new Script(letters, Language.AR, false, notArabic, 0);
    }
    return most == cyrillic
        ? new Script(letters, Language.RU, false, notRussian, russian)
        : new Script(letters, null, true, 0, 0);
  }

  private static boolean isRussian(int c) {
    return (c >= 'А' && c <= 'я') || c == 'ё' || c == 'Ё';
  }
}
