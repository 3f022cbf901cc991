package vallarta.compact.review.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of reports: never who wrote or validated them.
@Component
final class ReportFacts implements RecordedFacts {

  private static final int AT_A_TIME = 1_000;

  private final ReportTable table;
  private final EvidenceTable evidence;

  ReportFacts(ReportTable table, EvidenceTable evidence) {
    this.table = table;
    this.evidence = evidence;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("RP-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.REPORT_PUBLISHED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return Optional.of("/reports/" + entry.of());
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    for (int from = 0; ; from += AT_A_TIME) {
      List<Report> some = table.list(table.page(ReportFilter.ALL, from, AT_A_TIME));
      Map<String, List<Evidence>> found = evidence.of(some.stream().map(Report::ref).toList());
      some.forEach(it -> each.accept(of(it, found.getOrDefault(it.ref(), List.of()))));
      if (some.size() < AT_A_TIME) {
        return;
      }
    }
  }

  Facts of(Report it) {
    return of(it, evidence.of(it.ref()));
  }

  private static Facts of(Report it, List<Evidence> evidence) {
    Answers told = it.told();
    Map<String, String> fields = new HashMap<>();
    fields.put("commitment", it.commitmentRef());
    fields.put("duty", it.dutyRef());
    fields.put("stakeholder", it.stakeholder());
    fields.put("progress", told.progress());
    fields.put("language", told.language());
    fields.put("achieved", told.achieved());
    fields.put("hindered", told.hindered());
    fields.put("means_used", told.meansUsed());
    fields.put("next_steps", told.nextSteps());
    fields.put(
        "measured",
        told.measured().stream().map(ReportFacts::line).collect(Collectors.joining("\n")));
    fields.put("evidence", evidence.stream().map(Evidence::line).collect(Collectors.joining("\n")));
    fields.put("unchanged", it.unchanged() ? "true" : "");
    fields.put("withdrawn_reason", it.withdrawnReason());
    return Facts.of(it.ref(), fields).about(it.commitmentRef());
  }

  static String line(Answers.Measured it) {
    return "target %d: %s%s"
        .formatted(
            it.target(), it.value().toPlainString(), it.on() == null ? "" : " on " + it.on());
  }
}
