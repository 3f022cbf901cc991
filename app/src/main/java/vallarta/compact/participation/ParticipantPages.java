package vallarta.compact.participation;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.language.Words;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Field;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Wrong;

/// Who takes part: the register for everybody, and where the secretariat keeps it.
@Controller
@OpenToAll
class ParticipantPages {

  static final List<String> COLUMNS =
      List.of(
          "id",
          "key",
          "name",
          "name_language",
          "type",
          "state",
          "region_m49",
          "identifier",
          "withdrawn_at",
          "fictional");

  /// @param counts how many of each type take part
  /// @param shown those of the chosen type whose name has the words
  record All(
      Map<StakeholderType, Integer> counts,
      List<Participant> shown,
      String type,
      String words,
      boolean keeps) {}

  /// A mandate as this reader may see it.
  ///
  /// @param name of the person, or empty where the reader may not know
  /// @param ends whether the reader may end it or hand it over
  /// @param own whether the reader holds it
  record Held(Mandate mandate, String name, boolean holds, boolean ends, boolean own) {}

  /// @param roles in which the reader may give mandates
  /// @param handing number of the mandate whose hand-over could not be taken, else 0
  /// @param fields what was entered and could not be taken
  /// @param promised what it promised, as a later stage tells it
  record One(
      Participant participant,
      String name,
      String region,
      String state,
      List<Held> mandates,
      List<Role> roles,
      boolean keeps,
      long handing,
      Map<String, String> fields,
      Wrong wrong,
      Content promised,
      Content history) {

    /// What was entered to give a mandate.
    String field(String name) {
      return handing == 0 ? fields.getOrDefault(name, "") : "";
    }

    /// What was entered to hand that one over.
    String field(String name, Mandate mandate) {
      return handing == mandate.id() ? fields.getOrDefault(name, "") : "";
    }
  }

  /// @param known who is changed, empty for somebody new
  record Form(Optional<Participant> known, Map<String, String> fields, Wrong wrong) {

    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  private static final Map<String, String> FIELDS =
      Map.of(
          "PART-041", "state",
          "PART-044", "name",
          "PART-045", "state",
          "PART-046", "region",
          "PART-047", "identifier");

  private final Participants participants;
  private final Mandates mandates;
  private final Fragments fragments;
  private final Clock clock;

  ParticipantPages(Participants participants, Mandates mandates, Fragments fragments, Clock clock) {
    this.participants = participants;
    this.mandates = mandates;
    this.fragments = fragments;
    this.clock = clock;
  }

  @GetMapping("/{language}/participants")
  ModelAndView list(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(name = "words", defaultValue = "") String words) {
    List<Participant> all = participants.list();
    Map<StakeholderType, Integer> counts = new EnumMap<>(StakeholderType.class);
    all.stream()
        .filter(it -> it.withdrawnAt() == null)
        .forEach(it -> counts.merge(it.stakeholder().type(), 1, Integer::sum));
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    List<Participant> shown =
        all.stream()
            .filter(it -> type.isEmpty() || it.stakeholder().type().tag().equals(type))
            .filter(it -> name(page, it).toLowerCase(Locale.ROOT).contains(wanted))
            .sorted(Comparator.comparing(it -> name(page, it), page.words().order()))
            .toList();
    return page.named("participation.participants.title")
        .data(Format.CSV, Format.JSON)
        .show(
            "participation/participants",
            new All(counts, shown, type, words, actor.is(Role.SECRETARIAT)));
  }

  @GetMapping({"/{language}/participants.csv", "/{language}/participants.json"})
  ResponseEntity<byte[]> list(Page page, Format format) {
    return Download.of(format, sheet("participants", participants.list()));
  }

  @GetMapping("/{language}/participants/{ref}")
  ModelAndView one(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    return show(page, actor, participants.get(ref), 0, Map.of(), Wrong.NOTHING, request, response);
  }

  @GetMapping({"/{language}/participants/{ref}.csv", "/{language}/participants/{ref}.json"})
  ResponseEntity<byte[]> one(Page page, @PathVariable String ref, Format format) {
    return Download.of(format, sheet("participant-" + ref, List.of(participants.get(ref))));
  }

  @OpenTo(Role.SECRETARIAT)
  @GetMapping("/{language}/participants/new")
  ModelAndView enter(Page page) {
    return form(page, new Form(Optional.empty(), Map.of(), Wrong.NOTHING));
  }

  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/participants/new")
  ModelAndView enter(Page page, @RequestParam Map<String, String> fields) {
    return write(page, Optional.empty(), fields);
  }

  @OpenTo(Role.SECRETARIAT)
  @GetMapping("/{language}/participants/{ref}/edit")
  ModelAndView edit(Page page, @PathVariable String ref) {
    Participant known = participants.get(ref);
    Stakeholder it = known.stakeholder();
    return form(
        page,
        new Form(
            Optional.of(known),
            Map.of(
                "name", it.name(),
                "name_language", it.nameLanguage(),
                "type", it.type().tag(),
                "state", it.state(),
                "region", it.region(),
                "identifier", known.identifier()),
            Wrong.NOTHING));
  }

  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/participants/{ref}/edit")
  ModelAndView edit(Page page, @PathVariable String ref, @RequestParam Map<String, String> fields) {
    return write(page, Optional.of(participants.get(ref)), fields);
  }

  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/participants/{ref}/withdraw")
  ModelAndView withdraw(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response) {
    Participant participant = participants.get(ref);
    try {
      participants.withdraw(participant, fields.getOrDefault("reason", ""), actor.account());
    } catch (DomainFailure failure) {
      response.setStatus(failure.status().value());
      Wrong wrong = Wrong.of(failure, page.words(), Map.of("PART-042", "reason"));
      return show(page, actor, participant, 0, fields, wrong, request, response);
    }
    return new ModelAndView("redirect:" + page.link("/participants/" + ref));
  }

  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/participants/{ref}/return")
  ModelAndView comeBack(Page page, @PathVariable String ref) {
    participants.comeBack(participants.get(ref));
    return new ModelAndView("redirect:" + page.link("/participants/" + ref));
  }

