package vallarta.compact.consultation.submission;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import vallarta.compact.language.Words;

/// The deadline that holds for somebody. It is told to the minute and ends with it: what is handed
/// in while the clocks of the consultation show that minute is in time.
///
/// @param at on the clocks of the consultation
/// @param extension number of the extension that moved it there, 0 for none
record Deadline(ZonedDateTime at, long extension) {

  /// The deadline at a time on the clocks of a place. Of a time that exists twice there the later
  /// one is meant, in favour of whoever hands in; one that exists no longer, because the rules of
  /// the zone were changed since it was announced, moves on with the clocks.
  static Deadline of(LocalDateTime local, ZoneId zone, long extension) {
    return new Deadline(
        local.truncatedTo(ChronoUnit.MINUTES).atZone(zone).withLaterOffsetAtOverlap(), extension);
  }

  boolean isOverAt(Instant moment) {
    return !moment.isBefore(at.plusMinutes(1).toInstant());
  }

  /// Whether the clocks of the place show this time twice.
  boolean isTwice() {
    return at.getZone().getRules().getValidOffsets(at.toLocalDateTime()).size() > 1;
  }

  /// The reference of the extension that moved it, or empty.
  String extensionRef() {
    return extension == 0 ? "" : "EX-" + extension;
  }

  /// How long remains, or for how long it has been over.
  String left(Words words, Instant now) {
    ZonedDateTime here = now.atZone(at.getZone());
    return isOverAt(now)
        ? Span.between(at, here).in(words, "over")
        : Span.between(here, at.plusMinutes(1)).in(words, "left");
  }

  /// How late something came that came then.
  String lateBy(Words words, Instant received) {
    return Span.between(at, received.atZone(at.getZone())).in(words, "late");
  }

  /// The deadline in words, with its zone.
  String in(Words words) {
    String time = words.dateTime(at);
    return isTwice() ? words.t("consultation.call.twice", "time", time) : time;
  }
}
