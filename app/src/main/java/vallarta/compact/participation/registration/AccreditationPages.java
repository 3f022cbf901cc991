package vallarta.compact.participation.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Paging;
import vallarta.compact.web.part.Wrong;

/// Where the secretariat accredits people, and sets how many seats each delegation has.
@Controller
@OpenTo(Role.SECRETARIAT)
class AccreditationPages {

  /// @param endorsable whether the secretariat agrees in place of a head that there is not
  record Line(Registration it, boolean endorsable) {}

  /// @param all how many there are without the filters
  /// @param of whose seats were to be set, and to what number, kept when it could not be done
  /// @param wrong what could not be done
  record View(
      Meeting meeting,
      Voices voices,
      Filters filters,
      List<Line> lines,
      Paging paging,
      int all,
      List<Quotas.Quota> quotas,
      List<Stakeholder> stakeholders,
      String of,
      String seats,
      Wrong wrong) {}

  private static final int SIZE = 50;
  private static final Map<String, String> FIELDS = Map.of("PART-072", "of", "PART-073", "seats");
  private static final List<String> STANDINGS =
      List.of("requested", "pending", "waiting", "approved", "rejected", "withdrawn");

  private final VisibleMeetings meetings;
  private final Registrations registrations;
  private final Accreditation accreditation;
  private final Delegations delegations;
  private final Quotas quotas;
  private final Stakeholders stakeholders;

  AccreditationPages(
      VisibleMeetings meetings,
      Registrations registrations,
      Accreditation accreditation,
      Delegations delegations,
      Quotas quotas,
      Stakeholders stakeholders) {
    this.meetings = meetings;
    this.registrations = registrations;
    this.accreditation = accreditation;
    this.delegations = delegations;
    this.quotas = quotas;
    this.stakeholders = stakeholders;
  }

  @GetMapping("/{language}/meetings/{ref}/registrations")
  ModelAndView registrations(Page page, Actor actor, @PathVariable String ref) {
    return show(page, meetings.get(actor, ref), "", "", Wrong.NOTHING);
  }

  @GetMapping({
    "/{language}/meetings/{ref}/registrations.csv",
    "/{language}/meetings/{ref}/registrations.json"
  })
  ResponseEntity<byte[]> registrations(
      Page page, Actor actor, @PathVariable String ref, Format format) {
    Meeting meeting = meetings.get(actor, ref);
    return Download.of(
        format, RegistrationSheets.registrations(meeting, wanted(page, registrations.of(meeting))));
  }

  @PostMapping("/{language}/registrations/{id}/decide")
  ModelAndView decide(
      Page page,
      Actor actor,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reason) {
    Registration it = registrations.get(id);
    Meeting meeting = meetings.of(it);
    try {
      if (decision.equals("reject")) {
        accreditation.reject(id, reason, actor.account());
      } else {
        if (!it.endorsed() && !delegations.hasHead(it.meeting(), it.stakeholder().key())) {
          it = accreditation.endorse(id, actor.account());
        }
        accreditation.approve(id, actor.account());
      }
      return back(page, meeting, "#RG-" + id);
    } catch (DomainFailure failure) {
      return again(page, meeting, "", "", failure);
    }
  }

