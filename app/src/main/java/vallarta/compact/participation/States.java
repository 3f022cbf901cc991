package vallarta.compact.participation;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.IntStream;
import vallarta.compact.language.Language;
import vallarta.compact.language.Words;

/// The countries and areas of ISO 3166-1 with the UN M49 region that CLDR puts them in, found by
/// code or by a name in any of the six languages.
public final class States {

  /// One country or area.
  ///
  /// @param code ISO 3166-1 alpha-3
  /// @param name its English short name in CLDR
  /// @param region UN M49 code of its sub-region
  public record State(String code, String name, String region) {

    Stakeholder asStakeholder() {
      return new Stakeholder(code, name, "en", StakeholderType.STATE, code, region, false);
    }
  }

  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("dr congo", "COD"),
          Map.entry("democratic republic of congo", "COD"),
          Map.entry("democratic republic of the congo", "COD"),
          Map.entry("congo", "COG"),
          Map.entry("republic of congo", "COG"),
          Map.entry("republic of the congo", "COG"),
          Map.entry("republic of korea", "KOR"),
          Map.entry("dpr korea", "PRK"),
          Map.entry("democratic peoples republic of korea", "PRK"),
          Map.entry("russian federation", "RUS"),
          Map.entry("viet nam", "VNM"),
          Map.entry("lao pdr", "LAO"),
          Map.entry("cote divoire", "CIV"),
          Map.entry("czech republic", "CZE"),
          Map.entry("holy see", "VAT"),
          Map.entry("macedonia", "MKD"),
          Map.entry("tfyr macedonia", "MKD"),
          Map.entry("swaziland", "SWZ"),
          Map.entry("turkey", "TUR"),
          Map.entry("moldova", "MDA"),
          Map.entry("republic of moldova", "MDA"),
          Map.entry("palestine", "PSE"),
          Map.entry("state of palestine", "PSE"),
          Map.entry("myanmar", "MMR"),
          Map.entry("burma", "MMR"),
          Map.entry("cape verde", "CPV"),
          Map.entry("timorleste", "TLS"),
          Map.entry("brunei darussalam", "BRN"),
          Map.entry("syrian arab republic", "SYR"),
          Map.entry("united states of america", "USA"),
          Map.entry("great britain", "GBR"));

  private static final Map<String, State> BY_CODE = new HashMap<>();
  private static final Map<String, String> ALPHA2 = new HashMap<>();
  private static final Map<String, State> BY_NAME = new HashMap<>();

  static {
    for (String alpha2 : Locale.getISOCountries()) {
      alpha3(alpha2).ifPresent(code -> register(alpha2, code));
    }
    OTHER_NAMES.forEach((name, code) -> {
      State state = BY_CODE.get(code);
      if (state != null) {
        BY_NAME.put(name, state);
      }
    });
  }

  private States() {}

  /// The country or area of that alpha-3 code or name, however it is accented or punctuated.
  public static Optional<State> find(String codeOrName) {
    State byCode = BY_CODE.get(codeOrName.strip().toUpperCase(Locale.ROOT));
    return Optional.ofNullable(byCode != null ? byCode : BY_NAME.get(fold(codeOrName)));
  }

  /// The State of that alpha-3 code as a stakeholder.
  public static Optional<Stakeholder> findCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code)).map(State::asStakeholder);
  }

  /// Its short name in a language, from CLDR, or the code itself when it is not one of ISO 3166-1.
  public static String name(String code, Language language) {
    State state = BY_CODE.get(code);
    return state == null
        ? code
        : ULocale.getDisplayCountry("und_" + ALPHA2.get(code), new ULocale(language.tag()));
  }

  /// The names of all countries and areas in a language, by their codes, in alphabetical order.
  static Map<String, String> names(Words words) {
    Map<String, String> names = new LinkedHashMap<>();
    BY_CODE.keySet().stream()
        .sorted(Comparator.comparing(code -> name(code, words.language()), words.order()))
        .forEach(code -> names.put(code, name(code, words.language())));
    return names;
  }

  /// The names of the UN M49 regions in a language, by their codes.
  static Map<String, String> regions(Words words) {
    Map<String, String> regions = new LinkedHashMap<>();
    IntStream.range(1, 1000)
        .mapToObj("%03d"::formatted)
        .forEach(code ->
            words.find("consultation.region." + code).ifPresent(name -> regions.put(code, name)));
    return regions;
  }

  /// The name of a UN M49 region in a language, from CLDR.
  static String regionName(String code, Language language) {
    return ULocale.getDisplayCountry("und_" + code, new ULocale(language.tag()));
  }

  private static void register(String alpha2, String code) {
    String name = ULocale.getDisplayCountry("und_" + alpha2, ULocale.ENGLISH);
    Region region = Region.getInstance(alpha2).getContainingRegion(Region.RegionType.SUBCONTINENT);
    State state =
        new State(code, name, region == null ? "" : "%03d".formatted(region.getNumericCode()));
    BY_CODE.put(code, state);
    ALPHA2.put(code, alpha2);
    for (Language language : Language.values()) {
      BY_NAME.putIfAbsent(
          fold(ULocale.getDisplayCountry("und_" + alpha2, new ULocale(language.tag()))), state);
    }
  }

  private static Optional<String> alpha3(String alpha2) {
    try {
      return Optional.of(Locale.of("", alpha2).getISO3Country());
    } catch (MissingResourceException e) {
      return Optional.empty();
    }
  }

  private static String fold(String name) {
    return Normalizer2.getNFDInstance()
        .normalize(name)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace("&", "and")
        .replace(" st ", " saint ")
        .replaceAll("[^\\p{L} ]", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
