package vallarta.compact.participation.registration;

import java.time.Instant;
import java.util.Objects;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.meeting.Meeting;

/// How registrations are told on pages: names of stakeholders, their types, moments.
record Voices(Words words) {

  String name(Stakeholder it) {
    return it.nameIn(words.language());
  }

  String type(StakeholderType type) {
    return words.t("consultation.stakeholder." + type.tag());
  }

  String standing(Registration it) {
    return words.t("participation.registration.state." + it.standing());
  }

  /// When the person came, on the clocks of the meeting.
  String cameAt(Registration it, Meeting meeting) {
    Instant at = Objects.requireNonNull(it.checkedInAt());
    return words.dateTime(at.atZone(meeting.zone()));
  }
}
