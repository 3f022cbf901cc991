package vallarta.compact.stocktaking.outcome;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.stocktaking.point.PublishedPoints;

/// One proposed commitment of the demonstration with a need and an offer, and the chair's summary
/// of its exercise; invented as the points of the exercise are.
@Component
class OutcomeDemonstration implements Demonstration {

  private final Outcomes outcomes;
  private final PublishedPoints points;
  private final ChairSummaries summaries;
  private final Meetings meetings;
  private final Persons persons;

  OutcomeDemonstration(
      Outcomes outcomes,
      PublishedPoints points,
      ChairSummaries summaries,
      Meetings meetings,
      Persons persons) {
    this.outcomes = outcomes;
    this.summaries = summaries;
    this.points = points;
    this.meetings = meetings;
    this.persons = persons;
  }

  @Override
  public int order() {
    return 310;
  }

  @Override
  public void load(Progress progress) {
    List<PublishedPoints.Published> accepted =
        points.list().stream().filter(PublishedPoints.Published::isFinal).toList();
    if (accepted.isEmpty() || !outcomes.list().isEmpty()) {
      return;
    }
    PublishedPoints.Published point = accepted.getFirst();
    Proposal made =
        outcomes.propose(
            meetings.session(point.session()),
            List.of(point.kept().ref()),
            "Ferrenland would publish its data on migration, by age, sex and status, each year.",
            "en",
            "national",
            "every year from 2028",
            persons.findByEmail("rapporteur@example.org").orElseThrow().account());
    outcomes.add(
        made,
        new Means(
            0,
            false,
            Means.Kind.FINANCE,
            "A statistical unit",
            new BigDecimal("120000"),
            "USD",
            "a year"));
    outcomes.add(
        made,
        new Means(
            0,
            true,
            Means.Kind.CAPACITY,
            "Ombarra would train the staff of the unit",
            null,
            "",
            "2028"));
    summaries.issue(
        meetings.get(point.meeting()),
        """
        The groups of the exercise agreed first on data: %1$s, which %2$s would answer.
        On return they kept what divides them, too: %3$s.
        """
            .formatted(point.kept().ref(), made.ref(), accepted.getLast().kept().ref()),
        "en",
        "",
        persons.findByEmail("co-chair@example.org").orElseThrow().account());
  }
}
