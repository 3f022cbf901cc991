package vallarta.compact.participation.registration;

import java.util.List;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.table.Sheet;

/// Registrations, participants and attendance as tables.
final class RegistrationSheets {

  static final List<String> REGISTRATIONS =
      List.of(
          "id",
          "stakeholder",
          "type",
          "name",
          "email",
          "function",
          "head",
          "listed",
          "state",
          "reason",
          "checked_in_at");
  static final List<String> PARTICIPANTS =
      List.of("stakeholder", "type", "name", "function", "head");
  static final List<String> ATTENDANCE =
      List.of(
          "type",
          "delegations_approved",
          "delegations_present",
          "persons_registered",
          "persons_approved",
          "persons_present");

  private RegistrationSheets() {}

  /// For the secretariat alone. Times are local to the meeting, with their offset (RFC 3339).
  static Sheet registrations(Meeting meeting, List<Registration> all) {
    return new Sheet(
        "registrations-" + meeting.ref(),
        REGISTRATIONS,
        all.stream()
            .map(it ->
                List.<Object>of(
                    it.id(),
                    it.stakeholder().key(),
                    it.stakeholder().type().tag(),
                    it.name(),
                    it.email(),
                    it.function(),
                    Boolean.toString(it.head()),
                    Boolean.toString(it.listed()),
                    it.standing(),
                    it.reason(),
                    it.checkedInAt() == null
                        ? ""
                        : it.checkedInAt().atZone(meeting.zone()).toOffsetDateTime().toString()))
            .toList());
  }

  static Sheet participants(Meeting meeting, List<Registration> named) {
    return new Sheet(
        "participants-" + meeting.ref(),
        PARTICIPANTS,
        named.stream()
            .map(it ->
                List.<Object>of(
                    it.stakeholder().name(),
                    it.stakeholder().type().tag(),
                    it.name(),
                    it.function(),
                    Boolean.toString(it.head())))
            .toList());
  }

  static Sheet attendance(Meeting meeting, Attendance.Figures figures) {
    return new Sheet(
        "attendance-" + meeting.ref(),
        ATTENDANCE,
        figures.types().stream()
            .map(it ->
                List.<Object>of(
                    it.type().tag(),
                    it.delegations(),
                    it.delegationsPresent(),
                    it.registered(),
                    it.approved(),
                    it.present()))
            .toList());
  }
}
