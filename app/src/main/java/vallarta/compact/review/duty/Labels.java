package vallarta.compact.review.duty;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;

/// The labels on reports that are overdue: raised when the last reminder stayed without an answer,
/// contested by the actor, and withdrawn or upheld by the secretariat, each with a reason. What
/// everybody reads as the standing of the commitment follows.
@Service
public class Labels {

  static final int LONGEST = 4_000;

  private final LabelTable table;
  private final Standings standings;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Labels(
      LabelTable table,
      Standings standings,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.standings = standings;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// Keeps in step with the duties whether a commitment is shown as overdue.
  @Transactional
  public void keep(long commitment) {
    standings.flag(commitment, table.stands(commitment));
  }

  @Transactional(readOnly = true)
  Label get(String ref) {
    return (ref.matches("OL-[1-9][0-9]{0,17}")
            ? table.find(Long.parseLong(ref.substring(3)))
            : java.util.Optional.<Label>empty())
        .orElseThrow(() ->
            new DomainFailure(
                "REV-104", "review.duty.failure.label", Map.of("ref", ref), HttpStatus.NOT_FOUND));
  }

  @Transactional(readOnly = true)
  List<Label> ofCommitment(long commitment) {
    return table.ofCommitment(commitment);
  }

  @Transactional(readOnly = true)
  List<Label> contested() {
    return table.contested();
  }

  /// Labels an open duty. Nothing happens when it has a label already.
  ///
  /// @return whether it was labelled
  @Transactional
  boolean raise(Duty duty) {
    java.util.Optional<Long> id = table.insert(duty.id(), clock.instant());
    if (id.isEmpty()) {
      return false;
    }
    Label it = table.find(id.get()).orElseThrow();
    enter(it, ActType.LABEL_RAISED);
    if (!table.reportedSince(duty)) {
      standings.change(
          duty.commitment(),
          Standing.NO_REPORT,
          "No report was published for %s by %s, %d days after it fell due on %s."
              .formatted(
                  duty.ref(), duty.due().plusDays(Step.LABEL_AFTER), Step.LABEL_AFTER, duty.due()),
          it.ref());
    }
    return true;
  }

  /// The actor says why the label is wrong.
  @Transactional
  Label contest(Label before, String reason) {
    mustSay(before, reason);
    if (!before.stands() || !table.contest(before.id(), reason.strip(), clock.instant())) {
      throw state(before);
    }
    return entered(before);
  }

  /// The secretariat withdraws the label, or upholds it.
  @Transactional
  Label decide(Label before, boolean withdrawn, String reason) {
    mustSay(before, reason);
    if (!before.stands()
        || !table.decide(before.id(), withdrawn, reason.strip(), clock.instant())) {
      throw state(before);
    }
    Label after = entered(before);
    long commitment = after.duty().commitment();
    if (withdrawn && !table.stands(commitment)) {
      table
          .newestReport(commitment)
          .ifPresent(newest ->
              standings.change(
                  commitment, Standing.of(newest.progress()), reason.strip(), after.ref()));
    }
    return after;
  }

  private Label entered(Label before) {
    Label after = table.find(before.id()).orElseThrow();
    enter(after, ActType.LABEL_DECIDED);
    return after;
  }

  private void enter(Label it, ActType type) {
    publicRecord.enter(List.of(new Act(type, LabelFacts.of(it))));
    keep(it.duty().commitment());
    revision.touch();
  }

  private static void mustSay(Label it, String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new DomainFailure(
          "REV-105",
          "review.duty.failure.reason",
          Map.of("ref", it.ref(), "most", LONGEST),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }

  private static DomainFailure state(Label it) {
    return new DomainFailure(
        "REV-106", "review.duty.failure.decided", Map.of("ref", it.ref()), HttpStatus.CONFLICT);
  }
}
