package vallarta.compact.stocktaking.minutes;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.floor.SpeakingTimes;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.registration.Attendance;
import vallarta.compact.stocktaking.point.Summaries;

/// Compiles the minutes of a meeting from what its sessions published. Nothing is typed in here:
/// whoever wants other words corrects the summary of the session.
@Service
class MinutesCompiler {

  private final Meetings meetings;
  private final Summaries summaries;
  private final SpeakingTimes times;
  private final Attendance attendance;
  private final Clock clock;

  MinutesCompiler(
      Meetings meetings,
      Summaries summaries,
      SpeakingTimes times,
      Attendance attendance,
      Clock clock) {
    this.meetings = meetings;
    this.summaries = summaries;
    this.times = times;
    this.attendance = attendance;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  Minutes of(Meeting meeting) {
    return new Minutes(
        meeting,
        clock.instant(),
        attendance.of(meeting),
        meetings.sessions(meeting).stream().map(this::part).toList(),
        times.ofMeeting(meeting));
  }

  private Minutes.Part part(Session session) {
    return new Minutes.Part(
        session,
        meetings.officers(session),
        summaries.versions(session).stream().findFirst(),
        summaries.corrections(session).reversed(),
        times.ofSession(session.ref()));
  }
}
