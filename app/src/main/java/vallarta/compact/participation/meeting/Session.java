package vallarta.compact.participation.meeting;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import vallarta.compact.web.Page;

/// A session of a meeting.
///
/// @param id number in the register
/// @param dimension of an action group: human, community, local, national, regional, global; else
///   empty
/// @param room or empty
/// @param sequence of its calendar entry (RFC 5545)
/// @param cancelled whether it does not take place
public record Session(
    long id,
    Meeting meeting,
    SessionType type,
    String title,
    String titleLanguage,
    String dimension,
    String room,
    Instant beginsAt,
    Instant endsAt,
    int sequence,
    boolean cancelled) {

  /// What a session may be about, the innermost ring first.
  static final List<String> DIMENSIONS =
      List.of("human", "community", "local", "national", "regional", "global");

  /// Its reference, which also names it in the rights of those who serve it: `SE-4`.
  public String ref() {
    return "SE-" + id;
  }

  /// The ring of its dimension, 1 to 6; 0 for none.
  public int ring() {
    return 1 + DIMENSIONS.indexOf(dimension);
  }

  /// That page one step below the page of this session.
  public Page above(Page page) {
    return meeting.above(page).under("/sessions/" + ref(), title, titleLanguage);
  }

  /// When it begins, in the zone of the meeting.
  public ZonedDateTime begins() {
    return beginsAt.atZone(meeting.zone());
  }

  /// When it ends, in the zone of the meeting.
  public ZonedDateTime ends() {
    return endsAt.atZone(meeting.zone());
  }

  /// Whether nobody can be in both from beginning to end.
  boolean overlaps(Session other) {
    return !cancelled
        && !other.cancelled
        && beginsAt.isBefore(other.endsAt)
        && other.beginsAt.isBefore(endsAt);
  }
}
