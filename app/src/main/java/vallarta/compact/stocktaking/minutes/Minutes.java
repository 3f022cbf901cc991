package vallarta.compact.stocktaking.minutes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vallarta.compact.participation.floor.SpeakingTimes.Share;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings.Officer;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.registration.Attendance;
import vallarta.compact.stocktaking.point.Correction;
import vallarta.compact.stocktaking.point.Summary;

/// What was kept of a meeting, as it is published at one moment.
///
/// @param compiledAt that moment
/// @param attendance how many came
/// @param parts one for each session, in their order
/// @param times how long who spoke, in all sessions together
record Minutes(
    Meeting meeting,
    Instant compiledAt,
    Attendance.Figures attendance,
    List<Part> parts,
    List<Share> times) {

  /// What was kept of one session.
  ///
  /// @param officers who serves it
  /// @param summary its newest published version, draft or final
  /// @param corrections that were asked of any version, the oldest first
  /// @param times how long who spoke in it
  record Part(
      Session session,
      List<Officer> officers,
      Optional<Summary> summary,
      List<Correction> corrections,
      List<Share> times) {}
}
