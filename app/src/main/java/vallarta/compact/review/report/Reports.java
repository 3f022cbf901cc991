package vallarta.compact.review.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;
import vallarta.compact.review.duty.Duties;
import vallarta.compact.review.duty.Duty;
import vallarta.compact.review.duty.Labels;
import vallarta.compact.store.Blobs;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.part.Fault;

/// How a report comes to be and goes on: drafted for a duty, validated by somebody else, published,
/// corrected with a reason, withdrawn with a reason. When it is published the duty is met and the
/// commitment stands where the report says. Who may do it is asked by the pages.
@Service
class Reports {

  /// How often running "no change" is taken for a report.
  static final int MOST_UNCHANGED = 2;

  private final ReportTable table;
  private final EvidenceTable evidence;
  private final ReportVersions versions;
  private final ReportFacts facts;
  private final Commitments commitments;
  private final Duties duties;
  private final Labels labels;
  private final Standings standings;
  private final Blobs blobs;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Reports(
      ReportTable table,
      EvidenceTable evidence,
      ReportVersions versions,
      ReportFacts facts,
      Commitments commitments,
      Duties duties,
      Labels labels,
      Standings standings,
      Blobs blobs,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.evidence = evidence;
    this.versions = versions;
    this.facts = facts;
    this.commitments = commitments;
    this.duties = duties;
    this.labels = labels;
    this.standings = standings;
    this.blobs = blobs;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// The one of that reference, a draft too.
  ///
  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  Report get(String ref) {
    return (ref.matches("RP-[1-9][0-9]{0,17}")
            ? table.find(Long.parseLong(ref.substring(3)))
            : Optional.<Report>empty())
        .orElseThrow(() -> Refusal.none(ref));
  }

  @Transactional(readOnly = true)
  List<Evidence> evidence(Report it) {
    return evidence.of(it.ref());
  }

  /// The report on which somebody writes for that duty.
  @Transactional(readOnly = true)
  Optional<Report> findOpen(Duty duty) {
    return table.openFor(List.of(duty.id())).stream().findFirst();
  }

  /// Begins the report that a duty asks for.
  ///
  /// @throws DomainFailure when somebody began one already, or the duty is closed
  @Transactional
  Report draft(Duty duty, String language, long by) {
    mustBeOpen(duty);
    Optional<Report> open = findOpen(duty);
    if (open.isPresent()) {
      throw Refusal.twice(duty.ref(), open.get());
    }
    Answers blank = Answers.blank(language);
    try {
      return found(
          table.insert(duty, blank, false, commitment(duty).fictional(), clock.instant(), by));
    } catch (DuplicateKeyException e) {
      throw new DomainFailure(
          "REV-113",
          "review.report.failure.twice-now",
          java.util.Map.of("duty", duty.ref()),
          HttpStatus.CONFLICT);
    }
  }

  /// Writes other answers in a draft; what was validated is to be validated again.
  @Transactional
  Report write(Report before, int seen, Answers told, long by) {
    checked(AnswersCheck.draft(told, commitment(before).told()));
    if (!before.isOpen()
        || !table.update(before.id(), seen, before.state(), told, clock.instant(), by)) {
      throw changed(before, seen);
    }
    return found(before.id());
  }

  /// Somebody else than those who wrote it stands by it.
  @Transactional
  Report validate(Report before, int seen, long by) {
    if (before.writers().contains(by)) {
      throw Refusal.own(before);
    }
    checked(faults(before));
    if (!table.validate(before.id(), seen, clock.instant(), by)) {
      throw changed(before, seen);
    }
    return found(before.id());
  }

  /// Publishes what was validated.
  @Transactional
  Report publish(Report before, int seen) {
    checked(faults(before));
    mustBeOpen(duty(before));
    Instant now = clock.instant();
    if (!table.publish(before.id(), seen, Report.State.VALIDATED, now)) {
      throw changed(before, seen);
    }
    return published(found(before.id()), before.told().achieved(), now);
  }

  /// Says in one click that the report before still holds. It was validated when it was published;
  /// this says nothing else, and is counted apart.
  ///
  /// @throws DomainFailure when there is no report before, or that was said twice running already
  @Transactional
  Report unchanged(Duty duty, long by) {
    mustBeOpen(duty);
    findOpen(duty)
        .ifPresent(open -> {
          throw Refusal.twice(duty.ref(), open);
        });
    Unchanged may = mayRepeat(duty);
    Report last = may.last().orElseThrow(() -> Refusal.unchanged(may.refusal(), duty.ref()));
    Instant now = clock.instant();
    long id = table.insert(duty, last.told(), true, commitment(duty).fictional(), now, by);
    table.publish(id, 1, Report.State.DRAFT, now);
    return published(found(id), "No change: %s still holds.".formatted(last.ref()), now);
  }

  /// Whether the report before can be said to hold still.
  ///
  /// @param last the report that would, empty when it cannot
  /// @param refusal why not, or empty
  record Unchanged(Optional<Report> last, String refusal) {}

  @Transactional(readOnly = true)
  Unchanged mayRepeat(Duty duty) {
    List<Report> before = table.published(duty.commitment(), duty.stakeholder());
    if (before.isEmpty()) {
      return new Unchanged(Optional.empty(), "first");
    }
    boolean often =
        before.size() >= MOST_UNCHANGED
            && before.stream().limit(MOST_UNCHANGED).allMatch(Report::unchanged);
    return often
        ? new Unchanged(Optional.empty(), "twice")
        : new Unchanged(Optional.of(before.getFirst()), "");
  }

  /// Corrects what everybody reads, with a reason; every version stays readable.
  @Transactional
  Report correct(Report before, int seen, Answers told, String reason, long by) {
    mustSay(before, reason);
    checked(
        AnswersCheck.whole(
            told, commitment(before).told(), evidence.of(before.ref()), moves(before, told)));
    Instant now = clock.instant();
    if (!table.update(before.id(), seen, Report.State.PUBLISHED, told, now, by)) {
      throw changed(before, seen);
    }
    Report after = found(before.id());
    versions.keep(after, reason.strip(), now);
    enter(after, ActType.CORRECTION);
    stand(after.commitment(), reason.strip());
    duties.keep(after.commitment());
    return after;
  }

  /// Withdraws it with a reason: what everybody could read stays readable, the duty is open again,
  /// and the commitment stands where the report before left it.
  @Transactional
  Report withdraw(Report before, int seen, String reason) {
    mustSay(before, reason);
    if (!table.withdraw(before.id(), seen, reason.strip(), clock.instant())) {
      throw changed(before, seen);
    }
    Report after = found(before.id());
    enter(after, ActType.CORRECTION);
    if (before.duty() != 0) {
      duties.reopen(duty(before));
    }
    labels.keep(after.commitment());
    List<Report> left =
        table.ofCommitment(after.commitment()).stream()
            .filter(it -> it.state() == Report.State.PUBLISHED)
            .toList();
    if (left.isEmpty()) {
      standings.change(after.commitment(), Standing.NO_REPORT, reason.strip(), after.ref());
    } else {
      standings.change(after.commitment(), standing(left.getFirst()), reason.strip(), after.ref());
    }
    return after;
  }

  /// Deletes a draft, which nobody but its owner has seen.
  @Transactional
  void discard(Report draft, int seen) {
    if (!table.discard(draft.id(), seen)) {
      throw changed(draft, seen);
    }
  }

  /// Adds a link, or a file whose bytes are kept under their hash. To what is published it is a
  /// correction.
  ///
  /// @param file where the bytes are, empty for a link
  @Transactional
  Report add(Report before, int seen, Evidence it, Optional<Path> file) {
    Instant now = clock.instant();
    if (!table.touch(before.id(), seen, now)) {
      throw changed(before, seen);
    }
    file.ifPresent(path -> blobs.put(path, it.sha256()));
    evidence.insert(before.ref(), it, now);
    Report after = found(before.id());
    if (after.isPublic()) {
      enter(after, ActType.CORRECTION);
    }
    return after;
  }

  /// Takes evidence out of a draft.
  @Transactional
  Report remove(Report before, int seen, long id) {
    if (!before.isOpen() || !table.touch(before.id(), seen, clock.instant())) {
      throw changed(before, seen);
    }
    evidence.remove(before.ref(), id);
    return found(before.id());
  }

  /// What is missing before others can stand by it.
  @Transactional(readOnly = true)
  List<Fault> faults(Report it) {
    return AnswersCheck.whole(
        it.told(), commitment(it).told(), evidence.of(it.ref()), moves(it, it.told()));
  }

  private Report published(Report it, String reason, Instant now) {
    if (!duties.meet(duty(it), it.id())) {
      throw Refusal.closed(it.dutyRef());
    }
    versions.keep(it, "", now);
    enter(it, ActType.REPORT_PUBLISHED);
    standings.reported(it.commitment(), now);
    standings.change(it.commitment(), standing(it), reason, it.ref());
    duties.keep(it.commitment());
    labels.keep(it.commitment());
    return it;
  }

  /// Lets a commitment stand where the newest report on it says.
  private void stand(long commitment, String reason) {
    table.ofCommitment(commitment).stream()
        .filter(it -> it.state() == Report.State.PUBLISHED)
        .findFirst()
        .ifPresent(newest -> standings.change(commitment, standing(newest), reason, newest.ref()));
  }

  private boolean moves(Report it, Answers told) {
    return standings
        .find(it.commitment())
        .filter(now -> now.standing().tag().equals(told.progress()))
        .isEmpty();
  }

  private static Standing standing(Report it) {
    return Progress.find(it.told().progress()).orElseThrow().standing();
  }

  private void enter(Report it, ActType type) {
    publicRecord.enter(List.of(new Act(type, facts.of(it))));
    revision.touch();
  }

  private Duty duty(Report it) {
    return duties.get(it.dutyRef());
  }

  private void mustBeOpen(Duty duty) {
    if (!duty.isOpen() || commitment(duty).state() != Commitment.State.PUBLISHED) {
      throw Refusal.closed(duty.ref());
    }
  }

  private Commitment commitment(Duty duty) {
    return commitments.get(duty.commitmentRef());
  }

  private Commitment commitment(Report it) {
    return commitments.get(it.commitmentRef());
  }

  private Report found(long id) {
    return table.find(id).orElseThrow();
  }

  private static void mustSay(Report it, String reason) {
    if (reason.isBlank() || reason.length() > AnswersCheck.LONGEST) {
      throw Refusal.reason(it);
    }
  }

  private static void checked(List<Fault> faults) {
    faults.stream()
        .findFirst()
        .ifPresent(it -> {
          throw it.failure();
        });
  }

  private DomainFailure changed(Report before, int seen) {
    Report now = found(before.id());
    return now.version() == seen ? Refusal.state(now) : Refusal.changed(now);
  }
}
