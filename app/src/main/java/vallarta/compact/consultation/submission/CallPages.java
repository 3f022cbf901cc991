package vallarta.compact.consultation.submission;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Calls for submissions: as parts of pages for everybody, and where the secretariat announces them
/// and moves their deadlines.
@Controller
class CallPages {

  /// An open call.
  ///
  /// @param deadline that holds for the reader
  record Open(Consultation consultation, Deadline deadline) {}

  /// @param submits whether the reader speaks for somebody
  /// @param waiting how many submissions wait for the secretariat; -1 to all others
  record OpenCalls(List<Open> calls, Instant now, boolean submits, int waiting) {}

  /// How many submissions came to a consultation, and what became of them.
  ///
  /// @param confidential how many of them are in no list
  record Counts(long received, long confidential, long late, long published, long declined) {

    static Counts of(List<Dossier> all) {
      List<Submission> came =
          all.stream().map(Dossier::it).filter(Submission::wasHandedIn).toList();
      return new Counts(
          came.size(),
          came.stream().filter(it -> !it.recorded()).count(),
          came.stream().filter(Submission::isLate).count(),
          came.stream().filter(it -> it.state() == Submission.State.PUBLISHED).count(),
          came.stream().filter(it -> it.state() == Submission.State.DECLINED).count());
    }
  }

  /// An extension with the name of the one for whom it is.
  ///
  /// @param whom empty for all
  record Moved(Extension it, Deadline to, Optional<Stakeholder> whom) {}

  /// @param announced the deadline as it was announced, empty where nothing is called for
  /// @param standing that holds for the reader
  /// @param own submissions of those for whom the reader speaks
  /// @param begins whether the reader can begin a submission
  record OfConsultation(
      Codebook book,
      Consultation it,
      Optional<Deadline> announced,
      Optional<Deadline> standing,
      List<Moved> moved,
      Counts counts,
      List<Dossier> own,
      boolean begins,
      boolean keeps,
      Instant now) {}

  /// @param fields what was entered
  record Form(
      Codebook book,
      Consultation it,
      Optional<Deadline> standing,
      List<Moved> moved,
      List<Stakeholder> stakeholders,
      Map<String, String> fields,
      List<String> languages,
      boolean takesLate,
      Instant now,
      Optional<Fault> wrong) {

    String field(String name) {
      return fields.getOrDefault(name, "");
    }

    Optional<Fault> at(String field) {
      return wrong.filter(it -> it.field().equals(field));
    }
  }

  private final Calls calls;
  private final Dossiers dossiers;
  private final Consultations consultations;
  private final Stakeholders stakeholders;
  private final Clock clock;

  CallPages(
      Calls calls,
      Dossiers dossiers,
      Consultations consultations,
      Stakeholders stakeholders,
      Clock clock) {
    this.calls = calls;
    this.dossiers = dossiers;
    this.consultations = consultations;
    this.stakeholders = stakeholders;
    this.clock = clock;
  }

  /// The calls that are open, the one that ends first before the others.
  @OpenToAll
  @GetMapping("/{language}/submissions/calls")
  ModelAndView open(Page page, Actor actor) {
    List<String> keys = actor.of(Submitters.ROLES).stream().sorted().toList();
    Instant now = clock.instant();
    List<Open> open =
        consultations.holdings().consultations().stream()
            .flatMap(it -> standing(it, keys).map(due -> new Open(it, due)).stream())
            .filter(it -> !it.deadline().isOverAt(now))
            .sorted(Comparator.comparing(it -> it.deadline().at().toInstant()))
            .toList();
    int waiting = actor.is(Role.SECRETARIAT) ? dossiers.waiting().size() : -1;
    return page.show(
        "consultation/submission/calls",
        new OpenCalls(open, now, actor.is(Submitters.ROLES), waiting));
  }

  /// The call of a consultation, as a part of its page.
  @OpenToAll
  @GetMapping("/{language}/consultations/{ref}/call")
  ModelAndView call(Page page, Actor actor, @PathVariable String ref) {
    Consultation it = calls.get(ref);
    List<String> keys = actor.of(Submitters.ROLES).stream().sorted().toList();
    List<Dossier> all = dossiers.ofConsultation(ref);
    return page.show(
        "consultation/submission/call",
        new OfConsultation(
            book(page),
            it,
            announced(it),
            standing(it, keys),
            moved(it),
            Counts.of(all),
            all.stream().filter(dossier -> Submitters.owns(actor, dossier.it())).toList(),
            keys.stream().anyMatch(key -> calls.isOpen(it, key)),
            actor.is(Role.SECRETARIAT),
            clock.instant()));
  }

