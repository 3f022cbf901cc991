package vallarta.compact.consultation.submission;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.web.Page;

/// Where the secretariat sees what waits and decides of it.
@Controller
@OpenTo(Role.SECRETARIAT)
class ModerationPages {

  record Queue(Codebook book, List<Dossier> waiting, Instant now) {}

  private final Moderation moderation;
  private final Dossiers dossiers;
  private final Consultations consultations;
  private final Clock clock;

  ModerationPages(
      Moderation moderation, Dossiers dossiers, Consultations consultations, Clock clock) {
    this.moderation = moderation;
    this.dossiers = dossiers;
    this.consultations = consultations;
    this.clock = clock;
  }

  @GetMapping("/{language}/submissions/queue")
  ModelAndView queue(Page page) {
    Codebook book = new Codebook(consultations.holdings().thesaurus(), page.words());
    return DraftPages.below(page)
        .titled(page.words().t("consultation.submissions.queue"))
        .wide()
        .show(
            "consultation/submission/queue", new Queue(book, dossiers.waiting(), clock.instant()));
  }

  @PostMapping("/{language}/submissions/{ref}/publish")
  ModelAndView publish(
      Page page, Actor actor, @PathVariable String ref, @RequestParam(defaultValue = "0") int seen)
      throws IOException {
    moderation.publish(handedIn(ref), seen, actor.account());
    return DraftPages.to(page, ref);
  }

  @PostMapping("/{language}/submissions/{ref}/return")
  ModelAndView giveBack(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "") String mend) {
    moderation.giveBack(handedIn(ref).id(), seen, mend, actor.account());
    return DraftPages.to(page, ref);
  }

  @PostMapping("/{language}/submissions/{ref}/decline")
  ModelAndView decline(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "") String reason) {
    moderation.decline(handedIn(ref).id(), seen, reason, actor.account());
    return DraftPages.to(page, ref);
  }

  /// Drafts are none of the secretariat's business.
  private Submission handedIn(String ref) {
    Submission it = dossiers.get(ref).it();
    if (!it.wasHandedIn()) {
      throw Refusals.none(ref);
    }
    return it;
  }
}
