package vallarta.compact.participation.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vallarta.compact.web.Page;

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

  /// Whether its last day has passed where it is held.
  public boolean isOverAt(Instant now) {
    return now.atZone(zone).toLocalDate().isAfter(lastDay);
  }

  /// That page one step below the page of this meeting.
  public Page above(Page page) {
    return page.under("/meetings", page.words().t("participation.meeting.all"))
        .under("/meetings/" + ref(), title, titleLanguage);
  }
}
