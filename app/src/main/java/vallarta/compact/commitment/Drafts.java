package vallarta.compact.commitment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.Commitment.Actor.Answer;
import vallarta.compact.commitment.Commitment.State;
import vallarta.compact.commitment.CommitmentChanged.What;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.part.Fault;

/// How a commitment comes to be and goes on: its owner drafts it, sees what keeps it from being
/// measured, publishes it, changes it with a reason, withdraws it with a reason; whoever undertakes
/// it with the owner confirms or declines. Who may do it is asked by the pages.
@Service
class Drafts {

  private final CommitmentTable table;
  private final ActorTable actors;
  private final VersionTable versions;
  private final UndertakingCheck check;
  private final Stakeholders stakeholders;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Drafts(
      CommitmentTable table,
      ActorTable actors,
      VersionTable versions,
      UndertakingCheck check,
      Stakeholders stakeholders,
      PublicRecord publicRecord,
      Revision revision,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.actors = actors;
    this.versions = versions;
    this.check = check;
    this.stakeholders = stakeholders;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.events = events;
    this.clock = clock;
  }

  /// The one of that reference, a draft too.
  ///
  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  Commitment get(String ref) {
    return Commitments.number(ref).flatMap(table::find).orElseThrow(() -> Commitments.missing(ref));
  }

  /// Those that these owners have not published yet.
  @Transactional(readOnly = true)
  List<Commitment> of(List<String> owners) {
    return table.list(table.drafts(owners));
  }

  /// Those that wait for the answer of one of these.
  @Transactional(readOnly = true)
  List<Commitment> waitingFor(List<String> stakeholders) {
    return table.list(actors.waiting(stakeholders));
  }

  /// What is wrong with that, field by field.
  ///
  /// @param with keys of those who are to undertake it with the owner
  @Transactional(readOnly = true)
  List<Fault> faults(Undertaking told, List<String> with, boolean historical) {
    List<Fault> faults = new ArrayList<>(check.of(told, historical));
    for (String key : with) {
      if (stakeholders.find(key).isEmpty()) {
        faults.add(Fault.of("with", "COMM-028", "commitment.failure.actor", "actor", key));
      }
    }
    return faults;
  }

  @Transactional
  Commitment draft(String owner, Undertaking told, List<String> with, long by) {
    return insert(owner, "", told, with, false, by);
  }

  /// Writes a new one, which nobody but its owner sees yet.
  ///
  /// @param ownRef by which an import knows it, or empty
  /// @param historical whether its dates may lie in the past
  @Transactional
  Commitment insert(
      String owner,
      String ownRef,
      Undertaking told,
      List<String> with,
      boolean historical,
      @Nullable Long by) {
    checked(told, with, historical);
    List<String> all = actors(owner, with);
    boolean fictional = stakeholders.find(owner).orElseThrow().fictional();
    long id =
        table.insert(
            owner,
            ownRef,
            told,
            new CommitmentTable.Mark(
                Measure.missing(told, all.size()), historical, fictional, clock.instant(), by));
    actors.name(id, all);
    return table.find(id).orElseThrow();
  }

  /// Changes it, if it is still as the writer saw it. Of one that is public the reason is
  /// published, and whoever confirmed it is asked again.
  @Transactional
  Commitment change(
      Commitment before,
      int seen,
      Undertaking told,
      List<String> with,
      String reason,
      @Nullable Long by) {
    checked(told, with, before.historical() || before.isPublic());
    if (before.isPublic() && reason.isBlank()) {
      throw failure("COMM-004", "commitment.failure.why", before, HttpStatus.UNPROCESSABLE_ENTITY);
    }
    List<String> all = actors(before.owner().key(), with);
    Instant now = clock.instant();
    if (!table.update(
        before.id(),
        seen,
        told,
        new CommitmentTable.Mark(
            Measure.missing(told, all.size()), before.historical(), before.fictional(), now, by))) {
      throw changed(before);
    }
    actors.name(before.id(), all);
    if (before.isPublic()) {
      actors.askAgain(before.id());
    }
    Commitment after = table.find(before.id()).orElseThrow();
    if (after.isPublic()) {
      versions.keep(after, reason.strip(), now);
      enter(after, ActType.CORRECTION, What.CHANGED);
    }
    return after;
  }

