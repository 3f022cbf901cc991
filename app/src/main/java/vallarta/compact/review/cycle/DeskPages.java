package vallarta.compact.review.cycle;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Fault;

/// Where the secretariat opens a review, has missing reviewers asked, and publishes it.
@Controller
@OpenTo(Role.SECRETARIAT)
class DeskPages {

  private static final int USUAL_SIZE = 10;

  /// What was typed, as it was.
  record Sent(String name, String language, String forum, String year, String size, String seed) {}

  record Form(Sent sent, List<Fault> faults) {}

  private final Reviews reviews;
  private final Clock clock;

  DeskPages(Reviews reviews, Clock clock) {
    this.reviews = reviews;
    this.clock = clock;
  }

  @GetMapping("/{language}/reviews/new")
  ModelAndView form(Page page) {
    String year = Integer.toString(clock.instant().atZone(ZoneOffset.UTC).getYear());
    String size = Integer.toString(USUAL_SIZE);
    return show(page, new Sent("", page.language().tag(), "", year, size, ""), List.of());
  }

  @PostMapping("/{language}/reviews/new")
  ModelAndView open(
      Page page,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String forum,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String size,
      @RequestParam(defaultValue = "") String seed) {
    Sent sent =
        new Sent(name.strip(), language, forum.strip(), year.strip(), size.strip(), seed.strip());
    Long wanted = seed(sent.seed());
    Review.Plan plan =
        new Review.Plan(
            sent.name(),
            sent.language(),
            sent.forum(),
            number(sent.year()),
            number(sent.size()),
            wanted);
    List<Fault> faults = new ArrayList<>(Reviews.faults(plan));
    if (!sent.seed().isEmpty() && wanted == null) {
      faults.add(Fault.of("seed", "REV-266", "review.cycle.failure.seed"));
    }
    if (!faults.isEmpty()) {
      ModelAndView again = show(page, sent, faults);
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
    return to(page, reviews.open(plan, false));
  }

  @PostMapping("/{language}/reviews/{ref}/assign")
  ModelAndView assign(Page page, @PathVariable String ref) {
    return to(page, reviews.assign(reviews.get(ref).id()));
  }

  /// @param consultation reference of the one that takes the recommendations, or empty
  @PostMapping("/{language}/reviews/{ref}/publish")
  ModelAndView publish(
      Page page, @PathVariable String ref, @RequestParam(defaultValue = "") String consultation) {
    return to(page, reviews.publish(reviews.get(ref).id(), consultation));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
  }

  private static @Nullable Long seed(String text) {
    return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  private static ModelAndView show(Page page, Sent sent, List<Fault> faults) {
    String title = page.words().t("review.cycle.new");
    return page.titled(
            faults.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .under("/reviews", page.words().t("review.cycle.title"))
        .show("review/cycle/open", new Form(sent, faults));
  }

  private static ModelAndView to(Page page, Review it) {
    return new ModelAndView("redirect:" + page.link("/reviews/" + it.ref()));
  }
}
