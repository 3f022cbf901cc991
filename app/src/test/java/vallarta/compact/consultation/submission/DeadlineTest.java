package vallarta.compact.consultation.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.consultation.ConsultationType;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.language.Words;

/// Deadlines on the clocks of a place, to the minute, over changes of the clocks.
class DeadlineTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final Words ENGLISH = Texts.load().in(Language.EN);

  @ParameterizedTest
  @CsvSource({
    "2026-12-15T18:00, 2026-12-15T16:59:59.999Z, false",
    "2026-12-15T18:00, 2026-12-15T17:00:00Z, false",
    "2026-12-15T18:00, 2026-12-15T17:00:59.999Z, false",
    "2026-12-15T18:00, 2026-12-15T17:01:00Z, true",
    // Seconds that somebody wrote into a table are no part of it.
    "2026-12-15T18:00:30, 2026-12-15T17:01:00Z, true"
  })
  void endsWithTheMinuteThatItNames(LocalDateTime at, Instant moment, boolean over) {
    assertThat(Deadline.of(at, OSLO, 0).isOverAt(moment)).isEqualTo(over);
  }

  /// On 25 October 2026 the clocks of Oslo go back at 03:00: 02:30 is there at 00:30 and at 01:30
  /// UTC.
  @Test
  void isTheLaterOneOfATimeThatExistsTwice() {
    Deadline it = Deadline.of(LocalDateTime.parse("2026-10-25T02:30"), OSLO, 0);
    assertThat(it.isTwice()).isTrue();
    assertThat(it.at().toInstant()).isEqualTo("2026-10-25T01:30:00Z");
    assertThat(it.isOverAt(Instant.parse("2026-10-25T00:31:00Z"))).isFalse();
    assertThat(it.isOverAt(Instant.parse("2026-10-25T01:31:00Z"))).isTrue();
    assertThat(it.in(ENGLISH))
        .isEqualTo(
            "25 October 2026, 02:30 (Norway Time, UTC+01:00), the later of the two that the clocks show that day");
  }

  /// In Chile summer time ends at midnight, so that 23:59 of that Saturday is there twice.
  @Test
  void isTheLaterLastMinuteOfADayThatHasTwo() {
    Deadline it =
        Deadline.of(LocalDateTime.parse("2026-04-04T23:59"), ZoneId.of("America/Santiago"), 0);
    assertThat(it.isTwice()).isTrue();
    assertThat(it.at().toInstant()).isEqualTo("2026-04-05T03:59:00Z");
  }

  /// On 29 March 2026 the clocks of Oslo go from 02:00 to 03:00. Nobody can announce 02:30; a zone
  /// whose rules were changed since may have it still.
  @Test
  void movesOnWithTheClocksWhereItsTimeDoesNotExist() {
    Deadline it = Deadline.of(LocalDateTime.parse("2026-03-29T02:30"), OSLO, 0);
    assertThat(it.at().toLocalDateTime()).isEqualTo("2026-03-29T03:30");
    assertThat(it.at().toInstant()).isEqualTo("2026-03-29T01:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    // Two days of the calendar, of which one has 25 hours.
    "2026-10-26T18:00, 2026-10-24T16:01:00Z, 2 days left",
    // Two days of the calendar, of which one has 23 hours.
    "2026-03-30T18:00, 2026-03-28T17:01:00Z, 2 days left",
    "2026-12-15T18:00, 2026-11-23T17:00:00Z, 22 days left",
    "2026-12-15T18:00, 2026-12-13T17:02:00Z, 47 hours left",
    "2026-12-15T18:00, 2026-12-15T15:01:00Z, 2 hours left",
    "2026-12-15T18:00, 2026-12-15T16:00:00Z, 61 minutes left",
    "2026-12-15T18:00, 2026-12-15T16:59:00Z, 2 minutes left",
    "2026-12-15T18:00, 2026-12-15T17:00:00Z, 1 minute left",
    "2026-12-15T18:00, 2026-12-15T17:00:30Z, less than a minute left",
    "2026-12-15T18:00, 2026-12-15T17:01:00Z, closed 1 minute ago",
    "2026-12-15T18:00, 2026-12-18T17:00:00Z, closed 3 days ago",
    // Over the night of the change: 02:30 for the second time, then an hour of minutes.
    "2026-10-25T02:30, 2026-10-25T00:30:00Z, 61 minutes left"
  })
  void tellsHowLongRemains(LocalDateTime at, Instant now, String words) {
    assertThat(Deadline.of(at, OSLO, 0).left(ENGLISH, now)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-15T17:01:00Z, Late by 1 minute",
    "2026-12-15T18:59:59Z, Late by 119 minutes",
    "2026-12-15T19:00:00Z, Late by 2 hours",
    "2026-12-17T17:00:00Z, Late by 2 days"
  })
  void tellsHowLateSomethingCame(Instant received, String words) {
    Deadline it = Deadline.of(LocalDateTime.parse("2026-12-15T18:00"), OSLO, 0);
    assertThat(it.lateBy(ENGLISH, received)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2026-12-16T18:00, EX-1",
    "XAA, 2026-12-20T18:00, EX-2",
    "XBB, 2026-12-16T18:00, EX-1"
  })
  void isTheLatestOfThoseThatAreForTheStakeholder(
      String stakeholder, LocalDateTime expected, String extension) {
    Consultation consultation = calling("2026-12-15T18:00");
    List<Extension> extensions =
        List.of(
            extension(1, "C", "", "2026-12-16T18:00"),
            extension(2, "C", "XAA", "2026-12-20T18:00"),
            extension(3, "C", "XBB", "2026-12-15T20:00"),
            extension(4, "ANOTHER", "", "2027-01-01T18:00"));
    assertThat(Calls.deadline(consultation, extensions, stakeholder))
        .hasValueSatisfying(it -> {
          assertThat(it.at().toLocalDateTime()).isEqualTo(expected);
          assertThat(it.extensionRef()).isEqualTo(extension);
        });
    assertThat(Calls.deadline(consultation, List.of(), stakeholder))
        .hasValueSatisfying(it -> assertThat(it.extensionRef()).isEmpty());
  }

  @Test
  void measuresAnArrivalAnewWhenTheDeadlineIsMoved() {
    Submission.Arrival late =
        Calls.measured(
            new Submission.Arrival(
                Instant.parse("2026-12-15T17:30:00Z"),
                Instant.parse("2026-12-20T09:00:00Z"),
                7,
                new Submission.Handed("Title", "file.txt", "0".repeat(64), 1),
                null,
                0,
                false),
            Deadline.of(LocalDateTime.parse("2026-12-15T18:00"), OSLO, 0));
    assertThat(late.late()).isTrue();
    Submission.Arrival excused =
        Calls.measured(late, Deadline.of(LocalDateTime.parse("2026-12-15T19:00"), OSLO, 4));
    assertThat(excused.late()).isFalse();
    assertThat(excused.extension()).isEqualTo(4);
  }

  private static Consultation calling(String deadline) {
    return new Consultation(
        "C",
        ConsultationType.WRITTEN_CALL,
        "Title",
        "en",
        "",
        "",
        "",
        null,
        null,
        OSLO,
        "",
        "",
        true,
        new Consultation.Call(LocalDateTime.parse(deadline), null, List.of(), false));
  }

  private static Extension extension(long id, String consultation, String whom, String to) {
    return new Extension(
        id, consultation, whom, LocalDateTime.parse(to), "A reason", Instant.EPOCH);
  }
}