  @OpenTo(Role.SECRETARIAT)
  @GetMapping("/{language}/consultations/{ref}/call/edit")
  ModelAndView edit(Page page, @PathVariable String ref) {
    Consultation it = calls.get(ref);
    Consultation.Call call = it.call();
    return form(
        page,
        it,
        Map.of(),
        call == null ? List.of() : call.languages().stream().map(Language::tag).toList(),
        call != null && call.takesLate(),
        Optional.empty());
  }

  /// Announces the call, or changes what it takes.
  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/consultations/{ref}/call")
  ModelAndView announce(
      Page page, @PathVariable String ref, @RequestParam MultiValueMap<String, String> fields) {
    Consultation it = calls.get(ref);
    List<String> languages = fields.getOrDefault("language", List.of());
    boolean takesLate = fields.containsKey("late");
    Map<String, String> entered = fields.toSingleValueMap();
    try {
      LocalDateTime deadline =
          it.call() == null ? time(entered.getOrDefault("deadline", "")) : it.call().deadline();
      calls.announce(
          ref,
          deadline,
          entered.getOrDefault("zone", ""),
          new Consultation.Call(
              deadline,
              null,
              languages.stream().flatMap(tag -> Language.find(tag).stream()).toList(),
              takesLate));
    } catch (DomainFailure failure) {
      String field = failure.code().equals("CONS-044") ? "zone" : "deadline";
      return form(page, it, entered, languages, takesLate, Optional.of(Fault.of(field, failure)));
    }
    return back(page, it);
  }

  @OpenTo(Role.SECRETARIAT)
  @PostMapping("/{language}/consultations/{ref}/call/extend")
  ModelAndView extend(
      Page page, Actor actor, @PathVariable String ref, @RequestParam Map<String, String> fields) {
    Consultation it = calls.get(ref);
    try {
      calls.extend(
          ref,
          fields.getOrDefault("whom", "").strip(),
          time(fields.getOrDefault("to", "")),
          fields.getOrDefault("reason", ""),
          actor.account());
    } catch (DomainFailure failure) {
      String field =
          switch (failure.code()) {
            case "CONS-041" -> "reason";
            case "CONS-037" -> "whom";
            default -> "to";
          };
      Consultation.Call call = it.call();
      return form(
          page,
          it,
          fields,
          call == null ? List.of() : call.languages().stream().map(Language::tag).toList(),
          call != null && call.takesLate(),
          Optional.of(Fault.of(field, failure)));
    }
    return back(page, it);
  }

  private ModelAndView form(
      Page page,
      Consultation it,
      Map<String, String> fields,
      List<String> languages,
      boolean takesLate,
      Optional<Fault> wrong) {
    String title = page.words().t("consultation.call.edit");
    ModelAndView shown =
        page.titled(
                wrong.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
            .under("/consultations", page.words().t("consultation.consultations.title"))
            .under("/consultations/" + it.ref(), it.title())
            .show(
                "consultation/submission/announce",
                new Form(
                    book(page),
                    it,
                    calls.deadline(it, ""),
                    moved(it),
                    known(page),
                    fields,
                    languages,
                    takesLate,
                    clock.instant(),
                    wrong));
    wrong.ifPresent(fault -> shown.setStatus(fault.failure().status()));
    return shown;
  }

  private List<Stakeholder> known(Page page) {
    Codebook book = book(page);
    return stakeholders.list().values().stream()
        .filter(Stakeholder::isKnown)
        .sorted(Comparator.comparing(book::voice, page.words().order()))
        .toList();
  }

  /// The latest of the deadlines that hold for these.
  private Optional<Deadline> standing(Consultation it, List<String> keys) {
    return keys.stream()
        .flatMap(key -> calls.deadline(it, key).stream())
        .max(Comparator.comparing(due -> due.at().toInstant()))
        .or(() -> calls.deadline(it, ""));
  }

  private static Optional<Deadline> announced(Consultation it) {
    return Calls.deadline(it, List.of(), "");
  }

  private List<Moved> moved(Consultation it) {
    ZoneId zone = it.zone();
    Map<String, Stakeholder> all = stakeholders.list();
    return zone == null
        ? List.of()
        : calls.extensions(it.ref()).stream()
            .map(extension ->
                new Moved(
                    extension,
                    Deadline.of(extension.deadline(), zone, extension.id()),
                    Optional.ofNullable(all.get(extension.stakeholder()))))
            .toList();
  }

  private static LocalDateTime time(String text) {
    try {
      return LocalDateTime.parse(text.strip().replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw Refusals.unprocessable("CONS-042", "no-time", Map.of());
    }
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }

  private static ModelAndView back(Page page, Consultation it) {
    return new ModelAndView("redirect:" + page.link("/consultations/" + it.ref()) + "#call");
  }
}
