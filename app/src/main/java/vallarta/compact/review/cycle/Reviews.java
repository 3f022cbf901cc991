package vallarta.compact.review.cycle;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.language.Language;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.review.voice.VoiceNews;
import vallarta.compact.store.Revision;
import vallarta.compact.web.Field;
import vallarta.compact.web.part.Fault;

/// How a review goes on: the secretariat opens it, reviewers hand in what they found or step back,
/// and the secretariat publishes all of it at once. It writes no finding and reads none before both
/// reviewers of a commitment are done.
@Service
class Reviews {

  static final int MOST = 500;
  private static final int FIRST_YEAR = 2019;
  private static final int LAST_YEAR = 2100;
  private static final String KEY = "review.cycle.failure.";

  private final ReviewTable table;
  private final AssessmentTable assessments;
  private final Candidates candidates;
  private final Panel panel;
  private final Recommendations recommendations;
  private final Commitments commitments;
  private final VoiceNews news;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Reviews(
      ReviewTable table,
      AssessmentTable assessments,
      Candidates candidates,
      Panel panel,
      Recommendations recommendations,
      Commitments commitments,
      VoiceNews news,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.assessments = assessments;
    this.candidates = candidates;
    this.panel = panel;
    this.recommendations = recommendations;
    this.commitments = commitments;
    this.news = news;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// The one of that reference.
  ///
  /// @throws vallarta.compact.web.DomainFailure answered with 404
  @Transactional(readOnly = true)
  Review get(String ref) {
    return Review.number(ref).flatMap(table::find).orElseThrow(() -> CycleRefusals.none(ref));
  }

  /// What is wrong with what is said of one to open, field by field.
  static List<Fault> faults(Review.Plan it) {
    List<Fault> faults = new ArrayList<>();
    if (it.name().isBlank() || it.name().length() > Field.LINE) {
      faults.add(Fault.of("name", "REV-255", KEY + "name", "most", Field.LINE));
    }
    if (it.forum().length() > Field.LINE) {
      faults.add(Fault.of("forum", "REV-256", KEY + "forum", "most", Field.LINE));
    }
    if (Language.find(it.language()).isEmpty()) {
      faults.add(Fault.of("language", "REV-257", KEY + "language"));
    }
    if (it.year() < FIRST_YEAR || it.year() > LAST_YEAR) {
      faults.add(
          Fault.of(
              "year",
              "REV-258",
              KEY + "year",
              "first",
              Integer.toString(FIRST_YEAR),
              "last",
              Integer.toString(LAST_YEAR)));
    }
    if (it.size() < 1 || it.size() > MOST) {
      faults.add(Fault.of("size", "REV-259", KEY + "size", "most", MOST));
    }
    return faults;
  }

  /// Opens a review: draws its commitments and asks reviewers.
  ///
  /// @param plan without faults
  @Transactional
  Review open(Review.Plan plan, boolean fictional) {
    List<Sample.Candidate> done = candidates.list();
    if (done.isEmpty()) {
      throw CycleRefusals.nothingDone();
    }
    int reviewers = panel.members().size();
    if (reviewers < Panel.EACH) {
      throw CycleRefusals.fewReviewers(reviewers);
    }
    Long wanted = plan.seed();
    long seed = wanted == null ? random.nextInt(1_000_000_000) : wanted;
    long id = table.insert(plan, seed, fictional, now());
    Sample.draw(done, plan.size(), seed).forEach(it -> table.draw(id, it));
    Review review = table.find(id).orElseThrow();
    panel.fill(review);
    publicRecord.enter(List.of(new Act(ActType.REVIEW_OPENED, CycleFacts.of(review))));
    revision.touch();
    return review;
  }

  /// Asks reviewers where some are missing.
  @Transactional
  Review assign(long id) {
    Review review = open(id);
    panel.fill(review);
    return review;
  }

  /// The assessment of that reference, for its reviewer alone.
  ///
  /// @throws vallarta.compact.web.DomainFailure answered with 404, for that of another too
  @Transactional(readOnly = true)
  Assessment mine(String ref, long account) {
    return Assessment.number(ref)
        .flatMap(assessments::find)
        .filter(it -> it.reviewer() == account)
        .orElseThrow(() -> CycleRefusals.noAssessment(ref));
  }

  /// What the other reviewer of the same commitment found, once both are done.
  @Transactional(readOnly = true)
  Optional<Assessment> other(Assessment mine) {
    return Finding.of(assessments.of(mine.review(), mine.commitment()))
        .filter(both -> both.both().anyMatch(it -> it.id() == mine.id()))
        .flatMap(both -> both.both().filter(it -> it.id() != mine.id()).findFirst());
  }

  /// What is wrong with what a reviewer hands in, field by field.
  static List<Fault> faults(String verdict, Assessment.Words words, String recommendation) {
    List<Fault> faults = new ArrayList<>();
    if (java.util.Arrays.stream(Verdict.values()).noneMatch(it -> it.tag().equals(verdict))) {
      faults.add(Fault.of("verdict", "REV-263", KEY + "verdict"));
    }
    if (words.reasons().isBlank()) {
      faults.add(Fault.of("reasons", "REV-264", KEY + "reasons"));
    }
    length(faults, "reasons", words.reasons());
    length(faults, "recommendation", recommendation);
    if (Language.find(words.language()).isEmpty()) {
      faults.add(Fault.of("language", "REV-257", KEY + "language"));
    }
    return faults;
  }

  /// A reviewer hands in what they found. Who has come to have to do with the commitment since they
  /// were asked is recused, and another is asked.
  ///
  /// @return it, handed in or recused
  @Transactional
  Assessment handIn(
      Assessment mine, Verdict verdict, Assessment.Words words, String recommendation) {
    Review review = open(mine.review());
    Optional<Ground> bars = panel.bars(mine.reviewer(), mine.commitment());
    boolean taken =
        bars.isPresent()
            ? assessments.recuse(mine.id(), bars.get(), "")
            : assessments.handIn(mine.id(), verdict, words, recommendation, now());
    if (!taken) {
      throw CycleRefusals.done(mine.ref());
    }
    if (bars.isPresent()) {
      panel.fill(review);
    }
    return assessments.find(mine.id()).orElseThrow();
  }

  /// A reviewer steps back, and another is asked.
  ///
  /// @param reason for the secretariat alone
  @Transactional
  void recuse(Assessment mine, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > Field.TEXT) {
      throw CycleRefusals.whyRecused();
    }
    Review review = open(mine.review());
    if (!assessments.recuse(mine.id(), Ground.SAID, why)) {
      throw CycleRefusals.done(mine.ref());
    }
    panel.fill(review);
  }