  /// Sets the seats of one stakeholder, or of each of a type.
  @PostMapping("/{language}/meetings/{ref}/quotas")
  ModelAndView quota(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "") String seats) {
    Meeting meeting = meetings.get(actor, ref);
    try {
      int number = number(seats);
      if (Arrays.stream(StakeholderType.values()).anyMatch(it -> it.tag().equals(of))) {
        accreditation.seats(meeting, StakeholderType.of(of), number);
      } else {
        Stakeholder one =
            stakeholders
                .find(of.strip())
                .orElseThrow(() ->
                    failure("PART-072", "participation.registration.failure.no-such-stakeholder"));
        accreditation.seats(meeting, one.key(), number);
      }
      return back(page, meeting, "#quotas");
    } catch (DomainFailure failure) {
      return again(page, meeting, of, seats, failure);
    }
  }

  private static int number(String text) {
    if (!text.strip().matches("[0-9]{1,4}")) {
      throw failure("PART-073", "participation.registration.failure.seats");
    }
    return Integer.parseInt(text.strip());
  }

  private ModelAndView again(
      Page page, Meeting meeting, String of, String seats, DomainFailure failure) {
    ModelAndView shown = show(page, meeting, of, seats, Wrong.of(failure, page.words(), FIELDS));
    shown.setStatus(failure.status());
    return shown;
  }

  private ModelAndView show(Page page, Meeting meeting, String of, String seats, Wrong wrong) {
    List<Registration> all = registrations.of(meeting);
    List<Registration> wanted = wanted(page, all);
    Paging paging = Paging.of(pageNumber(page), SIZE, wanted.size());
    String title = page.words().t("participation.registration.all");
    return meeting
        .above(page.titled(wrong.title(page.words(), title)))
        .data(Format.CSV, Format.JSON)
        .wide()
        .show(
            "participation/registration/registrations",
            new View(
                meeting,
                new Voices(page.words()),
                filters(page, meeting),
                paging.of(wanted).stream().map(this::line).toList(),
                paging,
                all.size(),
                quotas.list(meeting),
                byName(page),
                of,
                seats,
                wrong));
  }

  private List<Stakeholder> byName(Page page) {
    Voices voices = new Voices(page.words());
    return stakeholders.list().values().stream()
        .filter(Stakeholder::isKnown)
        .sorted(Comparator.comparing(voices::name, page.words().order()))
        .toList();
  }

  private Line line(Registration it) {
    return new Line(
        it,
        it.standing().equals("requested")
            && !delegations.hasHead(it.meeting(), it.stakeholder().key()));
  }

  private static List<Registration> wanted(Page page, List<Registration> all) {
    String state = page.parameter("state");
    String type = page.parameter("type");
    String letters = page.parameter("q").strip().toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(it -> state.isEmpty() || it.standing().equals(state))
        .filter(it -> type.isEmpty() || it.stakeholder().type().tag().equals(type))
        .filter(it ->
            (it.name() + "\n" + it.email() + "\n" + it.stakeholder().name())
                .toLowerCase(Locale.ROOT)
                .contains(letters))
        .toList();
  }

  private Filters filters(Page page, Meeting meeting) {
    Voices voices = new Voices(page.words());
    String state = page.parameter("state");
    String type = page.parameter("type");
    String letters = page.parameter("q").strip();
    String stateLabel = page.words().t("participation.registration.state");
    String typeLabel = page.words().t("consultation.stakeholder-type");
    String nameLabel = page.words().t("participation.registration.search");
    List<Filters.Option> states = new ArrayList<>();
    STANDINGS.forEach(it -> states.add(Filters.Option.of(it, standing(page, it))));
    List<Filters.Option> types =
        Arrays.stream(StakeholderType.values())
            .map(it -> Filters.Option.of(it.tag(), voices.type(it)))
            .toList();
    List<Filters.Active> active = new ArrayList<>();
    if (STANDINGS.contains(state)) {
      active.add(new Filters.Active(stateLabel, standing(page, state), page.here("state", "")));
    }
    types.stream()
        .filter(it -> it.value().equals(type))
        .forEach(
            it -> active.add(new Filters.Active(typeLabel, it.label(), page.here("type", ""))));
    if (!letters.isEmpty()) {
      active.add(new Filters.Active(nameLabel, letters, page.here("q", "")));
    }
    return new Filters(
        page.link("/meetings/%s/registrations".formatted(meeting.ref())),
        List.of(
            new Filters.Choice("state", stateLabel, state, states),
            new Filters.Choice("type", typeLabel, type, types),
            new Filters.Entry("q", nameLabel, letters)),
        active,
        page.link("/meetings/%s/registrations".formatted(meeting.ref())));
  }

  private static String standing(Page page, String word) {
    return page.words().t("participation.registration.state." + word);
  }

  private static int pageNumber(Page page) {
    String number = page.parameter("page");
    return number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 1;
  }

  private static ModelAndView back(Page page, Meeting meeting, String place) {
    return new ModelAndView(
        "redirect:" + page.link("/meetings/%s/registrations".formatted(meeting.ref())) + place);
  }

  private static DomainFailure failure(String code, String key) {
    return new DomainFailure(code, key, Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
