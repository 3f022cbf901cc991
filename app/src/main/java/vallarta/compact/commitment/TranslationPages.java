package vallarta.compact.commitment;

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
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.commitment.TranslationTable.Translation;
import vallarta.compact.language.Language;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where the owner's writers, or the secretariat, translate a published commitment and say who made
/// the translation. The original stays the one that binds.
@Controller
@OpenTo({
  Role.MAIN_FOCAL_POINT,
  Role.ALTERNATE_FOCAL_POINT,
  Role.VALIDATING_FOCAL_POINT,
  Role.CONTRIBUTOR,
  Role.SECRETARIAT
})
class TranslationPages {

  /// @param to tags of the languages that it can be translated to
  /// @param typed what stands in the form, empty where no language is chosen yet
  /// @param seen the edition that the writer saw
  record View(
      Commitment it,
      List<Translation> known,
      List<String> to,
      Optional<Translation> typed,
      int seen,
      List<Fault> faults) {}

  private final Commitments commitments;
  private final Translations translations;

  TranslationPages(Commitments commitments, Translations translations) {
    this.commitments = commitments;
    this.translations = translations;
  }

  @GetMapping("/{language}/commitments/{ref}/translations")
  ModelAndView form(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String to) {
    Commitment it = translatable(actor, ref);
    List<Translation> known = translations.of(it);
    if (!to(it).contains(to)) {
      return show(page, new View(it, known, to(it), Optional.empty(), 0, List.of()));
    }
    Translation typed =
        known.stream()
            .filter(each -> each.language().equals(to))
            .findFirst()
            .orElse(new Translation(0, it.id(), to, "", "", "", false, it.version(), 0));
    return show(page, new View(it, known, to(it), Optional.of(typed), typed.edition(), List.of()));
  }

  /// @param seen edition of the translation that the writer saw, 0 for none
  /// @param version of the commitment that was translated
  @PostMapping("/{language}/commitments/{ref}/translations")
  ModelAndView enter(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String maker,
      @RequestParam(defaultValue = "false") String machine,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "0") int version) {
    Commitment it = translatable(actor, ref);
    Translation typed =
        new Translation(
            0,
            it.id(),
            to,
            title.strip(),
            text.strip(),
            maker.strip(),
            machine.equals("true"),
            Math.clamp(version, 1, it.version()),
            seen);
    List<Fault> faults = Translations.faults(it, typed);
    if (!faults.isEmpty()) {
      return again(page, it, typed, faults, HttpStatus.UNPROCESSABLE_ENTITY);
    }
    try {
      translations.enter(it, typed, seen, actor.account());
    } catch (DomainFailure failure) {
      Fault fault = Fault.of("to", failure);
      return again(page, it, typed, List.of(fault), failure.status());
    }
    return new ModelAndView("redirect:" + page.link("/commitments/" + ref));
  }

  private ModelAndView again(
      Page page, Commitment it, Translation typed, List<Fault> faults, HttpStatus status) {
    ModelAndView again =
        show(
            page,
            new View(it, translations.of(it), to(it), Optional.of(typed), typed.edition(), faults));
    again.setStatus(status);
    return again;
  }

  private Commitment translatable(Actor actor, String ref) {
    Commitment it = commitments.get(ref);
    if (!actor.is(Role.SECRETARIAT)) {
      actor.mustBeFor(it.owner().key(), Hands.WRITE);
    }
    return it;
  }

  private static List<String> to(Commitment it) {
    return Language.list().stream()
        .map(Language::tag)
        .filter(tag -> !tag.equals(it.told().language()))
        .toList();
  }

  private static ModelAndView show(Page page, View view) {
    String title = page.words().t("commitment.translations", "ref", view.it().ref());
    return page.titled(
            view.faults().isEmpty()
                ? title
                : page.words().t("web.form.error-title", "title", title))
        .under("/commitments", page.words().t("commitment.title"))
        .under(
            "/commitments/" + view.it().ref(),
            view.it().told().title(),
            view.it().told().language())
        .show("commitment/translations", view);
  }
}
