package vallarta.compact.practice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.part.Fault;

/// How a practice comes to be offered to others: its owner writes a draft and edits it, the
/// secretariat publishes it, or withdraws it with a reason. Who may do it is asked by the pages.
@Service
class Practices {

  private final PracticeTable table;
  private final TellingCheck check;
  private final Stakeholders stakeholders;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Practices(
      PracticeTable table,
      TellingCheck check,
      Stakeholders stakeholders,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.check = check;
    this.stakeholders = stakeholders;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// All of them, drafts too.
  @Transactional(readOnly = true)
  List<Practice> list() {
    return table.list();
  }

  /// Those that are offered to others.
  @Transactional(readOnly = true)
  List<Practice> offered() {
    return table.list().stream().filter(Practice::isOffered).toList();
  }

  /// The practice of that reference.
  ///
  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  Practice get(String ref) {
    return (ref.matches("PR-[0-9]{1,18}")
            ? table.find(Long.parseLong(ref.substring(3)))
            : Optional.<Practice>empty())
        .orElseThrow(() -> missing(ref));
  }

  /// What is wrong with that, field by field.
  List<Fault> faults(Telling it) {
    return check.of(it);
  }

  @Transactional
  Practice draft(Telling it, long by) {
    checked(it);
    return table.find(table.insert(it, clock.instant(), by)).orElseThrow();
  }

  /// Changes a draft, if it is still as the writer saw it.
  @Transactional
  Practice edit(Practice before, int seen, Telling it, long by) {
    checked(it);
    if (!table.update(before.id(), seen, it, clock.instant(), by)) {
      throw changed(before);
    }
    return get(before.ref());
  }

  /// Offers a draft to everybody.
  @Transactional
  Practice publish(Practice before, int seen, long by) {
    if (!table.publish(before.id(), seen, clock.instant(), by)) {
      throw changed(before);
    }
    Practice after = get(before.ref());
    stakeholders.publish(List.of(after.told().owner()));
    publicRecord.enter(List.of(new Act(ActType.PRACTICE_PUBLISHED, PracticeFacts.of(after))));
    revision.touch();
    return after;
  }

  /// Offers it no longer. What everybody could read stays readable, with the reason; a draft is
  /// sent back to its owner with it.
  @Transactional
  Practice withdraw(Practice before, int seen, String reason, long by) {
    String why = reason.replace('\0', ' ').strip();
    if (why.isEmpty() || why.length() > TellingCheck.LONGEST_TEXT) {
      throw failure(
          "PRAC-004", "practice.failure.why", before.ref(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    if (!table.withdraw(before.id(), seen, why, clock.instant(), by)) {
      throw changed(before);
    }
    Practice after = get(before.ref());
    if (after.isPublic()) {
      publicRecord.enter(List.of(new Act(ActType.CORRECTION, PracticeFacts.of(after))));
      revision.touch();
    }
    return after;
  }

  /// What is told of a practice that is not there, or not yet for everybody.
  static DomainFailure missing(String ref) {
    return failure("PRAC-001", "practice.failure.none", ref, HttpStatus.NOT_FOUND);
  }

  /// What is told of a practice that can be edited no longer.
  static DomainFailure noDraft(String ref) {
    return failure("PRAC-003", "practice.failure.no-draft", ref, HttpStatus.CONFLICT);
  }

  private void checked(Telling it) {
    check.of(it).stream()
        .findFirst()
        .ifPresent(fault -> {
          throw fault.failure();
        });
  }

  private DomainFailure changed(Practice before) {
    return get(before.ref()).state() == before.state()
        ? failure(
            "PRAC-002", "practice.failure.changed", before.ref(), HttpStatus.PRECONDITION_FAILED)
        : noDraft(before.ref());
  }

  private static DomainFailure failure(String code, String key, String ref, HttpStatus status) {
    return new DomainFailure(code, key, Map.of("ref", ref), status);
  }
}
