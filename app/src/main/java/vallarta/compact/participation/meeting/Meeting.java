package vallarta.compact.participation.meeting;

import java.time.LocalDate;
import java.time.ZoneId;

/// A meeting of several days in one place.
///
/// @param id number in the register
/// @param titleLanguage BCP 47 tag of the title
/// @param zone in which every time of the meeting is told
/// @param published whether anybody may see it
/// @param fictional whether it is invented for the demonstration
public record Meeting(
    long id,
    String title,
    String titleLanguage,
    String place,
    ZoneId zone,
    LocalDate firstDay,
    LocalDate lastDay,
    boolean published,
    boolean fictional) {

  /// Its reference: `M-1`.
  public String ref() {
    return "M-" + id;
  }
}
