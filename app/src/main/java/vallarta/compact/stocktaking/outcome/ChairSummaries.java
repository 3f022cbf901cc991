package vallarta.compact.stocktaking.outcome;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.stocktaking.outcome.ChairTable.Issued;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;

/// The chair's summary of a meeting: it can be read as it would be now, and the chair issues it as
/// a version that stays. Each sentence of the chair's own names what it rests on.
@Service
class ChairSummaries {

  static final int LONGEST = 20_000;

  private final ChairTable table;
  private final ChairCompiler compiler;
  private final PublishedPoints points;
  private final Outcomes outcomes;
  private final Consultations consultations;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  ChairSummaries(
      ChairTable table,
      ChairCompiler compiler,
      PublishedPoints points,
      Outcomes outcomes,
      Consultations consultations,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.compiler = compiler;
    this.points = points;
    this.outcomes = outcomes;
    this.consultations = consultations;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// As it would be if it was issued now, without a word of the chair.
  @Transactional(readOnly = true)
  ChairSummary now(Meeting meeting) {
    return compiler.of(meeting);
  }

  /// All versions that were issued, the newest first.
  @Transactional(readOnly = true)
  List<Issued> versions(Meeting meeting) {
    return table.versions(meeting.id());
  }

  /// What is wrong with what the chair wants to say; nothing when it can be issued.
  @Transactional(readOnly = true)
  List<DomainFailure> faults(Meeting meeting, String remarks, String reason) {
    List<DomainFailure> faults = new ArrayList<>();
    if (!meeting.published()) {
      faults.add(failure("STOC-040", "stocktaking.failure.chair-unpublished", Map.of()));
    }
    if (now(meeting).parts().isEmpty()) {
      faults.add(failure("STOC-041", "stocktaking.failure.chair-empty", Map.of()));
    }
    if (!versions(meeting).isEmpty() && reason.isBlank()) {
      faults.add(failure("STOC-042", "stocktaking.failure.chair-why", Map.of()));
    }
    if (remarks.length() > LONGEST) {
      faults.add(
          failure(
              "STOC-043",
              "stocktaking.failure.chair-long",
              Map.of("count", remarks.length(), "most", LONGEST)));
    } else {
      Remark.read(remarks).forEach(it -> faults.addAll(faults(it)));
    }
    return faults;
  }

  /// Issues the next version.
  ///
  /// @param language BCP 47 tag of the remarks
  @Transactional
  Issued issue(Meeting meeting, String remarks, String language, String reason, long by) {
    table.hold(meeting.id());
    faults(meeting, remarks, reason).stream()
        .findFirst()
        .ifPresent(it -> {
          throw it;
        });
    int next = versions(meeting).stream().mapToInt(Issued::version).max().orElse(0) + 1;
    Issued made =
        new Issued(
            0,
            meeting.id(),
            next,
            language,
            remarks.replace('\0', ' ').strip(),
            next == 1 ? "" : reason.strip(),
            now(meeting),
            clock.instant());
    table.insert(made, by);
    Issued issued = versions(meeting).getFirst();
    publicRecord.enter(List.of(new Act(ActType.CHAIR_SUMMARY_ISSUED, ChairFacts.of(issued))));
    revision.touch();
    return issued;
  }

  private List<DomainFailure> faults(Remark it) {
    if (it.references().isEmpty()) {
      return List.of(
          failure(
              "STOC-044", "stocktaking.failure.chair-rests-on-nothing", Map.of("line", it.line())));
    }
    return it.references().stream()
        .filter(ref -> !exists(ref))
        .map(ref ->
            failure(
                "STOC-045",
                "stocktaking.failure.chair-no-such",
                Map.of("line", it.line(), "ref", ref)))
        .toList();
  }

  private boolean exists(String ref) {
    if (ref.startsWith("PT-")) {
      return points.find(ref).isPresent();
    }
    if (ref.startsWith("PC-")) {
      return outcomes.find(ref).isPresent();
    }
    return StatementId.find(ref).flatMap(consultations.holdings()::find).isPresent();
  }

  private static DomainFailure failure(String code, String key, Map<String, Object> arguments) {
    return new DomainFailure(code, key, arguments, HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
