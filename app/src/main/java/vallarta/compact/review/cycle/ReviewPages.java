package vallarta.compact.review.cycle;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.review.voice.Replies;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;

/// Reviews for everybody: which there are, what each drew and why, how often two reviewers agreed,
/// and what they found. Who they are is on no page.
@Controller
@OpenToAll
class ReviewPages {

  /// A review in a list.
  ///
  /// @param complete with how many commitments both reviewers are done
  /// @param findings nothing before it is published
  record Line(Review it, long complete, List<Finding> findings, Map<Ground, Integer> recusals) {}

  record All(List<Line> lines, boolean decides) {}

  /// A commitment that was drawn.
  ///
  /// @param finding null before the review is published
  record Drawn(Review.Drawn it, Commitment of, @Nullable Finding finding) {}

  /// @param statements what recommendations became, by the reference of the assessment
  /// @param missing how many reviewers could not be found
  /// @param calls consultations that may take the recommendations
  record One(
      Codebook book,
      Line line,
      List<Drawn> sample,
      Map<String, String> statements,
      boolean decides,
      long missing,
      List<Consultation> calls,
      Content history) {}

  /// What was found of one commitment, with the right to answer it.
  record Found(Finding finding, List<Replies.Right> rights) {}

  /// @param statements what recommendations became, by the reference of the assessment
  record Column(Codebook book, List<Found> found, Map<String, String> statements) {}

  private final Reviews reviews;
  private final ReviewTable table;
  private final AssessmentTable assessments;
  private final Recommendations recommendations;
  private final Replies replies;
  private final Commitments commitments;
  private final Consultations consultations;
  private final Fragments fragments;

  ReviewPages(
      Reviews reviews,
      ReviewTable table,
      AssessmentTable assessments,
      Recommendations recommendations,
      Replies replies,
      Commitments commitments,
      Consultations consultations,
      Fragments fragments) {
    this.reviews = reviews;
    this.table = table;
    this.assessments = assessments;
    this.recommendations = recommendations;
    this.replies = replies;
    this.commitments = commitments;
    this.consultations = consultations;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/reviews")
  ModelAndView list(Page page, Actor actor) {
    return page.named("review.cycle.title")
        .under("/commitments", page.words().t("commitment.title"))
        .data(Format.CSV, Format.JSON)
        .show("review/cycle/reviews", new All(lines(), actor.is(Role.SECRETARIAT)));
  }

  @GetMapping({"/{language}/reviews.csv", "/{language}/reviews.json"})
  ResponseEntity<byte[]> list(Format format) {
    return Download.of(format, CycleSheets.reviews(lines()));
  }

  @GetMapping("/{language}/reviews/{ref}")
  ModelAndView one(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Review it = reviews.get(ref);
    Line line = line(it);
    boolean decides = actor.is(Role.SECRETARIAT) && !it.isPublished();
    Map<Long, Commitment> known =
        commitments.list(it.sample().stream().map(Review.Drawn::commitment).toList()).stream()
            .collect(Collectors.toMap(Commitment::id, Function.identity()));
    return page.titled(it.name())
        .under("/reviews", page.words().t("review.cycle.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "review/cycle/review",
            new One(
                book(page),
                line,
                it.sample().stream()
                    .filter(drawn -> known.containsKey(drawn.commitment()))
                    .map(drawn ->
                        new Drawn(
                            drawn,
                            java.util.Objects.requireNonNull(known.get(drawn.commitment())),
                            Finding.about(drawn.commitment(), line.findings())))
                    .toList(),
                recommendations.statements(it),
                decides,
                decides ? missing(it) : 0,
                decides ? consultations.holdings().consultations() : List.of(),
                fragments.at(
                    request, response, page.link("/record/objects/%s/line".formatted(ref)))));
  }

  @GetMapping({"/{language}/reviews/{ref}.csv", "/{language}/reviews/{ref}.json"})
  ResponseEntity<byte[]> one(@PathVariable String ref, Format format) {
    Review it = reviews.get(ref);
    return Download.of(
        format, CycleSheets.sample(it, table.findings(it.id()), recommendations.statements(it)));
  }

  /// What independent reviewers found of a commitment, as a part of its page: empty while nobody
  /// looked.
  @GetMapping("/{language}/commitments/{ref}/assessments")
  ModelAndView ofCommitment(Page page, Actor actor, @PathVariable String ref) {
    return page.show(
        "review/cycle/assessments",
        commitments
            .find(ref)
            .map(it -> column(page, it, actor))
            .orElseGet(() -> new Column(book(page), List.of(), Map.of())));
  }

  private Column column(Page page, Commitment of, Actor actor) {
    List<Finding> findings = table.findingsOf(of.id());
    Map<String, String> statements =
        findings.stream()
            .map(it -> it.stands().review())
            .distinct()
            .flatMap(id -> table.find(id).stream())
            .flatMap(it -> recommendations.statements(it).entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Column(
        book(page),
        findings.stream()
            .map(it -> new Found(it, it.both().map(each -> right(of, each, actor)).toList()))
            .toList(),
        statements);
  }

  private Replies.Right right(Commitment of, Assessment it, Actor actor) {
    return replies.of(of, it.ref(), java.util.Objects.requireNonNull(it.publishedAt()), actor);
  }

  private List<Line> lines() {
    return table.list().stream().map(this::line).toList();
  }

  private Line line(Review it) {
    return new Line(
        it, reviews.complete(it), table.findings(it.id()), assessments.recusals(it.id()));
  }

  private long missing(Review it) {
    long there =
        assessments.ofReview(it.id()).stream().filter(each -> each.recused() == null).count();
    return (long) it.sample().size() * Panel.EACH - there;
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }
}
