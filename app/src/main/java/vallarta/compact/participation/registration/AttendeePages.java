package vallarta.compact.participation.registration;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;

/// Who takes part in a meeting, as far as they are named, and how many came.
@Controller
@OpenToAll
class AttendeePages {

  /// @param unnamed how many are accredited and not named
  record Named(Meeting meeting, Voices voices, List<Registration> participants, int unnamed) {}

  record Counted(Meeting meeting, Voices voices, Attendance.Figures figures) {}

  private final VisibleMeetings meetings;
  private final Registrations registrations;
  private final Attendance attendance;

  AttendeePages(VisibleMeetings meetings, Registrations registrations, Attendance attendance) {
    this.meetings = meetings;
    this.registrations = registrations;
    this.attendance = attendance;
  }

  @GetMapping("/{language}/meetings/{ref}/participants")
  ModelAndView participants(Page page, Actor actor, @PathVariable String ref) {
    Meeting meeting = meetings.get(actor, ref);
    List<Registration> named = registrations.participants(meeting);
    int approved =
        attendance.of(meeting).types().stream().mapToInt(Attendance.OfType::approved).sum();
    return meeting
        .above(page.named("participation.registration.participants"))
        .data(Format.CSV, Format.JSON)
        .wide()
        .show(
            "participation/registration/participants",
            new Named(meeting, new Voices(page.words()), named, approved - named.size()));
  }

  @GetMapping({
    "/{language}/meetings/{ref}/participants.csv",
    "/{language}/meetings/{ref}/participants.json"
  })
  ResponseEntity<byte[]> participants(
      Page page, Actor actor, @PathVariable String ref, Format format) {
    Meeting meeting = meetings.get(actor, ref);
    return Download.of(
        format, RegistrationSheets.participants(meeting, registrations.participants(meeting)));
  }

  @GetMapping("/{language}/meetings/{ref}/attendance")
  ModelAndView attendance(Page page, Actor actor, @PathVariable String ref) {
    Meeting meeting = meetings.get(actor, ref);
    return meeting
        .above(page.named("participation.registration.attendance"))
        .data(Format.CSV, Format.JSON)
        .show(
            "participation/registration/attendance",
            new Counted(meeting, new Voices(page.words()), attendance.of(meeting)));
  }

  @GetMapping({
    "/{language}/meetings/{ref}/attendance.csv",
    "/{language}/meetings/{ref}/attendance.json"
  })
  ResponseEntity<byte[]> attendance(
      Page page, Actor actor, @PathVariable String ref, Format format) {
    Meeting meeting = meetings.get(actor, ref);
    return Download.of(format, RegistrationSheets.attendance(meeting, attendance.of(meeting)));
  }
}
