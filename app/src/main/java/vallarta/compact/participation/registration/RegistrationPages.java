package vallarta.compact.participation.registration;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Wrong;

/// Where people register: for themselves, and delegations for their members.
@Controller
class RegistrationPages {

  /// A delegation that the reader belongs to.
  ///
  /// @param seats how many it has
  /// @param taken how many of them are taken
  /// @param heads whether the reader agrees for it
  record Delegation(String name, int seats, int taken, boolean heads, List<Member> members) {}

  /// @param kept whether the reader may take it back and hand out its badge
  record Member(Registration it, boolean kept) {}

  /// @param accredited those whom the reader can register for, by name
  /// @param fields what was entered, by name; kept when it could not be taken
  /// @param wrong why it could not
  record View(
      Meeting meeting,
      Voices voices,
      List<Quotas.Accredited> accredited,
      List<Delegation> delegations,
      boolean decides,
      boolean isOver,
      Map<String, String> fields,
      Wrong wrong) {

    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  private static final Map<String, String> FIELDS =
      Map.of(
          "PART-060", "stakeholder",
          "PART-061", "name",
          "PART-062", "email",
          "PART-063", "function",
          "PART-066", "email",
          "PART-067", "stakeholder");

  private final VisibleMeetings meetings;
  private final Registrations registrations;
  private final Accreditation accreditation;
  private final Delegations delegations;
  private final Quotas quotas;
  private final Clock clock;

  RegistrationPages(
      VisibleMeetings meetings,
      Registrations registrations,
      Accreditation accreditation,
      Delegations delegations,
      Quotas quotas,
      Clock clock) {
    this.meetings = meetings;
    this.registrations = registrations;
    this.accreditation = accreditation;
    this.delegations = delegations;
    this.quotas = quotas;
    this.clock = clock;
  }

  @GetMapping("/{language}/meetings/{ref}/registration")
  @OpenToAll
  ModelAndView form(Page page, Actor actor, @PathVariable String ref) {
    return show(page, actor, meetings.get(actor, ref), Map.of(), Wrong.NOTHING);
  }

  @PostMapping("/{language}/meetings/{ref}/registration")
  @OpenToAll
  @Limited(Allowance.FORM)
  ModelAndView register(
      Page page, Actor actor, @PathVariable String ref, @RequestParam Map<String, String> fields) {
    Meeting meeting = meetings.get(actor, ref);
    try {
      Request request =
          Request.of(
              fields.getOrDefault("stakeholder", ""),
              fields.getOrDefault("name", ""),
              fields.getOrDefault("email", ""),
              fields.getOrDefault("function", ""),
              fields.containsKey("head"),
              Request.Listing.of(fields.getOrDefault("listing", "")));
      boolean member = delegations.of(actor).contains(request.stakeholder());
      boolean speaks = delegations.speaksFor(actor, meeting, request.stakeholder());
      Registration made = accreditation.register(meeting, request, speaks, actor.account());
      if (member) {
        return back(page, made);
      }
      if (actor.is(Role.SECRETARIAT)) {
        return to(page, "/meetings/%s/registrations".formatted(ref));
      }
      return to(page, "/registrations/" + made.pass());
    } catch (DomainFailure failure) {
      ModelAndView again =
          show(page, actor, meeting, fields, Wrong.of(failure, page.words(), FIELDS));
      again.setStatus(failure.status());
      return again;
    }
  }

  @PostMapping("/{language}/registrations/{id}/endorse")
  @OpenTo({
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  })
  ModelAndView endorse(Page page, Actor actor, @PathVariable long id) {
    Registration it = registrations.get(id);
    delegations.mustEndorse(actor, it);
    accreditation.endorse(id, actor.account());
    return back(page, it);
  }

  @PostMapping("/{language}/registrations/{id}/decline")
  @OpenTo({
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  })
  ModelAndView decline(
      Page page,
      Actor actor,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason) {
    Registration it = registrations.get(id);
    delegations.mustEndorse(actor, it);
    accreditation.reject(id, reason, actor.account());
    return back(page, it);
  }

  @PostMapping("/{language}/registrations/{id}/withdraw")
  @OpenTo({
    Role.SECRETARIAT,
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  })
  ModelAndView withdraw(Page page, Actor actor, @PathVariable long id) {
    Registration it = registrations.get(id);
    delegations.mustKeep(actor, it);
    accreditation.withdraw(id, actor.account());
    return actor.is(Role.SECRETARIAT)
        ? to(page, "/meetings/%s/registrations".formatted(meetings.of(it).ref()))
        : back(page, it);
  }

  private ModelAndView back(Page page, Registration it) {
    String form = page.link("/meetings/%s/registration".formatted(meetings.of(it).ref()));
    return new ModelAndView("redirect:" + form + "#delegation");
  }

  private ModelAndView show(
      Page page, Actor actor, Meeting meeting, Map<String, String> fields, Wrong wrong) {
    Voices voices = new Voices(page.words());
    List<Quotas.Accredited> all = quotas.accredited(meeting);
    Set<String> own = delegations.of(actor);
    List<Quotas.Accredited> theirs = all.stream().filter(it -> own.contains(it.key())).toList();
    Comparator<Quotas.Accredited> byName =
        Comparator.comparing(Quotas.Accredited::name, page.words().order());
    String title = page.words().t("participation.registration.title");
    return meeting
        .above(page.titled(wrong.title(page.words(), title)))
        .show(
            "participation/registration/registration",
            new View(
                meeting,
                voices,
                (theirs.isEmpty() ? all : theirs).stream().sorted(byName).toList(),
                theirs.stream().map(it -> delegation(actor, meeting, it)).toList(),
                actor.is(Role.SECRETARIAT),
                meeting.isOverAt(clock.instant()),
                fields,
                wrong));
  }

  private Delegation delegation(Actor actor, Meeting meeting, Quotas.Accredited it) {
    return new Delegation(
        it.name(),
        it.seats(),
        accreditation.taken(meeting.id(), it.key()),
        delegations.isHead(actor, meeting.id(), it.key()),
        registrations.ofDelegation(meeting, it.key()).stream()
            .map(member -> new Member(member, delegations.keeps(actor, member)))
            .toList());
  }

  private static ModelAndView to(Page page, String path) {
    return new ModelAndView("redirect:" + page.link(path));
  }
}
