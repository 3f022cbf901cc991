package vallarta.compact.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One of the six official languages of the United Nations, in the order of its language bar.
public enum Language {
  AR("ar", "عربي", true),
  ZH("zh", "中文", false),
  EN("en", "English", false),
  FR("fr", "Français", false),
  RU("ru", "Русский", false),
  ES("es", "Español", false);

  private final String tag;
  private final String ownName;
  private final boolean rightToLeft;

  Language(String tag, String ownName, boolean rightToLeft) {
    this.tag = tag;
    this.ownName = ownName;
    this.rightToLeft = rightToLeft;
  }

  /// The language of a BCP 47 tag, whatever its region or script: `fr-CA` is French.
  public static Optional<Language> find(String tag) {
    String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Arrays.stream(values()).filter(language -> language.tag.equals(primary)).findFirst();
  }

  public static List<Language> list() {
    return List.of(values());
  }

  /// The BCP 47 tag.
  public String tag() {
    return tag;
  }

  /// Its name in itself, for the language bar.
  public String ownName() {
    return ownName;
  }

  /// The value of the HTML attribute `dir`.
  public String direction() {
    return rightToLeft ? "rtl" : "ltr";
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }
}
