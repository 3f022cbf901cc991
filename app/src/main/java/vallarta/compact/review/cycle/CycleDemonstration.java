package vallarta.compact.review.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Role;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;

/// A review of the demonstration: of what its fictional actors declare done, by invented reviewers
/// who differ. One of them is kept out of what their own State declares.
@Component
class CycleDemonstration implements Demonstration {

  private static final Instant BEGAN = Instant.parse("2025-01-01T00:00:00Z");

  /// What the first and the second who are asked find.
  private static final List<Verdict> FOUND = List.of(Verdict.MOSTLY_KEPT, Verdict.PARTLY_KEPT);

  private static final Map<Verdict, String> REASONS =
      Map.of(
          Verdict.MOSTLY_KEPT,
          "The law is in force and the register is public, with more recruiters than the target asks for. That fees"
              + " are paid under other names is not disputed, and is for the courts.",
          Verdict.PARTLY_KEPT,
          "The register is there. The commitment is that workers pay no fees, and most of the women who were asked"
              + " did pay; no licence was withdrawn. What was promised has reached half of those it is for.");

  private final Reviews reviews;
  private final ReviewTable table;
  private final AssessmentTable assessments;
  private final Candidates candidates;
  private final Persons persons;
  private final Mandates mandates;
  private final Stakeholders stakeholders;

  CycleDemonstration(
      Reviews reviews,
      ReviewTable table,
      AssessmentTable assessments,
      Candidates candidates,
      Persons persons,
      Mandates mandates,
      Stakeholders stakeholders) {
    this.reviews = reviews;
    this.table = table;
    this.assessments = assessments;
    this.candidates = candidates;
    this.persons = persons;
    this.mandates = mandates;
    this.stakeholders = stakeholders;
  }

  @Override
  public int order() {
    return 1030;
  }

  @Override
  @Transactional
  public void load(Progress progress) {
    if (!table.list().isEmpty() || candidates.list().isEmpty()) {
      return;
    }
    reviewer("Ines Duarte", "reviewer2@example.org", "es-univ-calvera");
    reviewer("Ravi Menon", "reviewer3@example.org", "en-omp");
    Review review =
        reviews.open(
            new Review.Plan("Yearly review of the exercise", "en", "", 2026, 3, 2026L), true);
    for (Review.Drawn drawn : review.sample()) {
      List<Assessment> asked =
          assessments.of(review.id(), drawn.commitment()).stream()
              .filter(it -> it.state() == Assessment.State.ASKED)
              .toList();
      for (int i = 0; i < asked.size(); i++) {
        Verdict verdict = FOUND.get(i);
        reviews.handIn(
            asked.get(i),
            verdict,
            new Assessment.Words("en", REASONS.getOrDefault(verdict, "")),
            "");
      }
    }
    if (reviews.complete(review) == review.sample().size()) {
      reviews.publish(review.id(), "");
    }
  }

  private void reviewer(String name, String email, String stakeholder) {
    Person person = persons.withAccount(persons.register(name, email, Language.EN, true));
    if (mandates.ofPerson(person.id()).isEmpty()) {
      Stakeholder of = stakeholders.find(stakeholder).orElseThrow();
      mandates.give(person, of, Role.REVIEWER, BEGAN, null, 0);
    }
  }
}
