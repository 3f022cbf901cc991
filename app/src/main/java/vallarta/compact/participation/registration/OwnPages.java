package vallarta.compact.participation.registration;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.web.Page;

/// What a registered person sees of the registration: whoever knows the address is taken for the
/// person, for nobody guesses it.
@Controller
@OpenToAll
class OwnPages {

  record View(Meeting meeting, Voices voices, Registration it) {}

  private final VisibleMeetings meetings;
  private final Registrations registrations;
  private final Accreditation accreditation;

  OwnPages(VisibleMeetings meetings, Registrations registrations, Accreditation accreditation) {
    this.meetings = meetings;
    this.registrations = registrations;
    this.accreditation = accreditation;
  }

  @GetMapping("/{language}/registrations/{pass}")
  ModelAndView own(Page page, @PathVariable String pass) {
    Registration it = registrations.ofPass(pass);
    Meeting meeting = meetings.of(it);
    return meeting
        .above(page.named("participation.registration.own"))
        .show("participation/registration/own", new View(meeting, new Voices(page.words()), it));
  }

  /// @param wish `withdraw`, `name`, or `unname`
  @PostMapping("/{language}/registrations/{pass}/own")
  @Limited(Allowance.FORM)
  ModelAndView wish(
      Page page, @PathVariable String pass, @RequestParam(defaultValue = "") String wish) {
    Registration it = registrations.ofPass(pass);
    switch (wish) {
      case "withdraw" -> accreditation.withdraw(it.id(), 0);
      case "name" -> accreditation.list(it.id(), true);
      case "unname" -> accreditation.list(it.id(), false);
      default -> {
        // Nothing was wished.
      }
    }
    return new ModelAndView("redirect:" + page.link("/registrations/" + pass));
  }
}
