package vallarta.compact.participation.registration;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Codes;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.web.Page;

/// The door of a meeting on a phone: a badge is scanned with its camera, or its code or a name
/// typed.
@Controller
@OpenTo(Role.SECRETARIAT)
class CheckInPages {

  /// @param sought what was typed
  /// @param found those whose name has it
  record Door(Meeting meeting, Voices voices, String sought, List<Registration> found) {}

  /// What is told of a badge.
  enum Answer {
    /// Its holder may come in.
    GOOD,
    /// Its holder came in now.
    ADMITTED,
    /// Its holder came in before.
    ALREADY,
    /// Its holder is not accredited, or no longer.
    NOT_APPROVED,
    /// No badge has this code.
    UNKNOWN;

    String tag() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// @param it empty for a code that no badge has
  /// @param doors meetings at whose door one goes on, when there is no badge that tells which
  record Badge(
      Answer answer,
      Voices voices,
      Optional<Registration> it,
      Optional<Meeting> meeting,
      List<Meeting> doors) {}

  private final VisibleMeetings meetings;
  private final Registrations registrations;
  private final CheckIn door;

  CheckInPages(VisibleMeetings meetings, Registrations registrations, CheckIn door) {
    this.meetings = meetings;
    this.registrations = registrations;
    this.door = door;
  }

  @GetMapping("/{language}/meetings/{ref}/check-in")
  ModelAndView door(
      Page page, Actor actor, @PathVariable String ref, @RequestParam(defaultValue = "") String q) {
    Meeting meeting = meetings.get(actor, ref);
    String code = Codes.in(q);
    if (!code.isEmpty()) {
      return new ModelAndView("redirect:" + page.link("/check-in/" + code));
    }
    return meeting
        .above(page.named("participation.registration.check-in"))
        .show(
            "participation/registration/door",
            new Door(meeting, new Voices(page.words()), q.strip(), door.search(meeting, q)));
  }

  @GetMapping("/{language}/check-in/{code}")
  ModelAndView badge(Page page, @PathVariable String code) {
    Optional<Registration> it = registrations.findCode(Codes.in(code));
    return show(page, it, it.map(CheckInPages::standing).orElse(Answer.UNKNOWN));
  }

  @PostMapping("/{language}/check-in/{code}")
  ModelAndView admit(Page page, @PathVariable String code) {
    boolean admitted = door.admit(Codes.in(code));
    Optional<Registration> it = registrations.findCode(Codes.in(code));
    Answer answer =
        admitted ? Answer.ADMITTED : it.map(CheckInPages::standing).orElse(Answer.UNKNOWN);
    ModelAndView shown = show(page, it, answer);
    if (answer == Answer.ALREADY || answer == Answer.NOT_APPROVED) {
      shown.setStatus(HttpStatus.CONFLICT);
    }
    return shown;
  }

  private static Answer standing(Registration it) {
    if (it.state() != Registration.State.APPROVED) {
      return Answer.NOT_APPROVED;
    }
    return it.isCheckedIn() ? Answer.ALREADY : Answer.GOOD;
  }

  private ModelAndView show(Page page, Optional<Registration> it, Answer answer) {
    Optional<Meeting> meeting = it.map(meetings::of);
    Page named = page.named("participation.registration.check-in");
    Page placed = meeting.map(of -> of.above(named)).orElse(named);
    ModelAndView shown =
        placed.show(
            "participation/registration/check-in",
            new Badge(
                answer,
                new Voices(page.words()),
                it,
                meeting,
                meeting.isPresent() ? List.of() : meetings.current()));
    if (answer == Answer.UNKNOWN) {
      shown.setStatus(HttpStatus.NOT_FOUND);
    }
    return shown;
  }
}
