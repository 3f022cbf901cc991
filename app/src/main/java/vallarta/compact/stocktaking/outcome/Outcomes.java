package vallarta.compact.stocktaking.outcome;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;
import vallarta.compact.stocktaking.point.Wording;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;

/// How accepted points become proposed commitments: only points of a final summary do, and each
/// proposal keeps the points that it answers.
@Service
class Outcomes {

  private final ProposalTable table;
  private final PublishedPoints points;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Outcomes(
      ProposalTable table,
      PublishedPoints points,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.points = points;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<Proposal> list() {
    return table.list();
  }

  /// Those of the sessions of a meeting.
  @Transactional(readOnly = true)
  List<Proposal> ofMeeting(long meeting) {
    return table.ofMeeting(meeting);
  }

  @Transactional(readOnly = true)
  List<Proposal> ofPoint(long point) {
    return table.ofPoint(point);
  }

  @Transactional(readOnly = true)
  Optional<Proposal> find(String ref) {
    return ref.matches("PC-[0-9]{1,18}")
        ? table.find(Long.parseLong(ref.substring(3)))
        : Optional.empty();
  }

  @Transactional(readOnly = true)
  Proposal get(String ref) {
    return find(ref)
        .orElseThrow(
            () -> failure("STOC-030", "stocktaking.failure.no-outcome", ref, HttpStatus.NOT_FOUND));
  }

  /// Proposes a commitment that answers points of a session.
  ///
  /// @param refs of points that stand in the final summary of that session
  @Transactional
  Proposal propose(
      Session session,
      List<String> refs,
      String text,
      String language,
      String dimension,
      String timeFrame,
      long by) {
    String said = checked(text);
    String frame = Field.text(timeFrame, Field.LINE);
    if (refs.isEmpty()) {
      throw failure(
          "STOC-031",
          "stocktaking.failure.no-answered",
          session.ref(),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    for (String ref : refs) {
      Published point =
          points
              .find(ref)
              .filter(it -> it.session().equals(session.ref()) && !it.kept().leftOut())
              .orElseThrow(() ->
                  failure(
                      "STOC-012", "stocktaking.failure.not-in-session", ref, HttpStatus.NOT_FOUND));
      if (!point.isFinal()) {
        throw failure("STOC-032", "stocktaking.failure.not-accepted", ref, HttpStatus.CONFLICT);
      }
    }
    Proposal made =
        new Proposal(0, session.ref(), 1, said, language, dimension, frame, "", refs, List.of());
    long id = table.insert(session.id(), made, clock.instant(), by);
    Proposal written = table.find(id).orElseThrow();
    enter(new Act(ActType.COMMITMENT_PROPOSED, OutcomeFacts.of(written)));
    return written;
  }

  /// Changes the words of a proposal, if it is still as the writer saw it.
  @Transactional
  Proposal change(Proposal before, int seen, String text, String timeFrame, long by) {
    String frame = Field.text(timeFrame, Field.LINE);
    return write(before, seen, checked(text), frame, before.withdrawnReason(), by);
  }

  @Transactional
  Proposal withdraw(Proposal before, int seen, String reason, long by) {
    String why = Field.text(reason, Field.TEXT);
    if (why.isEmpty()) {
      throw failure(
          "STOC-033", "stocktaking.failure.why", before.ref(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return write(before, seen, before.text(), before.timeFrame(), why, by);
  }

  /// Adds what the proposal needs, or what somebody offers for it.
  @Transactional
  void add(Proposal to, Means means) {
    checked(means.text());
    Field.text(means.unit(), Field.LINE);
    Field.text(means.period(), Field.LINE);
    boolean wrong =
        means.amount() != null && (means.amount().signum() <= 0 || means.unit().isBlank());
    if (wrong) {
      throw failure(
          "STOC-034", "stocktaking.failure.amount", to.ref(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    long id = table.insert(to.id(), means);
    Means written =
        table.means(to.id()).stream().filter(it -> it.id() == id).findFirst().orElseThrow();
    enter(new Act(ActType.MEANS_PROPOSED, OutcomeFacts.of(to, written)));
  }

  private Proposal write(
      Proposal before, int seen, String text, String frame, String withdrawn, long by) {
    if (!table.update(before.id(), seen, text, frame, withdrawn, clock.instant(), by)) {
      throw failure(
          "STOC-035",
          "stocktaking.failure.outcome-changed",
          before.ref(),
          HttpStatus.PRECONDITION_FAILED);
    }
    Proposal after = table.find(before.id()).orElseThrow();
    enter(new Act(ActType.CORRECTION, OutcomeFacts.of(after)));
    return after;
  }

  private void enter(Act act) {
    publicRecord.enter(List.of(act));
    revision.touch();
  }

  private static String checked(String text) {
    String said = text.strip();
    if (said.isEmpty() || said.length() > Wording.LONGEST) {
      throw new DomainFailure(
          "STOC-036",
          "stocktaking.failure.outcome-length",
          Map.of("count", said.length(), "most", Wording.LONGEST),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return said;
  }

  private static DomainFailure failure(String code, String key, String ref, HttpStatus status) {
    return new DomainFailure(code, key, Map.of("ref", ref), status);
  }
}