  /// Publishes a draft, measurable or not: what is missing is shown wherever it is shown.
  @Transactional
  Commitment publish(Commitment before, int seen, @Nullable Long by) {
    checked(before.told(), with(before), before.historical());
    Instant now = clock.instant();
    if (!table.publish(before.id(), seen, now, by)) {
      throw changed(before);
    }
    actors.answer(before.id(), before.owner().key(), Answer.CONFIRMED, now, by);
    Commitment after = table.find(before.id()).orElseThrow();
    versions.keep(after, "", now);
    stakeholders.publish(after.actors().stream().map(it -> it.stakeholder().key()).toList());
    enter(after, ActType.COMMITMENT_PUBLISHED, What.PUBLISHED);
    return after;
  }

  /// Withdraws it with a reason. What everybody could read stays readable.
  @Transactional
  Commitment withdraw(Commitment before, int seen, String reason, @Nullable Long by) {
    if (reason.isBlank() || reason.length() > UndertakingCheck.LONGEST_TEXT) {
      throw failure("COMM-004", "commitment.failure.why", before, HttpStatus.UNPROCESSABLE_ENTITY);
    }
    if (!table.withdraw(before.id(), seen, reason.strip(), clock.instant(), by)) {
      throw changed(before);
    }
    Commitment after = table.find(before.id()).orElseThrow();
    enter(after, ActType.CORRECTION, What.WITHDRAWN);
    return after;
  }

  /// Deletes a draft, which nobody but its owner has seen.
  @Transactional
  void discard(Commitment draft, int seen) {
    if (!table.discard(draft.id(), seen)) {
      throw changed(draft);
    }
  }

  /// Somebody who was asked to undertake it confirms or declines.
  @Transactional
  Commitment answer(Commitment it, String stakeholder, boolean confirms, @Nullable Long by) {
    boolean asked =
        it.state() == State.PUBLISHED
            && it.actors().stream()
                .skip(1)
                .anyMatch(actor -> actor.stakeholder().key().equals(stakeholder));
    Answer answer = confirms ? Answer.CONFIRMED : Answer.DECLINED;
    if (!asked || !actors.answer(it.id(), stakeholder, answer, clock.instant(), by)) {
      throw failure("COMM-005", "commitment.failure.not-asked", it, HttpStatus.CONFLICT);
    }
    Commitment after = table.find(it.id()).orElseThrow();
    enter(after, ActType.CORRECTION, What.ANSWERED);
    return after;
  }

  /// Keys of those who undertake it with the owner.
  static List<String> with(Commitment it) {
    return it.actors().stream().skip(1).map(actor -> actor.stakeholder().key()).toList();
  }

  private void enter(Commitment after, ActType type, What what) {
    publicRecord.enter(List.of(new Act(type, CommitmentFacts.of(after))));
    revision.touch();
    events.publishEvent(new CommitmentChanged(after.id(), what));
  }

  private void checked(Undertaking told, List<String> with, boolean historical) {
    faults(told, with, historical).stream()
        .findFirst()
        .ifPresent(fault -> {
          throw fault.failure();
        });
  }

  private DomainFailure changed(Commitment before) {
    return get(before.ref()).state() == before.state()
        ? failure("COMM-002", "commitment.failure.changed", before, HttpStatus.PRECONDITION_FAILED)
        : failure("COMM-003", "commitment.failure.state", before, HttpStatus.CONFLICT);
  }

  private static List<String> actors(String owner, List<String> with) {
    LinkedHashSet<String> all = new LinkedHashSet<>();
    all.add(owner);
    all.addAll(with);
    return List.copyOf(all);
  }

  private static DomainFailure failure(String code, String key, Commitment it, HttpStatus status) {
    return new DomainFailure(code, key, Map.of("ref", it.ref()), status);
  }
}
