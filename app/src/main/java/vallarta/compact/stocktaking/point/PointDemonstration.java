package vallarta.compact.stocktaking.point;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Statement;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.meeting.SessionType;

/// The points of the demonstration, all invented and all of its exercise: those of one group are
/// final, those of the other a draft that takes corrections.
@Component
class PointDemonstration implements Demonstration {

  private static final List<Wording> FINAL =
      List.of(
          new Wording(
              "Data on migration should be disaggregated by age, sex and status, and open.",
              "en",
              false,
              "Ferrenland",
              "national",
              "",
              "Ombarra",
              ""),
          new Wording(
              "Return must be dignified, and nobody is to be returned without a hearing.",
              "en",
              true,
              "Lantern Children’s Network",
              "national",
              "",
              "",
              "Ombarra: the hearing is a matter of each State’s own law."));
  private static final Wording DRAFT =
      new Wording(
          "Children are never to be detained for the status of their parents.",
          "en",
          false,
          "Ferrenland",
          "national",
          "",
          "",
          "");

  private final Points points;
  private final Summaries summaries;
  private final Meetings meetings;
  private final Persons persons;
  private final Consultations consultations;

  PointDemonstration(
      Points points,
      Summaries summaries,
      Meetings meetings,
      Persons persons,
      Consultations consultations) {
    this.points = points;
    this.summaries = summaries;
    this.meetings = meetings;
    this.persons = persons;
    this.consultations = consultations;
  }

  @Override
  public int order() {
    return 300;
  }

  @Override
  public void load(Progress progress) {
    List<Session> groups =
        meetings.list().stream()
            .filter(Meeting::fictional)
            .flatMap(it -> meetings.sessions(it).stream())
            .filter(it -> it.type() == SessionType.ACTION_GROUP)
            .toList();
    if (groups.size() < 2 || !summaries.versions(groups.getFirst()).isEmpty()) {
      return;
    }
    long by = persons.findByEmail("rapporteur@example.org").orElseThrow().account();
    for (Wording wording : FINAL) {
      Point kept = keep(groups.getFirst(), wording, by);
      source(wording.text()).ifPresent(it -> points.link(groups.getFirst(), kept.id(), it.id()));
    }
    summaries.publish(groups.getFirst(), Duration.ZERO, by);
    summaries.makeFinal(groups.getFirst(), by);
    keep(groups.get(1), DRAFT, by);
    summaries.publish(groups.get(1), Summaries.WINDOW, by);
  }

  private Point keep(Session session, Wording wording, long by) {
    UUID key =
        UUID.nameUUIDFromBytes(wording.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return points.capture(session, key, wording, by).getFirst();
  }

  /// A fictional statement of the demonstration that the point may come from: on data, or on
  /// return.
  private java.util.Optional<Statement> source(String text) {
    String word = text.startsWith("Data") ? "data" : "return";
    return consultations.holdings().statements().stream()
        .filter(it -> it.voice().fictional() && it.language().tag().equals("en"))
        .filter(it -> it.text().contains(word))
        .findFirst();
  }
}
