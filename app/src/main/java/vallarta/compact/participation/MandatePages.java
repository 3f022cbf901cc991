package vallarta.compact.participation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToSignedIn;
import vallarta.compact.access.Role;
import vallarta.compact.account.Invitations;
import vallarta.compact.language.Language;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Wrong;

/// Where mandates are given, ended and handed over: by the secretariat, and by the main focal point
/// of a State for those who act for it beside them.
@Controller
class MandatePages {

  private static final List<Role> OF_A_STATE =
      List.of(Role.ALTERNATE_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.DELEGATE);

  private static final Map<String, String> FIELDS =
      Map.of(
          "PART-001", "ends",
          "PART-002", "email",
          "PART-005", "role",
          "PART-007", "email",
          "PART-048", "email",
          "PART-049", "name",
          "PART-050", "role");

  /// @param before the mandate from which this one was taken over
  /// @param duties what waits
  record View(Mandate mandate, Optional<Mandate> before, List<Duties.Duty> duties) {}

  private final Participants participants;
  private final ParticipantPages participantPages;
  private final Persons persons;
  private final Mandates mandates;
  private final Invitations invitations;
  private final List<Duties> duties;
  private final TransactionTemplate transactions;
  private final Clock clock;

  MandatePages(
      Participants participants,
      ParticipantPages participantPages,
      Persons persons,
      Mandates mandates,
      Invitations invitations,
      List<Duties> duties,
      TransactionTemplate transactions,
      Clock clock) {
    this.participants = participants;
    this.participantPages = participantPages;
    this.persons = persons;
    this.mandates = mandates;
    this.invitations = invitations;
    this.duties = duties;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// In which roles that person gives and ends mandates for that stakeholder.
  static List<Role> roles(Actor actor, String key) {
    if (actor.is(Role.SECRETARIAT)) {
      return Arrays.asList(Role.values());
    }
    return actor.isFor(key, Role.MAIN_FOCAL_POINT) ? OF_A_STATE : List.of();
  }

  /// Gives a mandate, and invites the person by mail when they have no account yet.
  @OpenTo({Role.SECRETARIAT, Role.MAIN_FOCAL_POINT})
  @PostMapping("/{language}/participants/{ref}/mandates")
  ModelAndView give(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response) {
    Participant participant = participants.get(ref);
    Stakeholder stakeholder = participant.stakeholder();
    Role role = role(fields.getOrDefault("role", ""));
    mayWrite(actor, stakeholder.key(), role);
    try {
      Instant begins = day(fields.getOrDefault("begins", "")).orElse(clock.instant());
      @Nullable Instant ends = day(fields.getOrDefault("ends", "")).orElse(null);
      transactions.executeWithoutResult(status -> {
        Person person = invited(page, fields, stakeholder.fictional());
        mandates.give(person, stakeholder, role, begins, ends, actor.account());
      });
    } catch (DomainFailure failure) {
      return again(page, actor, participant, 0, fields, failure, request, response);
    }
    return to(page, "/participants/" + ref);
  }

  @OpenTo({Role.SECRETARIAT, Role.MAIN_FOCAL_POINT})
  @PostMapping("/{language}/mandates/{ref}/end")
  ModelAndView end(Page page, Actor actor, @PathVariable String ref) {
    Mandate mandate = mandates.get(ref);
    mayWrite(actor, mandate.stakeholder().key(), mandate.role());
    mandates.end(mandate.id(), actor.account());
    return to(page, "/participants/" + participants.ofKey(mandate.stakeholder().key()).ref());
  }

  /// Ends a mandate and gives it to a successor in one act, who finds what waits.
  @OpenTo({Role.SECRETARIAT, Role.MAIN_FOCAL_POINT})
  @PostMapping("/{language}/mandates/{ref}/hand-over")
  ModelAndView handOver(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response) {
    Mandate mandate = mandates.get(ref);
    if (!isOwnMain(actor, mandate)) {
      mayWrite(actor, mandate.stakeholder().key(), mandate.role());
    }
    Participant participant = participants.ofKey(mandate.stakeholder().key());
    Mandate after;
    try {
      after =
          java.util.Objects.requireNonNull(
              transactions.execute(status ->
                  mandates.handOver(
                      mandate.id(),
                      invited(page, fields, participant.stakeholder().fictional()),
                      actor.account())));
    } catch (DomainFailure failure) {
      return again(page, actor, participant, mandate.id(), fields, failure, request, response);
    }
    return to(
        page,
        actor.is(Role.SECRETARIAT)
            ? "/mandates/" + after.ref() + "/hand-over"
            : "/participants/" + participant.ref());
  }

  /// What a successor takes over: the duties that wait, and what was before. When the mandate is
  /// over it is theirs no more.
  @OpenToSignedIn
  @GetMapping("/{language}/mandates/{ref}/hand-over")
  ModelAndView handedOver(Page page, Actor actor, @PathVariable String ref) {
    Mandate mandate = mandates.get(ref);
    boolean own =
        mandate.person().account() == actor.account()
            && (mandate.endsAt() == null || mandate.endsAt().isAfter(clock.instant()));
    if (!own && !actor.is(Role.SECRETARIAT)) {
      throw new AccessDeniedException("the hand-over of another");
    }
    Optional<Mandate> before = mandates.before(mandate);
    return page.named(
            "participation.hand-over.title",
            "role",
            page.words().t("account.role." + mandate.role().tag()))
        .under("/participants", page.words().t("participation.participants.title"))
        .under(
            "/participants/" + participants.ofKey(mandate.stakeholder().key()).ref(),
            mandate.stakeholder().name())
        .show(
            "participation/handover",
            new View(
                mandate,
                before,
                duties.stream().flatMap(it -> it.of(mandate, page.words()).stream()).toList()));
  }

  private Person invited(Page page, Map<String, String> fields, boolean fictional) {
    String email = Field.text(fields.getOrDefault("email", ""), Field.LINE);
    String name = Field.text(fields.getOrDefault("name", ""), Field.LINE);
    if (!email.matches("[^@\\s]+@[^@\\s]+")) {
      throw wrong("PART-048", "participation.failure.email", email);
    }
    if (name.isEmpty() && persons.findByEmail(email).isEmpty()) {
      throw wrong("PART-049", "participation.failure.no-person-name", email);
    }
    Person person = persons.register(name, email, page.language(), fictional);
    if (person.account() == 0) {
      invitations.invite(email, Language.find(person.language()).orElse(page.language()));
    }
    return persons.withAccount(person);
  }

  private ModelAndView again(
      Page page,
      Actor actor,
      Participant participant,
      long handing,
      Map<String, String> fields,
      DomainFailure failure,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setStatus(failure.status().value());
    Wrong wrong =
        Wrong.of(failure, page.words(), FIELDS)
            .orWhere(
                failure,
                Map.of(
                    "begins", fields.getOrDefault("begins", ""),
                    "ends", fields.getOrDefault("ends", "")));
    Wrong placed =
        handing == 0 || wrong.field().equals("form")
            ? wrong
            : wrong.movedTo(wrong.field() + "-" + handing);
    return participantPages.show(
        page, actor, participant, handing, fields, placed, request, response);
  }

  /// A main focal point hands over that mandate, but none that the person holds for somebody else.
  private static boolean isOwnMain(Actor actor, Mandate mandate) {
    return mandate.role() == Role.MAIN_FOCAL_POINT
        && mandate.person().account() == actor.account()
        && actor.isFor(mandate.stakeholder().key(), Role.MAIN_FOCAL_POINT);
  }

  private static void mayWrite(Actor actor, String key, Role role) {
    if (!roles(actor, key).contains(role)) {
      throw new AccessDeniedException("no mandate to give one as " + role);
    }
  }

  private static Role role(String tag) {
    return Arrays.stream(Role.values())
        .filter(it -> it.tag().equals(tag))
        .findFirst()
        .orElseThrow(() -> wrong("PART-050", "participation.failure.role", tag));
  }

  private static Optional<Instant> day(String text) {
    try {
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      throw wrong("PART-028", "participation.failure.day", text);
    }
  }

  private static ModelAndView to(Page page, String path) {
    return new ModelAndView("redirect:" + page.link(path));
  }

  private static DomainFailure wrong(String code, String key, String value) {
    return new DomainFailure(code, key, Map.of("value", value), HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
