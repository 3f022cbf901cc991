package vallarta.compact.participation.registration;

import org.springframework.stereotype.Component;
import vallarta.compact.access.Actor;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.web.Page;

/// Meetings as far as a reader may know of them, and pages below them.
@Component
class VisibleMeetings {

  private final Meetings meetings;

  VisibleMeetings(Meetings meetings) {
    this.meetings = meetings;
  }

  /// The meeting of that reference.
  ///
  /// @throws vallarta.compact.web.DomainFailure answered with 404, for one that is not published
  ///   too
  Meeting get(Actor actor, String ref) {
    return meetings.visible(actor, ref);
  }

  /// The meeting that a registration is for.
  Meeting of(Registration it) {
    return meetings.get("M-" + it.meeting());
  }

  /// That page with the way to it.
  static Page below(Page page, Meeting meeting) {
    return page.under("/meetings", page.words().t("participation.meeting.all"))
        .under("/meetings/" + meeting.ref(), meeting.title());
  }
}
