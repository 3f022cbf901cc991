package vallarta.compact.consultation.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;

/// Joint submissions: the owner asks others to sign, and each confirms or declines for itself.
/// Nobody signs by being asked, and a confirmation holds for the file that was seen and for no
/// other.
@Service
class CoSigning {

  static final int MOST = 200;

  private final SubmissionTable table;
  private final Stakeholders stakeholders;
  private final SubmissionMails mails;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  CoSigning(
      SubmissionTable table,
      Stakeholders stakeholders,
      SubmissionMails mails,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.stakeholders = stakeholders;
    this.mails = mails;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// Asks a stakeholder of the register.
  @Transactional
  Submission ask(long id, String key) {
    Submission it = open(id);
    if (stakeholders.find(key).filter(Stakeholder::isKnown).isEmpty()
        || key.equals(it.owner())
        || it.cosignatory(key).isPresent()) {
      throw Refusals.unprocessable("CONS-037", "whom", Map.of("name", key));
    }
    if (table.hasLeft(key)) {
      throw Refusals.hasLeft(key);
    }
    if (it.cosignatories().size() >= MOST) {
      throw Refusals.unprocessable("CONS-038", "cosignatories", Map.of("most", MOST));
    }
    table.ask(id, key, now());
    Submission after = get(id);
    mails.asked(after, key, false);
    return after;
  }

  /// Asks it no longer.
  @Transactional
  Submission unask(long id, String key) {
    Submission before = open(id);
    table.unask(id, key);
    return told(before, get(id));
  }

  /// What a stakeholder says to it.
  ///
  /// @param seen the hash of the file that it saw
  @Transactional
  Submission answer(long id, String key, CoSignatory.Answer answer, String seen, long by) {
    Submission it = held(id);
    CoSignatory before =
        it.cosignatory(key)
            .orElseThrow(() ->
                Refusals.of(
                    "CONS-040", "not-asked", Map.of("ref", it.ref()), HttpStatus.NOT_FOUND));
    if (!it.state().isUndecided()) {
      throw Refusals.state(it);
    }
    SubmittedFile file = it.file();
    if (answer == CoSignatory.Answer.CONFIRMED) {
      if (file == null) {
        throw Refusals.of(
            "CONS-049", "nothing-to-sign", Map.of("ref", it.ref()), HttpStatus.CONFLICT);
      }
      if (!file.sha256().equals(seen)) {
        throw Refusals.of(
            "CONS-039", "other-file", Map.of("ref", it.ref()), HttpStatus.PRECONDITION_FAILED);
      }
    }
    if (before.answer() == answer) {
      return it;
    }
    table.answer(id, key, answer, now(), by);
    Submission after = get(id);
    mails.answered(after, key, answer);
    return told(it, after);
  }

  /// What those who confirmed saw has changed: they are asked again. In the transaction that
  /// changes it.
  Submission askAgain(Submission it) {
    List<String> confirmed = it.confirmed();
    for (String key : confirmed) {
      table.ask(it.id(), key, now());
    }
    Submission after = get(it.id());
    for (String key : confirmed) {
      mails.asked(after, key, true);
    }
    return told(it, after);
  }

  /// Enters in the public record who signs it now, where that is others than before.
  private Submission told(Submission before, Submission after) {
    if (after.recorded() && !after.confirmed().equals(before.confirmed())) {
      publish(after);
      publicRecord.enter(List.of(new Act(ActType.SUBMISSION_COSIGNED, SubmissionFacts.of(after))));
      revision.touch();
    }
    return after;
  }

  /// Lists those whom an act of the public record names.
  void publish(Submission it) {
    List<String> named = new ArrayList<>(it.confirmed());
    named.add(it.owner());
    stakeholders.publish(named);
  }

  private Submission open(long id) {
    Submission it = held(id);
    if (!it.state().isOpen()) {
      throw Refusals.state(it);
    }
    return it;
  }

  private Submission held(long id) {
    return table.hold(id).orElseThrow(() -> Refusals.none("SU-" + id));
  }

  private Submission get(long id) {
    return table.find(id).orElseThrow();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
