package vallarta.compact.consultation.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.consultation.Imports;
import vallarta.compact.consultation.InputDeclaration;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;

/// What the secretariat decides of what was handed in: it becomes an input, goes back with what to
/// mend, or is declined with a reason that everybody reads.
@Service
class Moderation {

  private final SubmissionTable table;
  private final SubmittedFiles files;
  private final FileCheck check;
  private final Imports imports;
  private final Stakeholders stakeholders;
  private final SubmissionMails mails;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Moderation(
      SubmissionTable table,
      SubmittedFiles files,
      FileCheck check,
      Imports imports,
      Stakeholders stakeholders,
      SubmissionMails mails,
      PublicRecord publicRecord,
      Revision revision,
      TransactionTemplate transaction,
      Clock clock) {
    this.table = table;
    this.files = files;
    this.check = check;
    this.imports = imports;
    this.stakeholders = stakeholders;
    this.mails = mails;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Makes an input of it, with its statements. It is read before the transaction begins.
  ///
  /// @param seen the version that was decided on
  Submission publish(Submission before, int seen, long by) throws IOException {
    mustWait(before, seen);
    SubmittedFile file = Objects.requireNonNull(before.file());
    check.mustBeNew(before, file.sha256());
    Path path =
        files
            .find(before.id(), file.sha256())
            .orElseThrow(() ->
                Refusals.of("CONS-035", "lost", Map.of("ref", before.ref()), HttpStatus.CONFLICT));
    imports.look(path, file.name());
    return Objects.requireNonNull(
        transaction.execute(status -> {
          mustWait(held(before.id()), seen);
          take(before, path, file, by);
          return table.find(before.id()).orElseThrow();
        }));
  }

  private void take(Submission it, Path path, SubmittedFile file, long by) {
    Stakeholder owner = stakeholders.find(it.owner()).orElseThrow();
    Particulars told = it.told();
    InputDeclaration declaration =
        new InputDeclaration(
            null,
            Language.find(told.language()).orElse(null),
            told.title(),
            new InputDeclaration.Submitter(owner.key(), owner.type(), owner.region()),
            it.consultation(),
            new InputDeclaration.Publication(told.licence(), told.consent()),
            "",
            owner.fictional(),
            Map.of());
    Instant received = Objects.requireNonNull(it.arrival()).received();
    try {
      imports.upload(
          path,
          file.name(),
          declaration,
          received,
          id -> {
            table.decide(it.id(), Submission.State.PUBLISHED, "", id.number(), now(), by);
            files.removeAfterCommit(it.id());
            tell(it.id());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gives it back to its owner.
  ///
  /// @param mend what to mend
  @Transactional
  Submission giveBack(long id, int seen, String mend, long by) {
    return decide(id, seen, Submission.State.RETURNED, word(mend, "mend"), by);
  }

  /// Declines it.
  ///
  /// @param reason for everybody
  @Transactional
  Submission decline(long id, int seen, String reason, long by) {
    return decide(id, seen, Submission.State.DECLINED, word(reason, "why-declined"), by);
  }

  private Submission decide(long id, int seen, Submission.State state, String word, long by) {
    mustWait(held(id), seen);
    table.decide(id, state, word, 0, now(), by);
    return tell(id);
  }

  private Submission tell(long id) {
    Submission after = table.find(id).orElseThrow();
    if (after.recorded()) {
      publicRecord.enter(List.of(new Act(ActType.SUBMISSION_DECIDED, SubmissionFacts.of(after))));
      revision.touch();
    }
    mails.decided(after);
    return after;
  }

  private static void mustWait(Submission it, int seen) {
    if (it.state() != Submission.State.HANDED_IN) {
      throw Refusals.state(it);
    }
    if (it.version() != seen) {
      throw Refusals.changed(it);
    }
  }

  private static String word(String text, String key) {
    String word = text.replace('\0', ' ').strip();
    if (word.isEmpty() || word.length() > Particulars.LONGEST_TEXT) {
      throw Refusals.word(key);
    }
    return word;
  }

  private Submission held(long id) {
    return table.hold(id).orElseThrow(() -> Refusals.none("SU-" + id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
