package vallarta.compact.review.cycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where a reviewer sees what they are asked to assess, hands in what they found, or steps back.
/// What is another's is not there for them, and what the other reviewer of the same commitment
/// found is not before both are done.
@Controller
@OpenTo(Role.REVIEWER)
class ReviewerPages {

  /// One assessment in the list of its reviewer.
  ///
  /// @param other what the other reviewer found, nothing before both are done
  record Own(Assessment it, Commitment of, Optional<Assessment> other) {}

  record Mine(List<Own> asked, List<Own> done, List<Own> recused) {}

  /// What was typed, as it was.
  record Sent(String verdict, String language, String reasons, String recommendation) {}

  record Form(Assessment it, Commitment of, Sent sent, List<Fault> faults) {}

  private final Reviews reviews;
  private final AssessmentTable table;
  private final Commitments commitments;

  ReviewerPages(Reviews reviews, AssessmentTable table, Commitments commitments) {
    this.reviews = reviews;
    this.table = table;
    this.commitments = commitments;
  }

  @GetMapping("/{language}/reviews/mine")
  ModelAndView mine(Page page, Actor actor) {
    List<Assessment> all = table.ofReviewer(actor.account());
    Map<Long, Commitment> known =
        commitments.list(all.stream().map(Assessment::commitment).distinct().toList()).stream()
            .collect(Collectors.toMap(Commitment::id, Function.identity()));
    List<Own> own =
        all.stream()
            .filter(it -> known.containsKey(it.commitment()))
            .map(it ->
                new Own(
                    it,
                    java.util.Objects.requireNonNull(known.get(it.commitment())),
                    it.isIn() ? reviews.other(it) : Optional.empty()))
            .toList();
    return page.named("review.cycle.mine.title")
        .under("/reviews", page.words().t("review.cycle.title"))
        .show(
            "review/cycle/mine",
            new Mine(
                own.stream().filter(it -> it.it().state() == Assessment.State.ASKED).toList(),
                own.stream().filter(it -> it.it().isIn()).toList(),
                own.stream().filter(it -> it.it().recused() == Ground.SAID).toList()));
  }

  @GetMapping("/{language}/reviews/mine/{ref}")
  ModelAndView form(Page page, Actor actor, @PathVariable String ref) {
    Sent blank = new Sent("", page.language().tag(), "", "");
    return show(page, asked(actor, ref), blank, List.of());
  }

  @PostMapping("/{language}/reviews/mine/{ref}")
  ModelAndView handIn(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String reasons,
      @RequestParam(defaultValue = "") String recommendation) {
    Assessment it = asked(actor, ref);
    Sent sent = new Sent(verdict, language, lines(reasons), lines(recommendation));
    Assessment.Words words = new Assessment.Words(sent.language(), sent.reasons());
    List<Fault> faults = Reviews.faults(sent.verdict(), words, sent.recommendation());
    if (!faults.isEmpty()) {
      ModelAndView again = show(page, it, sent, faults);
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
    reviews.handIn(it, Verdict.of(sent.verdict()), words, sent.recommendation());
    return toMine(page);
  }

  @PostMapping("/{language}/reviews/mine/{ref}/recuse")
  ModelAndView recuse(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String reason) {
    reviews.recuse(asked(actor, ref), reason);
    return toMine(page);
  }

  /// What the reader is asked for, and nobody else.
  private Assessment asked(Actor actor, String ref) {
    Assessment it = reviews.mine(ref, actor.account());
    if (it.state() != Assessment.State.ASKED) {
      throw CycleRefusals.done(ref);
    }
    return it;
  }

  private ModelAndView show(Page page, Assessment it, Sent sent, List<Fault> faults) {
    Commitment of = commitments.get(it.commitmentRef());
    String title = page.words().t("review.cycle.assess", "ref", of.ref());
    return page.titled(
            faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .under("/reviews", page.words().t("review.cycle.title"))
        .under("/reviews/mine", page.words().t("review.cycle.mine.title"))
        .show("review/cycle/assess", new Form(it, of, sent, faults));
  }

  private static String lines(String sent) {
    return sent.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  private static ModelAndView toMine(Page page) {
    return new ModelAndView("redirect:" + page.link("/reviews/mine"));
  }
}
