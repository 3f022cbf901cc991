package vallarta.compact.participation.floor;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;

/// The time that was spoken in a whole meeting, for everybody.
@Controller
@OpenToAll
class MeetingTimesPages {

  /// @param spoke sessions in which somebody spoke
  record View(Meeting meeting, List<SpeakingTimes.Share> shares, List<Session> spoke) {}

  private final Meetings meetings;
  private final SpeakingTimes times;

  MeetingTimesPages(Meetings meetings, SpeakingTimes times) {
    this.meetings = meetings;
    this.times = times;
  }

  @GetMapping("/{language}/meetings/{ref}/times")
  ModelAndView times(Page page, Actor actor, @PathVariable String ref) {
    Meeting meeting = meetings.visible(actor, ref);
    return meeting
        .above(page.named("participation.floor.times.title", "session", meeting.title()))
        .data(Format.CSV, Format.JSON)
        .show(
            "participation/floor/meetingtimes",
            new View(
                meeting,
                times.ofMeeting(meeting),
                meetings.sessions(meeting).stream()
                    .filter(it -> !times.ofSession(it.ref()).isEmpty())
                    .toList()));
  }

  @GetMapping({"/{language}/meetings/{ref}/times.csv", "/{language}/meetings/{ref}/times.json"})
  ResponseEntity<byte[]> times(Page page, Actor actor, @PathVariable String ref, Format format) {
    Meeting meeting = meetings.visible(actor, ref);
    List<List<Object>> rows = new ArrayList<>();
    times.ofMeeting(meeting).forEach(it -> rows.add(FloorPages.row("", it)));
    for (Session session : meetings.sessions(meeting)) {
      times.ofSession(session.ref()).forEach(it -> rows.add(FloorPages.row(session.ref(), it)));
    }
    return Download.of(format, new Sheet("speaking-times-" + ref, FloorPages.HEADERS, rows));
  }
}
