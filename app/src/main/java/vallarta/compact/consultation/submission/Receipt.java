package vallarta.compact.consultation.submission;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.language.Words;

/// When something was handed in, and whether that was in time: as it is told on receipts, pages and
/// in letters.
///
/// @param arrival how it came
/// @param deadline that holds for it, empty where there is none
/// @param zone of the consultation
record Receipt(Submission.Arrival arrival, Optional<Deadline> deadline, ZoneId zone) {

  static Receipt of(Submission.Arrival arrival, Consultation consultation) {
    ZoneId zone = consultation.zone() == null ? ZoneOffset.UTC : consultation.zone();
    return new Receipt(
        arrival,
        Optional.ofNullable(arrival.deadline())
            .map(it -> new Deadline(it.atZone(zone), arrival.extension())),
        zone);
  }

  /// The moment in words, with its zone.
  String received(Words words) {
    return words.dateTime(arrival.received().atZone(zone));
  }

  /// When it was handed in again after it was mended, or empty.
  String last(Words words) {
    return arrival.last().equals(arrival.received())
        ? ""
        : words.dateTime(arrival.last().atZone(zone));
  }

  /// In time, in time by an extension, or late and by how long.
  String standing(Words words) {
    if (deadline.isEmpty()) {
      return words.t("consultation.submission.standing.open");
    }
    Deadline it = deadline.get();
    if (arrival.late()) {
      return it.lateBy(words, arrival.received());
    }
    return it.extension() == 0
        ? words.t("consultation.submission.standing.in-time")
        : words.t("consultation.submission.standing.extended", "extension", it.extensionRef());
  }
}
