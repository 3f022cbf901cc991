package vallarta.compact.review.voice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;
import vallarta.compact.review.report.Evidence;
import vallarta.compact.review.report.EvidenceTable;

/// What the public record says of parallel reports.
@Component
final class ParallelFacts implements RecordedFacts {

  private final ParallelTable table;
  private final EvidenceTable exhibits;

  ParallelFacts(ParallelTable table, EvidenceTable exhibits) {
    this.table = table;
    this.exhibits = exhibits;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("PL-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.PARALLEL_REPORT_PUBLISHED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return Optional.of("/parallel-reports/" + entry.of());
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    List<ParallelReport> published = table.published();
    Map<String, List<Evidence>> found =
        exhibits.of(published.stream().map(ParallelReport::ref).toList());
    published.forEach(it -> each.accept(of(it, found.getOrDefault(it.ref(), List.of()))));
  }

  static Facts of(ParallelReport it, List<Evidence> evidence) {
    Testimony told = it.told();
    Map<String, String> fields = new HashMap<>();
    fields.put("commitment", it.commitmentRef());
    fields.put("stakeholder", it.owner());
    fields.put("title", told.title());
    fields.put("text", told.text());
    fields.put("language", told.language());
    fields.put("agrees", told.agrees());
    fields.put("interest", told.interest());
    fields.put(
        "signers",
        String.join(
            "; ",
            it.signers().stream().map(s -> s.stakeholder() + " " + s.answer().tag()).toList()));
    fields.put("evidence", String.join("\n", evidence.stream().map(ParallelFacts::line).toList()));
    fields.put("state", it.state().tag());
    fields.put("withdrawn_reason", it.withdrawnReason());
    return Facts.of(it.ref(), fields).about(it.commitmentRef());
  }

  /// How the public record holds a piece of evidence.
  static String line(Evidence it) {
    return String.join(
        " | ",
        it.title(),
        it.type(),
        it.independence(),
        it.file() ? "sha256 " + it.sha256() : it.url());
  }
}