  /// How many commitments of a review both reviewers are done with.
  @Transactional(readOnly = true)
  long complete(Review review) {
    return findings(review).size();
  }

  /// Publishes what all reviewers found, at once; what they recommend becomes statements of the
  /// next cycle.
  ///
  /// @param consultation reference of the one that takes the statements, or empty
  @Transactional
  Review publish(long id, String consultation) {
    Review review = open(id);
    List<Finding> found = findings(review);
    if (found.size() < review.sample().size()) {
      throw CycleRefusals.notAllIn(review.ref(), review.sample().size() - (long) found.size());
    }
    Instant now = now();
    assessments.publish(id, now);
    table.publish(id, now);
    Review after = table.find(id).orElseThrow();
    List<Act> acts = new ArrayList<>();
    for (Finding each : found) {
      Finding finding = table.insert(each, now);
      finding.both().forEach(it -> acts.add(act(CycleFacts.of(it))));
      acts.add(act(CycleFacts.of(finding)));
    }
    acts.add(new Act(ActType.CORRECTION, CycleFacts.of(after)));
    publicRecord.enter(acts);
    tell(found);
    recommendations.hand(after, found, consultation);
    revision.touch();
    return after;
  }

  private void tell(List<Finding> found) {
    Map<Long, Commitment> known =
        commitments.list(found.stream().map(it -> it.stands().commitment()).toList()).stream()
            .collect(Collectors.toMap(Commitment::id, Function.identity()));
    for (Finding finding : found) {
      Commitment of = known.get(finding.stands().commitment());
      if (of != null) {
        finding.both().forEach(it -> news.published(it.ref(), of));
      }
    }
  }

  /// The findings as they stand, of the commitments with which both reviewers are done.
  private List<Finding> findings(Review review) {
    return review.sample().stream()
        .flatMap(it -> Finding.of(assessments.of(review.id(), it.commitment())).stream())
        .toList();
  }

  private static Act act(vallarta.compact.record.Facts facts) {
    return new Act(ActType.FINDING_PUBLISHED, facts);
  }

  /// One on which reviewers are at work, held until the end of the transaction.
  private Review open(long id) {
    Review review = table.hold(id).orElseThrow(() -> CycleRefusals.none("RV-" + id));
    if (review.isPublished()) {
      throw CycleRefusals.over(review.ref());
    }
    return review;
  }

  private static void length(List<Fault> faults, String field, String text) {
    if (text.length() > Field.TEXT) {
      faults.add(
          Fault.of(field, "REV-265", KEY + "long", "count", text.length(), "most", Field.TEXT));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
