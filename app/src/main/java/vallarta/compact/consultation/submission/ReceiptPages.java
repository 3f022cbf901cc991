package vallarta.compact.consultation.submission;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.document.Paper;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.Templates;
import vallarta.compact.web.part.Term;

/// The receipt of what was handed in, to keep: what it was by its hash, when it came, whether that
/// was in time, and how to check all this without this site.
@Controller
@OpenTo({
  Role.SECRETARIAT,
  Role.MAIN_FOCAL_POINT,
  Role.ALTERNATE_FOCAL_POINT,
  Role.VALIDATING_FOCAL_POINT,
  Role.DELEGATE,
  Role.CONTRIBUTOR
})
class ReceiptPages {

  /// @param who name of the person who handed it in, or empty
  /// @param address of the submission, to cite
  /// @param record whole address of its history in the public record
  /// @param thread what came of it, and how its submitter hears of that, as a later stage tells it
  /// @param verify whole address of the page that looks up a file in the record
  record View(
      Codebook book,
      Dossier dossier,
      Receipt receipt,
      String who,
      String address,
      String record,
      String verify,
      Content thread) {

    /// All that it tells.
    List<Term> terms(Words w) {
      Submission.Handed what = receipt.arrival().what();
      return List.of(
          Term.code(w.t("consultation.reference"), dossier.it().ref()),
          Term.of(w.t("consultation.title"), what.title()).in(dossier.it().told().language()),
          Term.of(w.t("consultation.submission.owner"), book.voice(dossier.owner()))
              .in(dossier.owner().nameLanguage()),
          Term.of(w.t("consultation.submission.by"), who),
          Term.of(w.t("consultation.consultation"), dossier.consultation().title())
              .in(dossier.consultation().titleLanguage()),
          Term.of(w.t("consultation.submission.received"), receipt.received(w)),
          Term.of(w.t("consultation.submission.again"), receipt.last(w)),
          Term.of(
              w.t("consultation.call.deadline"), receipt.deadline().map(it -> it.in(w)).orElse("")),
          Term.of(w.t("consultation.submission.standing"), receipt.standing(w)),
          Term.of(w.t("consultation.file"), what.fileName()),
          Term.of(
              w.t("consultation.size"),
              w.t("consultation.submission.bytes", "count", what.bytes())),
          Term.code(w.t("consultation.hash"), what.sha256()));
    }
  }

  private final Dossiers dossiers;
  private final Persons persons;
  private final Consultations consultations;
  private final Fragments fragments;

  ReceiptPages(
      Dossiers dossiers, Persons persons, Consultations consultations, Fragments fragments) {
    this.dossiers = dossiers;
    this.persons = persons;
    this.consultations = consultations;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/submissions/{ref}/receipt")
  ModelAndView receipt(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Content thread = fragments.at(request, response, page.link("/thread/" + ref));
    View view = view(page, actor, ref, thread);
    return DraftPages.below(page)
        .under("/submissions/" + ref, ref)
        .named("consultation.submission.receipt.title", "ref", ref)
        .show("consultation/submission/receipt", view);
  }

  @GetMapping("/{language}/submissions/{ref}/receipt.pdf")
  ResponseEntity<byte[]> pdf(Page page, Actor actor, @PathVariable String ref) {
    View view = view(page, actor, ref, output -> {});
    return Paper.PDF.answer(
        "receipt-" + ref,
        Templates.render(
            "consultation/submission/receiptpdf", Map.of("w", page.words(), "view", view)));
  }

  private View view(Page page, Actor actor, String ref, Content thread) {
    Dossier dossier = dossiers.get(actor, ref);
    if (!Submitters.owns(actor, dossier.it()) && !Submitters.decides(actor, dossier.it())) {
      throw new AccessDeniedException("the receipt of another");
    }
    Receipt receipt = dossier.receipt().orElseThrow(() -> Refusals.state(dossier.it()));
    Optional<Person> who = persons.findByAccount(receipt.arrival().by());
    return new View(
        new Codebook(consultations.holdings().thesaurus(), page.words()),
        dossier,
        receipt,
        who.map(Person::name).orElse(""),
        page.absolute("/submissions/" + ref),
        page.absolute(page.link("/record/objects/" + ref)),
        page.absolute(page.link("/record/verify")),
        thread);
  }
}
