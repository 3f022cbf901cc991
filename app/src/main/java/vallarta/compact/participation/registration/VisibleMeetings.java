package vallarta.compact.participation.registration;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Actor;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;

/// Meetings as far as a reader may know of them.
@Component
class VisibleMeetings {

  private final Meetings meetings;
  private final Clock clock;

  VisibleMeetings(Meetings meetings, Clock clock) {
    this.meetings = meetings;
    this.clock = clock;
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

  /// Those that everybody may see and that are not over.
  List<Meeting> current() {
    return meetings.list().stream()
        .filter(it -> it.published() && !it.isOverAt(clock.instant()))
        .toList();
  }
}
