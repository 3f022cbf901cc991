package vallarta.compact.participation.floor;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// What is done at a speakers' list: participants ask and take back, those who lead it give the
/// floor.
@Controller
@OpenTo({Role.SECRETARIAT, Role.MODERATOR})
class FloorForms {

  private final FloorDesk desk;
  private final FloorPages pages;
  private final Floor floor;
  private final Persons persons;

  FloorForms(FloorDesk desk, FloorPages pages, Floor floor, Persons persons) {
    this.desk = desk;
    this.pages = pages;
    this.floor = floor;
    this.persons = persons;
  }

  @OpenTo({
    Role.SECRETARIAT,
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.MODERATOR,
    Role.RAPPORTEUR,
    Role.CONTRIBUTOR
  })
  @PostMapping("/{language}/sessions/{ref}/floor/ask")
  ModelAndView ask(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String stakeholder,
      @RequestParam(defaultValue = "") String gender,
      @RequestParam(defaultValue = "") String form) {
    Session session = desk.visible(actor, ref);
    return answer(
        page,
        actor,
        session,
        it -> {
          Stakeholder asked = desk.asked(actor, session, stakeholder);
          boolean own = FloorDesk.speaksFor(actor, asked);
          long account = own ? actor.account() : 0;
          floor.ask(session, asked, account, gender(gender, account), mark(form));
        });
  }

  @OpenTo({
    Role.SECRETARIAT,
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.MODERATOR,
    Role.RAPPORTEUR,
    Role.CONTRIBUTOR
  })
  @PostMapping("/{language}/sessions/{ref}/floor/withdraw")
  ModelAndView withdraw(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") long turn) {
    Session session = desk.visible(actor, ref);
    return answer(
        page,
        actor,
        session,
        it -> floor.withdraw(it, turn, known -> desk.mustOwn(actor, it, known)));
  }

  @PostMapping("/{language}/sessions/{ref}/floor/list")
  ModelAndView list(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String act) {
    return led(page, actor, ref, it -> floor.open(it, act.equals("open")));
  }

  /// @param turn number of one turn, 0 for the usual limit of the list
  @PostMapping("/{language}/sessions/{ref}/floor/limit")
  ModelAndView limit(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") long turn,
      @RequestParam(defaultValue = "0") int seconds) {
    Duration limit = Duration.ofSeconds(seconds);
    return led(
        page,
        actor,
        ref,
        it -> {
          if (turn == 0) {
            floor.limit(it, limit);
          } else {
            floor.limit(it, turn, limit);
          }
        });
  }

  @PostMapping("/{language}/sessions/{ref}/floor/move")
  ModelAndView move(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") long turn,
      @RequestParam(defaultValue = "1") int place) {
    return led(page, actor, ref, it -> floor.move(it, turn, place));
  }

  @PostMapping("/{language}/sessions/{ref}/floor/give")
  ModelAndView give(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") long turn,
      @RequestParam(defaultValue = "0") long seen) {
    return led(page, actor, ref, it -> floor.give(it, turn, seen));
  }

  @PostMapping("/{language}/sessions/{ref}/floor/end")
  ModelAndView end(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") long turn) {
    return led(page, actor, ref, it -> floor.end(it, turn));
  }

  /// @param to number of the turn that gets the rest, 0 for the chair
  @PostMapping("/{language}/sessions/{ref}/floor/yield")
  ModelAndView yield(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") long turn,
      @RequestParam(defaultValue = "0") long to) {
    return led(page, actor, ref, it -> floor.yield(it, turn, to));
  }

  private ModelAndView led(Page page, Actor actor, String ref, Consumer<Session> act) {
    return answer(page, actor, desk.led(actor, ref), act);
  }

  /// Leads back to the list, or shows it with the reason why nothing changed.
  private ModelAndView answer(Page page, Actor actor, Session session, Consumer<Session> act) {
    try {
      act.accept(session);
      return new ModelAndView(
          "redirect:" + page.link("/sessions/%s/floor".formatted(session.ref())));
    } catch (DomainFailure failure) {
      ModelAndView again =
          pages.show(page, actor, session, page.words().t(failure.key(), failure.arguments()));
      again.setStatus(failure.status());
      return again;
    }
  }

  /// As it was given with the request, else as the person gave it before.
  private Person.Gender gender(String given, long account) {
    return switch (given) {
      case "woman", "man", "other" -> Person.Gender.of(given);
      case "not-given" -> Person.Gender.NOT_GIVEN;
      default -> persons.findByAccount(account).map(Person::gender).orElse(Person.Gender.NOT_GIVEN);
    };
  }

  private static UUID mark(String form) {
    if (form.isEmpty()) {
      return UUID.randomUUID();
    }
    try {
      return UUID.fromString(form);
    } catch (IllegalArgumentException e) {
      throw new DomainFailure(
          "PART-087", "participation.failure.form", Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }
}
