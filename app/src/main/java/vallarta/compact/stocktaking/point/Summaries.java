package vallarta.compact.stocktaking.point;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;

/// How the summary of a session comes to be: published as a draft, corrected for some time by those
/// who took part, then final. Every version stays.
@Service
public class Summaries {

  /// How long a draft takes corrections when nobody says otherwise.
  static final Duration WINDOW = Duration.ofHours(48);

  static final int LONGEST_WINDOW_HOURS = 24 * 30;

  private final SummaryTable table;
  private final PointTable points;
  private final CorrectionTable corrections;
  private final PointFacts facts;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Summaries(
      SummaryTable table,
      PointTable points,
      CorrectionTable corrections,
      PointFacts facts,
      PublicRecord publicRecord,
      Revision revision,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.points = points;
    this.corrections = corrections;
    this.facts = facts;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.events = events;
    this.clock = clock;
  }

  /// All versions, the newest first.
  @Transactional(readOnly = true)
  public List<Summary> versions(Session session) {
    return table.versions(session.id());
  }

  /// What was asked to be corrected in any version, the newest first.
  @Transactional(readOnly = true)
  public List<Correction> corrections(Session session) {
    return corrections.list(session.id());
  }

  Instant now() {
    return clock.instant();
  }

  /// Publishes the points of the workspace as the next draft.
  ///
  /// @param window how long participants may ask to correct it
  @Transactional
  Summary publish(Session session, Duration window, long by) {
    points.lock(session.id());
    Optional<Summary> newest = table.newest(session.id());
    if (newest.filter(Summary::isFinal).isPresent()) {
      throw failure("STOC-016", "stocktaking.failure.final", session);
    }
    if (points.list(session.id()).isEmpty()) {
      throw failure("STOC-018", "stocktaking.failure.no-points", session);
    }
    return enter(session, false, clock.instant().plus(window), "", by);
  }

  /// Makes the last word of what stands in the workspace, when the time for corrections is over and
  /// each has its answer.
  @Transactional
  Summary makeFinal(Session session, long by) {
    points.lock(session.id());
    Summary draft =
        table
            .newest(session.id())
            .orElseThrow(() -> failure("STOC-019", "stocktaking.failure.no-draft", session));
    if (draft.isFinal()) {
      throw failure("STOC-016", "stocktaking.failure.final", session);
    }
    if (draft.takesObjectionsAt(clock.instant())) {
      throw failure("STOC-020", "stocktaking.failure.window-open", session);
    }
    if (corrections.list(session.id()).stream().anyMatch(it -> !it.isAnswered())) {
      throw failure("STOC-021", "stocktaking.failure.unanswered", session);
    }
    return enter(session, true, null, "", by);
  }

  /// Opens a final summary again, as a draft that says why.
  @Transactional
  Summary reopen(Session session, String reason, Duration window, long by) {
    points.lock(session.id());
    Optional<Summary> newest = table.newest(session.id());
    if (newest.filter(Summary::isFinal).isEmpty()) {
      throw failure("STOC-022", "stocktaking.failure.not-final", session);
    }
    String why = Field.text(reason, Field.TEXT);
    if (why.isEmpty()) {
      throw failure("STOC-023", "stocktaking.failure.no-reason", session);
    }
    return enter(session, false, clock.instant().plus(window), why, by);
  }

  /// A participant asks to correct the draft.
  ///
  /// @param point number of a point of it, 0 for the whole
  @Transactional
  void ask(Session session, long point, String stakeholder, String text, long by) {
    Instant now = clock.instant();
    Summary draft =
        table
            .newest(session.id())
            .filter(it -> it.takesObjectionsAt(now))
            .orElseThrow(() -> failure("STOC-024", "stocktaking.failure.window-closed", session));
    if (text.isBlank() || text.length() > Wording.LONGEST) {
      throw new DomainFailure(
          "STOC-025",
          "stocktaking.failure.correction-length",
          Map.of("count", text.length(), "most", Wording.LONGEST),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    boolean known = point == 0 || draft.standing().stream().anyMatch(it -> it.point() == point);
    if (!known) {
      throw new DomainFailure(
          "STOC-012",
          "stocktaking.failure.no-point",
          Map.of("point", "PT-" + point),
          HttpStatus.NOT_FOUND);
    }
    corrections.ask(draft.id(), point, by, stakeholder, text.strip(), now);
  }

  @Transactional
  void answer(Session session, long correction, boolean accepted, String answer, long by) {
    String said = Field.text(answer, Field.TEXT);
    if (!accepted && said.isEmpty()) {
      throw failure("STOC-023", "stocktaking.failure.no-reason", session);
    }
    if (!corrections.answer(session.id(), correction, accepted, said, by, clock.instant())) {
      throw failure("STOC-026", "stocktaking.failure.answered", session);
    }
  }

  private Summary enter(
      Session session, boolean isFinal, @Nullable Instant until, String reason, long by) {
    Map<Long, Summary.Kept> known = new HashMap<>();
    table.versions(session.id()).reversed().stream()
        .flatMap(it -> it.points().stream())
        .forEach(it -> known.put(it.point(), it));
    Summary made = table.publish(session.id(), isFinal, clock.instant(), until, reason, by);
    List<Act> acts = new ArrayList<>();
    for (Summary.Kept kept : made.points()) {
      Summary.Kept was = known.get(kept.point());
      if (!kept.equals(was)) {
        acts.add(
            new Act(
                was == null ? ActType.POINT_PUBLISHED : ActType.CORRECTION,
                facts.ofPoint(kept.point())));
      }
    }
    acts.add(new Act(ActType.SUMMARY_PUBLISHED, facts.ofSummary(made.id())));
    publicRecord.enter(acts);
    revision.touch();
    events.publishEvent(new SummaryPublished(session.id()));
    return made;
  }

  private static DomainFailure failure(String code, String key, Session session) {
    return new DomainFailure(code, key, Map.of("session", session.ref()), HttpStatus.CONFLICT);
  }
}
