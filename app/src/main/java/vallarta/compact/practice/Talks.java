package vallarta.compact.practice;

import java.util.List;
import org.springframework.stereotype.Component;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.meeting.SessionType;

/// The sessions of the lab in the programmes that everybody may see.
@Component
class Talks {

  private final Meetings meetings;

  Talks(Meetings meetings) {
    this.meetings = meetings;
  }

  /// Those that take place, of the latest meeting first.
  List<Session> list() {
    return meetings.list().stream()
        .filter(Meeting::published)
        .flatMap(it -> meetings.sessions(it).stream())
        .filter(it -> it.type() == SessionType.LAB_TALK && !it.cancelled())
        .toList();
  }
}
