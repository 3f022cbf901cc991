package vallarta.compact.review.voice;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.review.report.Evidence;
import vallarta.compact.review.report.EvidenceTable;
import vallarta.compact.review.voice.ParallelReport.Signer.Answer;
import vallarta.compact.review.voice.ParallelReport.State;
import vallarta.compact.store.Revision;
import vallarta.compact.web.Field;
import vallarta.compact.web.part.Fault;

/// How a parallel report comes to be and goes on: its owner drafts it, asks others to sign, adds
/// evidence, publishes it, changes it with a reason, withdraws it with a reason. Whoever confirmed
/// to sign other words is asked again. Who may do it is asked by the pages.
@Service
class ParallelReports {

  private static final int MOST_SIGNERS = 200;

  private final ParallelTable table;
  private final EvidenceTable exhibits;
  private final ExhibitFiles files;
  private final Commitments commitments;
  private final Stakeholders stakeholders;
  private final VoiceNews news;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  ParallelReports(
      ParallelTable table,
      EvidenceTable exhibits,
      ExhibitFiles files,
      Commitments commitments,
      Stakeholders stakeholders,
      VoiceNews news,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.exhibits = exhibits;
    this.files = files;
    this.commitments = commitments;
    this.stakeholders = stakeholders;
    this.news = news;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// The one of that reference, a draft too.
  ///
  /// @throws vallarta.compact.web.DomainFailure answered with 404
  @Transactional(readOnly = true)
  ParallelReport get(String ref) {
    return ParallelReport.number(ref).flatMap(table::find).orElseThrow(() -> Refusals.none(ref));
  }

  /// Those that one of these wrote or is asked to sign.
  @Transactional(readOnly = true)
  List<ParallelReport> ofAny(Collection<String> keys) {
    return table.ofAny(keys);
  }

  /// Begins one, which nobody but its owner sees yet.
  @Transactional
  ParallelReport draft(Commitment of, String owner, Testimony told, @Nullable Long by) {
    mustBeOther(of, owner);
    if (of.state() != Commitment.State.PUBLISHED) {
      throw Refusals.state(of.ref());
    }
    checked(TestimonyCheck.of(told));
    Stakeholder writer = stakeholders.find(owner).orElseThrow();
    boolean fictional = of.fictional() || writer.fictional();
    return get(table.insert(of.id(), owner, told, fictional, now(), by));
  }

  /// Changes what it says, if it is still as the writer saw it. Of one that is public the reason is
  /// published.
  @Transactional
  ParallelReport change(long id, int seen, Testimony told, String reason, @Nullable Long by) {
    ParallelReport before = held(id, seen);
    checked(TestimonyCheck.of(told));
    if (before.state() == State.WITHDRAWN) {
      throw Refusals.state(before.ref());
    }
    String why = before.isPublic() ? reason(before, reason) : "";
    if (before.told().equals(told)) {
      return before;
    }
    Instant now = now();
    table.update(id, told, now, by);
    table.askAgain(id);
    ParallelReport after = get(id);
    if (after.isPublic()) {
      table.keep(after, why, now);
      enter(ActType.CORRECTION, after);
    }
    return after;
  }

  /// Asks a stakeholder of the register to sign, or asks it no longer.
  @Transactional
  ParallelReport ask(long id, String key, boolean asks) {
    ParallelReport before = open(id);
    boolean asked = before.signer(key).isPresent();
    if (!asks) {
      table.unask(id, key);
      return asked ? told(get(id)) : before;
    }
    Optional<Stakeholder> other = stakeholders.find(key).filter(Stakeholder::isKnown);
    if (other.isEmpty()
        || asked
        || key.equals(before.owner())
        || before.signers().size() >= MOST_SIGNERS
        || isActor(commitment(before), key)) {
      throw Refusals.whom(key);
    }
    table.sign(id, key, Answer.ASKED, now());
    ParallelReport after = get(id);
    news.asked(after, key);
    return told(after);
  }

  /// What a stakeholder that was asked says.
  ///
  /// @param seen the version that it read: nobody signs words that it has not seen
  @Transactional
  ParallelReport sign(long id, int seen, String key, boolean confirms) {
    ParallelReport before = held(id, seen);
    if (before.state() == State.WITHDRAWN || before.signer(key).isEmpty()) {
      throw Refusals.notAsked(before.ref());
    }
    table.sign(id, key, confirms ? Answer.CONFIRMED : Answer.DECLINED, now());
    return told(get(id));
  }

  /// Publishes a draft. Whoever has not confirmed yet is shown as missing.
  @Transactional
  ParallelReport publish(long id, int seen, @Nullable Long by) {
    ParallelReport before = held(id, seen);
    if (before.state() != State.DRAFT) {
      throw Refusals.state(before.ref());
    }
    Commitment of = commitment(before);
    mustBeOther(of, before.owner());
    Instant now = now();
    table.publish(id, now, by);
    ParallelReport after = get(id);
    table.keep(after, "", now);
    enter(ActType.PARALLEL_REPORT_PUBLISHED, after);
    news.published(after, of);
    return after;
  }

  /// Withdraws it with a reason. What everybody could read stays readable.
  @Transactional
  ParallelReport withdraw(long id, int seen, String reason, @Nullable Long by) {
    ParallelReport before = held(id, seen);
    if (before.state() != State.PUBLISHED) {
      throw Refusals.state(before.ref());
    }
    table.withdraw(id, reason(before, reason), now(), by);
    ParallelReport after = get(id);
    enter(ActType.CORRECTION, after);
    return after;
  }

  /// Deletes a draft.
  @Transactional
  void discard(long id, int seen) {
    ParallelReport before = held(id, seen);
    if (before.state() != State.DRAFT) {
      throw Refusals.state(before.ref());
    }
    table.delete(id);
  }

  /// Puts evidence beside it.
  ///
  /// @param file its bytes, null for a link
  @Transactional
  ParallelReport add(long id, Evidence exhibit, @Nullable Path file) {
    ParallelReport before = open(id);
    if (file != null) {
      files.keep(file, exhibit.sha256());
    }
    exhibits.insert(before.ref(), exhibit, now());
    return told(before);
  }

  /// Takes evidence away again: of what is public nothing is.
  @Transactional
  ParallelReport remove(long id, long exhibit) {
    ParallelReport before = open(id);
    if (before.state() != State.DRAFT) {
      throw Refusals.state(before.ref());
    }
    exhibits.remove(before.ref(), exhibit);
    return before;
  }

  private ParallelReport told(ParallelReport after) {
    if (after.isPublic()) {
      enter(ActType.CORRECTION, after);
    }
    return after;
  }

  private void enter(ActType type, ParallelReport it) {
    List<String> named = new ArrayList<>(it.who(Answer.CONFIRMED));
    named.addAll(it.who(Answer.ASKED));
    named.addAll(it.who(Answer.DECLINED));
    named.add(it.owner());
    stakeholders.publish(named);
    publicRecord.enter(List.of(new Act(type, ParallelFacts.of(it, exhibits.of(it.ref())))));
    revision.touch();
  }

  private ParallelReport open(long id) {
    ParallelReport it = table.hold(id).orElseThrow(() -> Refusals.none("PL-" + id));
    if (it.state() == State.WITHDRAWN) {
      throw Refusals.state(it.ref());
    }
    return it;
  }

  private ParallelReport held(long id, int seen) {
    ParallelReport it = table.hold(id).orElseThrow(() -> Refusals.none("PL-" + id));
    if (it.version() != seen) {
      throw Refusals.changed(it.ref());
    }
    return it;
  }

  private ParallelReport get(long id) {
    return table.find(id).orElseThrow();
  }

  private Commitment commitment(ParallelReport it) {
    return commitments.get(it.commitmentRef());
  }

  private static void mustBeOther(Commitment of, String owner) {
    if (isActor(of, owner)) {
      throw Refusals.own(of.ref());
    }
  }

  static boolean isActor(Commitment of, String key) {
    return of.actors().stream().anyMatch(it -> it.stakeholder().key().equals(key));
  }

  private static String reason(ParallelReport it, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > Field.TEXT) {
      throw Refusals.why(it.ref());
    }
    return why;
  }

  private static void checked(List<Fault> faults) {
    faults.stream()
        .findFirst()
        .ifPresent(fault -> {
          throw Refusals.of(fault);
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
