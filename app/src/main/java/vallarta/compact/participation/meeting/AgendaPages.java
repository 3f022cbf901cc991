package vallarta.compact.participation.meeting;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.OpenToSignedIn;
import vallarta.compact.access.Role;
import vallarta.compact.web.Page;

/// The own programme: the sessions that a person serves or chose, with what clashes in it.
@Controller
class AgendaPages {

  private static final Duration KEPT = Duration.ofHours(12);

  /// A session and those on the same programme that take place at once with it.
  record Entry(Session session, List<Session> clashes) {}

  /// @param coming sessions that are not over, or have just been
  /// @param past how many others there are
  /// @param address of the calendar, or empty
  record View(List<Entry> coming, int past, String address) {}

  private final Agenda agenda;
  private final Meetings meetings;
  private final Clock clock;

  AgendaPages(Agenda agenda, Meetings meetings, Clock clock) {
    this.agenda = agenda;
    this.meetings = meetings;
    this.clock = clock;
  }

  @OpenToSignedIn
  @GetMapping("/{language}/agenda")
  ModelAndView agenda(Page page, Actor actor) {
    List<Session> all = agenda.of(actor.account());
    List<Session> coming =
        all.stream().filter(it -> it.endsAt().plus(KEPT).isAfter(clock.instant())).toList();
    List<Entry> entries = new ArrayList<>();
    for (Session it : coming) {
      entries.add(
          new Entry(
              it,
              coming.stream()
                  .filter(other -> other.id() != it.id() && other.overlaps(it))
                  .toList()));
    }
    String address =
        agenda
            .address(actor.account())
            .map(it -> page.absolute(page.link("/agenda/" + it + ".ics")))
            .orElse("");
    return page.named("participation.agenda.title")
        .under("/meetings", page.words().t("participation.meeting.all"))
        .show(
            "participation/meeting/agenda", new View(entries, all.size() - coming.size(), address));
  }

  /// @param wish `choose` or `leave-out`
  @OpenToSignedIn
  @PostMapping("/{language}/sessions/{ref}/agenda")
  ModelAndView change(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String wish) {
    Session session = meetings.session(ref);
    if (!session.meeting().published() && !actor.is(Role.SECRETARIAT)) {
      throw Meetings.noSession(ref);
    }
    if (wish.equals("choose")) {
      agenda.choose(actor.account(), session);
    } else if (wish.equals("leave-out")) {
      agenda.leaveOut(actor.account(), session);
    }
    return new ModelAndView("redirect:" + page.link("/agenda"));
  }

  @OpenToSignedIn
  @PostMapping("/{language}/agenda/address")
  ModelAndView renewAddress(Page page, Actor actor) {
    agenda.renewAddress(actor.account());
    return new ModelAndView("redirect:" + page.link("/agenda"));
  }

  /// The own programme for calendars, which cannot sign in: the code in the address is the key.
  @OpenToAll
  @GetMapping("/{language}/agenda/{code}.ics")
  ResponseEntity<byte[]> calendar(Page page, @PathVariable String code) {
    return Calendar.download(
        page,
        page.words().t("participation.agenda.title"),
        agenda.ofCode(code),
        clock.instant(),
        "agenda");
  }
}
