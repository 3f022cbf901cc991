package vallarta.compact.review.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.web.DomainFailure;

/// What is counted for a principle: of all things of a kind, how many come under each verdict.
enum Measure {
  /// Names a source that it answers and a target of the 2030 Agenda.
  LINKED(Principle.COHERENCE),
  /// Is no near-copy of another one of the same owner.
  UNREPEATED(Principle.COHERENCE),
  /// No actor aims at two values of one indicator for one date.
  CONSISTENT(Principle.COHERENCE, "yes", "no", "none"),
  /// Reports are published within thirty days of being handed in.
  PROMPT(Principle.ACCESS, "yes", "no", "none"),
  /// A report rests on evidence that machines can read.
  READABLE(Principle.ACCESS),
  ASSESSED(Principle.OVERSIGHT),
  SILENT(Principle.OVERSIGHT),
  /// Every report that fell due was there on its day.
  ON_TIME(Principle.OVERSIGHT, "yes", "no", "none"),
  /// What became of each statement.
  ANSWERED(Principle.PARTICIPATION, "kept", "merged", "not-taken-up", "open"),
  PARALLEL(Principle.PARTICIPATION),
  /// Who had the floor how long.
  FLOOR(
      Principle.PARTICIPATION,
      Arrays.stream(StakeholderType.values()).map(StakeholderType::tag).toArray(String[]::new)),
  MEASURABLE(Principle.RESULTS),
  /// The newest measured value is where a straight line from baseline to target has it.
  ON_TRACK(Principle.RESULTS, "on-track", "behind", "unmeasured"),
  /// Rests on evidence younger than twelve months.
  FRESH(Principle.RESULTS);

  private final Principle principle;
  private final List<String> verdicts;

  /// @param verdicts that are told; none stands for `yes` alone, of all
  Measure(Principle principle, String... verdicts) {
    this.principle = principle;
    this.verdicts = verdicts.length == 0 ? List.of("yes") : List.of(verdicts);
  }

  /// The measure of that word in an address.
  ///
  /// @throws DomainFailure answered with 404
  static Measure of(String tag) {
    return Arrays.stream(values())
        .filter(it -> it.tag().equals(tag))
        .findFirst()
        .orElseThrow(() ->
            new DomainFailure(
                "REV-302",
                "review.failure.no-measure",
                Map.of("measure", tag),
                HttpStatus.NOT_FOUND));
  }

  Principle principle() {
    return principle;
  }

  /// What can be said of a thing and is told in figures.
  List<String> verdicts() {
    return verdicts;
  }

  /// Whether its figure is one number of all.
  boolean isPlain() {
    return verdicts.size() == 1;
  }

  /// What it counts: commitments, statements or seconds.
  String unit() {
    return switch (this) {
      case ANSWERED -> "statements";
      case FLOOR -> "seconds";
      default -> "commitments";
    };
  }

  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
