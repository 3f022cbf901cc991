package vallarta.compact.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vallarta.compact.table.Problem.Rule;

/// Every problem names its row, column, value, rule and what would be right.
class RowCheckTest {

  private enum Kind {
    REGIONAL_MEETING,
    HEARING
  }

  private final RowCheck check = new RowCheck();

  @Test
  void aMissingValueIsToldWithItsPlace() {
    assertThat(check.required(row(7, "name", " "), "name")).isEmpty();
    assertThat(check.problems())
        .containsExactly(new Problem(7, "name", "", Rule.REQUIRED, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"regional-meeting", "REGIONAL_MEETING", "Regional Meeting"})
  void aWordOfAListMayBeWrittenAsPeopleWriteIt(String written) {
    assertThat(check.oneOf(row(2, "type", written), "type", Kind.class))
        .contains(Kind.REGIONAL_MEETING);
    assertThat(check.count()).isZero();
  }

  @Test
  void aWordThatIsNotInTheListIsToldWithTheWordsThatAre() {
    assertThat(check.oneOf(row(3, "type", "meeting"), "type", Kind.class)).isEmpty();
    assertThat(check.problems())
        .containsExactly(
            new Problem(
                3, "type", "meeting", Rule.NOT_IN_LIST, List.of("regional-meeting", "hearing")));
  }

  @Test
  void anEmptyCellIsNoProblemWhereAValueMayBeMissing() {
    Row empty = row(2, "x", "");
    assertThat(check.oneOf(empty, "x", Kind.class)).isEmpty();
    assertThat(check.dateTime(empty, "x")).isEmpty();
    assertThat(check.zone(empty, "x")).isEmpty();
    assertThat(check.number(empty, "x")).isEmpty();
    assertThat(check.flag(empty, "x")).isFalse();
    assertThat(check.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, 2026-02-28T00:00",
    "2026-02-28T09:30, 2026-02-28T09:30",
    "2026-02-28 09:30, 2026-02-28T09:30"
  })
  void aDateMayHaveATime(String written, LocalDateTime meant) {
    assertThat(check.dateTime(row(2, "starts", written), "starts")).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-29", "28.2.2026", "02/28/2026", "tomorrow"})
  void aDayThatIsNotInTheCalendarIsToldWithExamples(String written) {
    assertThat(check.dateTime(row(4, "starts", written), "starts")).isEmpty();
    assertThat(check.problems())
        .containsExactly(
            new Problem(
                4, "starts", written, Rule.NOT_A_DATE, List.of("2026-02-28", "2026-02-28T09:30")));
  }

  @Test
  void aZoneIsOneOfTheCatalogue() {
    assertThat(check.zone(row(2, "zone", "America/Mexico_City"), "zone"))
        .contains(ZoneId.of("America/Mexico_City"));
    assertThat(check.zone(row(3, "zone", "Mexico City"), "zone")).isEmpty();
    assertThat(check.problems())
        .extracting(Problem::row, Problem::value, Problem::rule)
        .containsExactly(tuple(3L, "Mexico City", Rule.NOT_A_ZONE));
  }

  @Test
  void aNumberIsWholeAndNotBelowZero() {
    assertThat(check.number(row(2, "number", "70"), "number")).hasValue(70);
    assertThat(check.number(row(2, "number", "0"), "number")).hasValue(0);
    assertThat(check.number(row(3, "number", "~70"), "number")).isEmpty();
    assertThat(check.number(row(4, "number", "-3"), "number")).isEmpty();
    assertThat(check.problems())
        .containsExactly(
            new Problem(3, "number", "~70", Rule.NOT_A_NUMBER, List.of("7")),
            new Problem(4, "number", "-3", Rule.NOT_A_NUMBER, List.of("7")));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "YES, true", "1, true", "false, false", "no, false", "0, false"})
  void yesAndNoHaveSeveralSpellings(String written, boolean meant) {
    assertThat(check.flag(row(2, "fictional", written), "fictional")).isEqualTo(meant);
    assertThat(check.count()).isZero();
  }

  @Test
  void maybeIsToldAndTakenForNo() {
    assertThat(check.flag(row(9, "fictional", "maybe"), "fictional")).isFalse();
    assertThat(check.problems())
        .containsExactly(
            new Problem(9, "fictional", "maybe", Rule.NOT_IN_LIST, List.of("true", "false")));
  }

  @Test
  void missingColumnsAreToldInTheHeaderRowWithThoseThatAreThere() throws IOException {
    Table table = Table.parse("key,label\nA,b");
    assertThat(check.columns(table, "key")).isTrue();
    assertThat(check.columns(table, "key", "name", "type")).isFalse();
    assertThat(check.problems())
        .containsExactly(
            new Problem(1, "name", "", Rule.MISSING_COLUMN, List.of("key", "label")),
            new Problem(1, "type", "", Rule.MISSING_COLUMN, List.of("key", "label")));
  }

  @Test
  void allProblemsOfAllRowsAreKept() {
    check.required(row(2, "name", ""), "name");
    check.number(row(3, "number", "x"), "number");
    assertThat(check.count()).isEqualTo(2);
    assertThat(check.problems()).extracting(Problem::row).containsExactly(2L, 3L);
  }

  @Test
  void aLongValueIsShortenedToEightyCharacters() {
    Problem problem = new Problem(2, "text", "x".repeat(81), Rule.NOT_A_DATE, List.of());
    assertThat(problem.value()).isEqualTo("x".repeat(80) + "…");
    assertThat(new Problem(2, "text", "x".repeat(80), Rule.NOT_A_DATE, List.of()).value())
        .isEqualTo("x".repeat(80));
  }

  @Test
  void theSameProblemInATableWithANameKeepsItsPlace() {
    assertThat(new Problem(2, "a", "b", Rule.NOT_A_ZONE, List.of("c")).in("t.csv"))
        .isEqualTo(new Problem("t.csv", 2, "a", "b", Rule.NOT_A_ZONE, List.of("c")));
    assertThat(Rule.NOT_A_ZONE.tag()).isEqualTo("not-a-zone");
  }

  private static Row row(long number, String column, String value) {
    return new Row(number, Map.of(column, value));
  }
}
