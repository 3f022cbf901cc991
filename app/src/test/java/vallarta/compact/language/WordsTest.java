package vallarta.compact.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  private final Texts texts = Texts.load();

  private Words in(Language language) {
    return texts.in(language);
  }

  @Test
  void writesNumbersAsEachLanguageDoesWithLatinDigitsInArabicToo() {
    assertThat(in(Language.EN).n(12_084)).isEqualTo("12,084");
    assertThat(in(Language.FR).n(12_084)).isEqualTo("12\u202f084");
    assertThat(in(Language.AR).n(12_084)).matches("12\\D084");
    assertThat(in(Language.EN).percent(0.256)).isEqualTo("26%");
    assertThat(in(Language.EN).size(1_234_567)).isEqualTo("1.2 MB");
  }

  @Test
  void countsThingsByThePluralsOfTheLanguage() {
    assertThat(in(Language.EN).t("consultation.count.statements", "count", 1))
        .isEqualTo("1 statement");
    assertThat(in(Language.RU).t("consultation.count.statements", "count", 1))
        .isEqualTo("1 высказывание");
    assertThat(in(Language.RU).t("consultation.count.statements", "count", 3))
        .isEqualTo("3 высказывания");
    assertThat(in(Language.RU).t("consultation.count.statements", "count", 5))
        .isEqualTo("5 высказываний");
    assertThat(in(Language.AR).t("consultation.count.statements", "count", 2)).isEqualTo("إفادتان");
    assertThat(in(Language.AR).t("consultation.count.statements", "count", 11))
        .isEqualTo("11 إفادة");
  }

  @Test
  void saysAnApproximateNumberAsApproximate() {
    assertThat(
            in(Language.EN).t("consultation.received.approximate", "received", 3, "expected", 70))
        .isEqualTo("3 of ~70");
  }

  @Test
  void writesDatesInTheOrderOfTheLanguage() {
    LocalDate first = LocalDate.of(2017, 12, 4);
    assertThat(in(Language.EN).date(first)).isEqualTo("4 December 2017");
    assertThat(in(Language.FR).date(first)).isEqualTo("4 décembre 2017");
    assertThat(in(Language.ZH).date(first)).isEqualTo("2017年12月4日");
    assertThat(in(Language.AR).date(first)).isEqualTo("4 ديسمبر 2017");
    assertThat(in(Language.ES).days(first, first.plusDays(2)))
        .isEqualTo("4–6 de diciembre de 2017");
  }

  @Test
  void neverShowsATimeWithoutItsZoneInWords() {
    ZonedDateTime at = ZonedDateTime.of(2017, 12, 4, 9, 30, 0, 0, ZoneId.of("America/Mexico_City"));
    assertThat(in(Language.EN).dateTime(at)).isEqualTo("4 December 2017, 09:30 (Mexico City Time)");
    assertThat(in(Language.FR).dateTime(at))
        .startsWith("4 décembre 2017, 09:30 (")
        .contains("Mexico");
    assertThat(in(Language.EN).dateTime(at.withZoneSameInstant(ZoneId.of("Z"))))
        .endsWith("15:30 (UTC)");
  }

  @Test
  void tellsTheOffsetWhereTheClocksShowATimeTwice() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ZonedDateTime first = ZonedDateTime.parse("2026-10-25T02:30+02:00[Europe/Berlin]");
    assertThat(in(Language.EN).dateTime(first))
        .isEqualTo("25 October 2026, 02:30 (Germany Time, UTC+02:00)");
    assertThat(in(Language.EN).dateTime(first.plusHours(1)))
        .isEqualTo("25 October 2026, 02:30 (Germany Time, UTC+01:00)");
    assertThat(in(Language.EN).clock(first.plusHours(2))).isEqualTo("03:30:00 (Germany Time)");
    assertThat(in(Language.EN).span(first.minusHours(2), first.plusHours(2)))
        .isEqualTo("00:30–03:30 (Germany Time, UTC+02:00–UTC+01:00)");
    ZonedDateTime london = ZonedDateTime.parse("2026-10-25T01:30Z[Europe/London]");
    assertThat(in(Language.EN).dateTime(london)).endsWith("(United Kingdom Time, UTC+00:00)");
    assertThat(in(Language.AR).dateTime(first)).contains("UTC+02:00");
    assertThat(in(Language.EN).zoneName(berlin)).isEqualTo("Germany Time");
  }

  @Test
  void keepsForeignWordsFromTurningAnArabicSentence() {
    assertThat(in(Language.AR).t("web.quote.page", "page", "iv")).contains("\u2068iv\u2069");
    assertThat(in(Language.EN).t("web.quote.page", "page", "iv")).isEqualTo("page iv");
  }

  @Test
  void keepsADateAndItsTimeInTheirOrderWithinAnArabicSentence() {
    Words words = in(Language.AR);
    ZonedDateTime at = ZonedDateTime.of(2017, 12, 4, 9, 30, 0, 0, ZoneId.of("America/Mexico_City"));
    String time = words.dateTime(at);
    assertThat(words.t("participation.mandates.from", "time", time))
        .contains("\u2067" + time + "\u2069");
  }

  @Test
  void ordersNamesByTheAlphabetOfTheLanguage() {
    assertThat(
            List.of("Zambia", "Ägypten", "Éire", "Aland").stream().sorted(in(Language.EN).order()))
        .containsExactly("Ägypten", "Aland", "Éire", "Zambia");
    assertThat(in(Language.ES).list(List.of("a", "b", "c"))).isEqualTo("a, b y c");
    assertThat(in(Language.FR).languageName("es")).isEqualTo("espagnol");
  }
}
