package vallarta.compact.review.voice;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where actors answer what was said of them, and where everybody sees how the clocks stand.
@Controller
class ReplyPages {

  /// @param about reference of what is answered
  /// @param actors for whom the reader may answer
  record Form(
      Codebook book,
      Commitment commitment,
      String about,
      String stakeholder,
      String language,
      String text,
      List<Stakeholder> actors,
      List<Fault> faults) {}

  /// @param rights what was said last first
  record Clocks(Codebook book, List<Map.Entry<Commitment, Replies.Right>> rights) {}

  private final Replies replies;
  private final Consultations consultations;

  ReplyPages(Replies replies, Consultations consultations) {
    this.replies = replies;
    this.consultations = consultations;
  }

  @OpenToAll
  @GetMapping("/{language}/replies")
  ModelAndView clocks(Page page, Actor actor) {
    return page.named("review.voice.replies.title")
        .under("/parallel-reports", page.words().t("review.voice.title"))
        .data(Format.CSV, Format.JSON)
        .show("review/voice/replies", new Clocks(book(page), replies.list(actor)));
  }

  @OpenToAll
  @GetMapping({"/{language}/replies.csv", "/{language}/replies.json"})
  ResponseEntity<byte[]> clocks(Page page, Actor actor, Format format) {
    return Download.of(format, ReplySheet.of(replies.list(actor)));
  }

  @OpenTo(
      value = {Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR},
      ofAny = true)
  @GetMapping("/{language}/replies/new")
  ModelAndView form(Page page, Actor actor, @RequestParam(defaultValue = "") String about) {
    return show(page, actor, about, "", page.language().tag(), "", List.of());
  }

  /// @param stakeholder in whose name the reader answers
  @OpenTo({Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/replies/new")
  ModelAndView give(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String stakeholder,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String text) {
    Commitment of = replies.commitment(about);
    actor.mustBeFor(stakeholder, Replies.ANSWER);
    List<Fault> faults = Replies.faults(language, text);
    if (!faults.isEmpty()) {
      ModelAndView again = show(page, actor, about, stakeholder, language, text, faults);
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
    Reply given = replies.give(about, stakeholder, language, text, actor.account());
    return new ModelAndView(
        "redirect:" + page.link("/commitments/" + of.ref()) + "#" + given.ref());
  }

  private ModelAndView show(
      Page page,
      Actor actor,
      String about,
      String stakeholder,
      String language,
      String text,
      List<Fault> faults) {
    Commitment of = replies.commitment(about);
    List<Stakeholder> actors =
        of.actors().stream()
            .map(Commitment.Actor::stakeholder)
            .filter(it -> actor.isFor(it.key(), Replies.ANSWER))
            .toList();
    if (actors.isEmpty()) {
      throw new AccessDeniedException("no actor of " + of.ref());
    }
    String title = page.words().t("review.voice.reply.title", "ref", about);
    return page.titled(
            faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .under("/commitments", page.words().t("commitment.title"))
        .under("/commitments/" + of.ref(), of.told().title(), of.told().language())
        .show(
            "review/voice/replyform",
            new Form(book(page), of, about, stakeholder, language, text, actors, faults));
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }
}