  /// The page of a participant, with what could not be taken when something was sent.
  ///
  /// @param handing number of the mandate that was to be handed over, else 0
  ModelAndView show(
      Page page,
      Actor actor,
      Participant participant,
      long handing,
      Map<String, String> fields,
      Wrong wrong,
      HttpServletRequest request,
      HttpServletResponse response) {
    Stakeholder it = participant.stakeholder();
    Words w = page.words();
    Instant now = clock.instant();
    List<Held> held = new ArrayList<>();
    for (Mandate mandate : mandates.ofStakeholder(it.key())) {
      boolean runs = mandate.endsAt() == null || mandate.endsAt().isAfter(now);
      boolean may = MandatePages.roles(actor, it.key()).contains(mandate.role());
      held.add(
          new Held(
              mandate,
              knows(actor, mandate) ? mandate.person().name() : "",
              runs,
              runs && may,
              actor.isSignedIn() && mandate.person().account() == actor.account()));
    }
    return page.titled(wrong.title(w, name(page, participant)))
        .under("/participants", w.t("participation.participants.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "participation/participant",
            new One(
                participant,
                name(page, participant),
                region(w, it),
                it.state().isEmpty() ? "" : States.name(it.state(), page.language()),
                held,
                participant.withdrawnAt() == null ? MandatePages.roles(actor, it.key()) : List.of(),
                actor.is(Role.SECRETARIAT),
                handing,
                fields,
                wrong,
                fragments.at(request, response, page.link("/actors/%s/line".formatted(it.key()))),
                fragments.at(
                    request,
                    response,
                    page.link("/record/objects/%s/line".formatted(participant.ref())))));
  }

  /// Focal points of a State are its public face. Who else acts for whom is known to those who act
  /// for the same, and to the secretariat; a person at risk to the secretariat alone.
  private static boolean knows(Actor actor, Mandate mandate) {
    boolean face =
        mandate.role() == Role.MAIN_FOCAL_POINT || mandate.role() == Role.ALTERNATE_FOCAL_POINT;
    boolean colleague =
        actor.rights().stream().anyMatch(it -> it.of().equals(mandate.stakeholder().key()));
    return actor.is(Role.SECRETARIAT) || !mandate.person().atRisk() && (face || colleague);
  }

  private ModelAndView write(Page page, Optional<Participant> known, Map<String, String> fields) {
    try {
      Participant written =
          participants.write(
              known,
              new Stakeholder(
                  "",
                  fields.getOrDefault("name", ""),
                  fields.getOrDefault("name_language", page.language().tag()),
                  Field.oneOf(
                      List.of(StakeholderType.values()),
                      StakeholderType::tag,
                      fields.getOrDefault("type", StakeholderType.UNKNOWN.tag())),
                  fields.getOrDefault("state", "").strip().toUpperCase(Locale.ROOT),
                  fields.getOrDefault("region", "").strip(),
                  known
                      .map(it -> it.stakeholder().fictional())
                      .orElse(fields.containsKey("fictional"))),
              fields.getOrDefault("identifier", ""));
      return new ModelAndView("redirect:" + page.link("/participants/" + written.ref()));
    } catch (DomainFailure failure) {
      ModelAndView again =
          form(page, new Form(known, fields, Wrong.of(failure, page.words(), FIELDS)));
      again.setStatus(failure.status());
      return again;
    }
  }

  private static ModelAndView form(Page page, Form form) {
    String title =
        form.known()
            .map(it -> page.words().t("participation.meeting.edit-title", "title", name(page, it)))
            .orElse(page.words().t("participation.participants.new"));
    Page titled =
        page.titled(form.wrong().title(page.words(), title))
            .under("/participants", page.words().t("participation.participants.title"));
    return form.known()
        .map(it -> titled.under("/participants/" + it.ref(), name(page, it)))
        .orElse(titled)
        .show("participation/enter", form);
  }

  private static String name(Page page, Participant it) {
    return it.stakeholder().nameIn(page.language());
  }

  static String region(Words w, Stakeholder it) {
    return it.region().isEmpty()
        ? ""
        : w.find("consultation.region." + it.region())
            .orElseGet(() -> States.regionName(it.region(), w.language()));
  }

  private static Sheet sheet(String name, List<Participant> of) {
    return new Sheet(
        name,
        COLUMNS,
        of.stream()
            .map(it ->
                List.<Object>of(
                    it.ref(),
                    it.stakeholder().key(),
                    it.stakeholder().name(),
                    it.stakeholder().nameLanguage(),
                    it.stakeholder().type().tag(),
                    it.stakeholder().state(),
                    it.stakeholder().region(),
                    it.identifier(),
                    it.withdrawnAt() == null ? "" : it.withdrawnAt().toString(),
                    Boolean.toString(it.stakeholder().fictional())))
            .toList());
  }
}
