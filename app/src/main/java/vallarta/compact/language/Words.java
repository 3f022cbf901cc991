package vallarta.compact.language;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.TimeZoneFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a page says, in one language: its sentences by key, and numbers, dates, lists and names as
/// that language writes them. Numbers have Latin digits in Arabic too, so that a figure is the same
/// in every language. Safe among threads.
public final class Words {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Texts texts;
  private final Language language;
  private final ULocale locale;
  private final LocalizedNumberFormatter numbers;
  private final LocalizedNumberFormatter sizes;
  private final LocalizedNumberFormatter percents;
  private final DateTimeFormatter dates;

  Words(Texts texts, Language language) {
    this.texts = texts;
    this.language = language;
    this.locale = locale(language);
    this.numbers = NumberFormatter.withLocale(locale);
    this.sizes = numbers.precision(Precision.maxSignificantDigits(2));
    this.percents =
        numbers
            .notation(Notation.simple())
            .unit(MeasureUnit.PERCENT)
            .precision(Precision.integer());
    this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale.toLocale());
  }

  /// The conventions of the language as the United Nations use it: day before month, Latin digits.
  static ULocale locale(Language language) {
    String tag = language == Language.EN ? "en-GB" : language.tag();
    return ULocale.forLanguageTag(tag + "-u-nu-latn");
  }

  public Language language() {
    return language;
  }

  /// The same in another language.
  public Words in(Language other) {
    return texts.in(other);
  }

  /// The sentence of that key, with arguments as pairs of name and value: `t("web.quote.volume",
  /// "count", 3)`.
  public String t(String key, Object... namesAndValues) {
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return t(key, arguments);
  }

  /// The sentence of that key.
  public String t(String key, Map<String, ?> arguments) {
    return texts.text(language, key, arguments);
  }

  /// The sentence of a key that may not exist, such as that of a region's code. It takes no
  /// arguments.
  public Optional<String> find(String key) {
    return texts.find(language, key).map(sentence -> sentence.say(Map.of()));
  }

  /// A whole number: `1,284`.
  public String n(long number) {
    return numbers.format(number).toString();
  }

  /// A number with the decimals that it has: `99.5`.
  public String n(BigDecimal number) {
    return numbers.format(number).toString();
  }

  /// A share from 0 to 1 as whole per cent.
  public String percent(double share) {
    return percents.format(share * 100).toString();
  }

  /// A number of bytes, in the unit that suits it, to two digits: `1.2 MB`.
  public String size(long bytes) {
    MeasureUnit[] units = {
      MeasureUnit.BYTE, MeasureUnit.KILOBYTE, MeasureUnit.MEGABYTE, MeasureUnit.GIGABYTE
    };
    double value = bytes;
    int unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return sizes.unit(units[unit]).format(value).toString();
  }

  public String date(LocalDate date) {
    return dates.format(date);
  }

  /// A moment with its zone in words: `4 December 2017, 09:30 (Mexico City Time)`. Where the clocks
  /// show a time twice its offset tells which one it is.
  public String dateTime(ZonedDateTime at) {
    return t(
        "language.date-time",
        Map.of("date", date(at.toLocalDate()), "time", TIME.format(at), "zone", zone(at)));
  }

  /// A time of the day to the second, with its zone in words: `10:12:31 (Mexico City Time)`.
  public String clock(ZonedDateTime at) {
    return t("language.clock", Map.of("time", SECONDS.format(at), "zone", zone(at)));
  }

  /// From one time of a day to another, with their zone in words: `09:30–11:00 (Mexico City Time)`.
  /// Where the clocks change in between both offsets are told.
  public String span(ZonedDateTime from, ZonedDateTime to) {
    return t(
        "language.span",
        Map.of("from", TIME.format(from), "to", TIME.format(to), "zone", zone(from, to)));
  }

  /// The name of a zone in words, such as `Mexico City Time`.
  public String zoneName(ZoneId zone) {
    return name(ZonedDateTime.now(zone));
  }

  /// A span of days, as short as the language allows: `4–6 December 2017`.
  public String days(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return date(first);
    }
    DateIntervalFormat format = DateIntervalFormat.getInstance("yMMMMd", locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(new DateInterval(noon(first), noon(last)));
  }

  /// Things in a row: `a, b and c`.
  public String list(Collection<String> items) {
    return ListFormatter.getInstance(locale).format(items);
  }

  /// The name of a language, by its BCP 47 tag.
  public String languageName(String tag) {
    return ULocale.getDisplayName(tag, locale);
  }

  /// The alphabetical order of this language.
  public Comparator<String> order() {
    return Collator.getInstance(locale).freeze()::compare;
  }

  private String zone(ZonedDateTime at) {
    return isTwice(at) ? name(at) + ", " + offset(at) : name(at);
  }

  private String zone(ZonedDateTime from, ZonedDateTime to) {
    return from.getOffset().equals(to.getOffset())
        ? zone(isTwice(from) ? from : to)
        : "%s, %s–%s".formatted(name(to), offset(from), offset(to));
  }

  private static boolean isTwice(ZonedDateTime at) {
    return at.getZone().getRules().getValidOffsets(at.toLocalDateTime()).size() > 1;
  }

  private static String offset(ZonedDateTime at) {
    return "UTC" + (at.getOffset().equals(ZoneOffset.UTC) ? "+00:00" : at.getOffset().getId());
  }

  private String name(ZonedDateTime at) {
    ZoneId zone = at.getZone();
    return zone instanceof ZoneOffset
        ? "UTC" + (zone.equals(ZoneOffset.UTC) ? "" : zone.getId())
        : TimeZoneFormat.getInstance(locale)
            .format(
                TimeZoneFormat.Style.GENERIC_LOCATION,
                TimeZone.getTimeZone(zone.getId()),
                at.toInstant().toEpochMilli());
  }

  private static long noon(LocalDate date) {
    return date.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
