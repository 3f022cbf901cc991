package vallarta.compact.participation.meeting;

import java.util.List;
import vallarta.compact.table.Sheet;

/// Meetings and their programme as tables.
final class MeetingSheets {

  static final List<String> MEETINGS =
      List.of(
          "id", "title", "title_language", "place", "zone", "first_day", "last_day", "fictional");

  static final List<String> SESSIONS =
      List.of(
          "id",
          "meeting",
          "type",
          "title",
          "title_language",
          "dimension",
          "room",
          "begins_at",
          "ends_at",
          "zone",
          "cancelled");

  private MeetingSheets() {}

  static Sheet meetings(List<Meeting> meetings) {
    return new Sheet(
        "meetings",
        MEETINGS,
        meetings.stream()
            .map(it ->
                List.<Object>of(
                    it.ref(),
                    it.title(),
                    it.titleLanguage(),
                    it.place(),
                    it.zone().getId(),
                    it.firstDay().toString(),
                    it.lastDay().toString(),
                    Boolean.toString(it.fictional())))
            .toList());
  }

  /// Times are local to the meeting, with their offset (RFC 3339).
  static Sheet sessions(String name, List<Session> sessions) {
    return new Sheet(
        name,
        SESSIONS,
        sessions.stream()
            .map(it ->
                List.<Object>of(
                    it.ref(),
                    it.meeting().ref(),
                    it.type().tag(),
                    it.title(),
                    it.titleLanguage(),
                    it.dimension(),
                    it.room(),
                    it.begins().toOffsetDateTime().toString(),
                    it.ends().toOffsetDateTime().toString(),
                    it.meeting().zone().getId(),
                    Boolean.toString(it.cancelled())))
            .toList());
  }
}
