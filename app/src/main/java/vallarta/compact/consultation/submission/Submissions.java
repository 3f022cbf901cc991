package vallarta.compact.consultation.submission;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.language.Language;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.part.Fault;

/// How a submission comes about: its owner drafts it, gives it a file, hands it in, and may take it
/// back. A change names the version that it saw. Who may do it is asked by the pages.
@Service
class Submissions {

  /// More drafts at once are a mistake, or mischief.
  static final int MOST_DRAFTS = 100;

  private final SubmissionTable table;
  private final SubmittedFiles files;
  private final FileCheck check;
  private final Calls calls;
  private final CoSigning cosigning;
  private final SubmissionMails mails;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Submissions(
      SubmissionTable table,
      SubmittedFiles files,
      FileCheck check,
      Calls calls,
      CoSigning cosigning,
      SubmissionMails mails,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.files = files;
    this.check = check;
    this.calls = calls;
    this.cosigning = cosigning;
    this.mails = mails;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// What is wrong with what somebody says of a submission, field by field.
  ///
  /// @param before the submission that is changed, empty for a new one
  List<Fault> faults(Particulars told, Consultation.Call call, Optional<Submission> before) {
    List<Fault> faults = new ArrayList<>();
    if (told.title().isEmpty()) {
      faults.add(fault("title", "CONS-023", "no-title", Map.of()));
    }
    length(faults, "title", told.title(), Particulars.LONGEST_LINE);
    length(faults, "licence", told.licence(), Particulars.LONGEST_LINE);
    length(faults, "notes", told.notes(), Particulars.LONGEST_TEXT);
    if (Language.find(told.language()).filter(call.accepted()::contains).isEmpty()) {
      faults.add(fault("language", "CONS-025", "language", Map.of()));
    }
    if (told.isConfidential() && before.filter(Submission::recorded).isPresent()) {
      faults.add(fault("consent", "CONS-026", "consent", Map.of()));
    }
    return faults;
  }

  /// What is missing before it can be handed in.
  List<Fault> lacking(Submission it, Consultation of) {
    Consultation.Call call = of.call();
    if (call == null) {
      return List.of(Fault.of("consultation", Refusals.noCall(of.ref())));
    }
    List<Fault> lacking = faults(it.told(), call, Optional.of(it));
    if (it.file() == null) {
      lacking.add(Fault.of("file", Refusals.noFile(it)));
    }
    return lacking;
  }

  @Transactional
  Submission draft(Consultation of, String owner, Particulars told, long by) {
    Consultation.Call call = call(of);
    checked(faults(told, call, Optional.empty()));
    mustTakePart(owner);
    if (!calls.isOpen(of, owner)) {
      throw Refusals.over(calls.deadline(of, owner).orElseThrow());
    }
    long drafts =
        table.of(List.of(owner)).stream()
            .filter(it -> it.state() == Submission.State.DRAFT)
            .count();
    if (drafts >= MOST_DRAFTS) {
      throw Refusals.unprocessable("CONS-050", "drafts", Map.of("most", MOST_DRAFTS));
    }
    return get(table.insert(of.ref(), owner, told, now(), by));
  }

  /// Changes what is said of it.
  ///
  /// @param seen the version that the writer saw
  /// @throws Conflict when somebody else changed it since
  @Transactional
  Submission edit(long id, int seen, Particulars told, long by) {
    Submission before = open(id);
    checked(faults(told, call(calls.get(before.consultation())), Optional.of(before)));
    if (before.told().equals(told)) {
      return before;
    }
    if (before.version() != seen) {
      throw Conflict.over(before, told);
    }
    table.update(id, told, now(), by);
    boolean others =
        before.told().consent() != told.consent()
            || !before.told().licence().equals(told.licence());
    return others ? cosigning.askAgain(get(id)) : get(id);
  }

  /// Gives it that file in place of the one that it had. Whoever confirmed to sign the other is
  /// asked again.
  ///
  /// @param seen the version that the sender saw
  /// @throws Conflict when somebody else changed it since: the file is kept for a while, so that
  ///   its sender may still put it in place
  @Transactional(noRollbackFor = Conflict.class)
  Submission put(long id, int seen, Path path, SubmittedFile file, long by) {
    Submission before = open(id);
    SubmittedFile known = before.file();
    files.keep(id, path, file.sha256(), known == null ? "" : known.sha256());
    if (before.version() != seen) {
      throw Conflict.over(before, file);
    }
    table.update(id, file, now(), by);
    boolean other = known == null || !known.sha256().equals(file.sha256());
    return other ? cosigning.askAgain(get(id)) : get(id);
  }

  /// Hands it in: from here on it is the secretariat's to decide, and the deadline is kept or
  /// missed.
  ///
  /// @param seen the version that the sender saw
  @Transactional
  Submission handIn(long id, int seen, long by) {
    calls.keep(table.find(id).orElseThrow(() -> Refusals.none("SU-" + id)).consultation());
    Submission before = open(id);
    if (before.version() != seen) {
      throw Refusals.changed(before);
    }
    Consultation consultation = calls.get(before.consultation());
    Consultation.Call call = call(consultation);
    checked(faults(before.told(), call, Optional.of(before)));
    mustTakePart(before.owner());
    SubmittedFile file = before.file();
    if (file == null) {
      throw Refusals.noFile(before);
    }
    check.mustBeNew(before, file.sha256());
    Instant now = now();
    Deadline deadline = calls.deadline(consultation, before.owner()).orElseThrow();
    Submission.Arrival first = before.arrival();
    Submission.Arrival arrival =
        Calls.measured(
            new Submission.Arrival(
                first == null ? now : first.received(),
                now,
                by,
                new Submission.Handed(
                    before.told().title(), file.name(), file.sha256(), file.bytes()),
                null,
                0,
                false),
            deadline);
    // Mending what the secretariat asked for makes nothing late.
    if (first == null && arrival.late() && !call.takesLate()) {
      throw Refusals.over(deadline);
    }
    table.handIn(id, arrival, before.recorded() || !before.told().isConfidential());
    Submission after = get(id);
    enter(ActType.SUBMISSION_HANDED_IN, after);
    mails.receipt(after, consultation, Receipt.of(arrival, consultation));
    return after;
  }

  /// Its owner takes it back: the file goes, and that it was there stays.
  @Transactional
  Submission withdraw(long id, int seen, long by) {
    Submission before = held(id);
    if (before.state() != Submission.State.HANDED_IN
        && before.state() != Submission.State.RETURNED) {
      throw Refusals.state(before);
    }
    if (before.version() != seen) {
      throw Refusals.changed(before);
    }
    table.decide(id, Submission.State.WITHDRAWN, "", 0, now(), by);
    files.removeAfterCommit(id);
    Submission after = get(id);
    enter(ActType.SUBMISSION_DECIDED, after);
    return after;
  }

  /// Throws a draft away, with all that belongs to it.
  @Transactional
  void discard(long id, int seen) {
    Submission before = held(id);
    if (before.state() != Submission.State.DRAFT) {
      throw Refusals.state(before);
    }
    if (before.version() != seen) {
      throw Refusals.changed(before);
    }
    table.delete(id);
    files.removeAfterCommit(id);
  }

  private void enter(ActType type, Submission it) {
    if (it.recorded()) {
      cosigning.publish(it);
      publicRecord.enter(List.of(new Act(type, SubmissionFacts.of(it))));
      revision.touch();
    }
  }

  /// One that its owner may change, held until the end of the transaction.
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

  private void mustTakePart(String owner) {
    if (table.hasLeft(owner)) {
      throw Refusals.hasLeft(owner);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Consultation.Call call(Consultation of) {
    Consultation.Call call = of.call();
    if (call == null) {
      throw Refusals.noCall(of.ref());
    }
    return call;
  }

  private static void checked(List<Fault> faults) {
    faults.stream()
        .findFirst()
        .ifPresent(fault -> {
          throw fault.failure();
        });
  }

  private static void length(List<Fault> faults, String field, String text, int most) {
    if (text.length() > most) {
      faults.add(fault(field, "CONS-024", "long", Map.of("count", text.length(), "most", most)));
    }
  }

  private static Fault fault(String field, String code, String key, Map<String, Object> arguments) {
    return new Fault(field, code, "consultation.submission.failure." + key, arguments);
  }
}
