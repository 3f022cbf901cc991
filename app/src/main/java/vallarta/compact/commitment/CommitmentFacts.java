package vallarta.compact.commitment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of commitments.
@Component
final class CommitmentFacts implements RecordedFacts {

  private static final int AT_A_TIME = 1_000;

  private final CommitmentTable table;
  private final CommitmentQuery query;

  CommitmentFacts(CommitmentTable table, CommitmentQuery query) {
    this.table = table;
    this.query = query;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("CM-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.COMMITMENT_PUBLISHED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return Optional.of("/commitments/" + entry.of());
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    List<Long> ids = query.published();
    for (int from = 0; from < ids.size(); from += AT_A_TIME) {
      table.list(ids.subList(from, Math.min(ids.size(), from + AT_A_TIME))).stream()
          .map(CommitmentFacts::of)
          .forEach(each);
    }
  }

  static Facts of(Commitment it) {
    Undertaking told = it.told();
    Map<String, String> fields = new HashMap<>();
    fields.put("ref", it.ownRef());
    fields.put("title", told.title());
    fields.put("text", told.text());
    fields.put("language", told.language());
    fields.put(
        "actors",
        joined(
            it.actors().stream().map(a -> a.stakeholder().key() + " " + a.answer().tag()), "; "));
    fields.put("level", told.level());
    fields.put("dimensions", String.join(" ", told.dimensions()));
    fields.put("themes", String.join(" ", told.themes()));
    fields.put("objectives", String.join(" ", told.objectives()));
    fields.put("sdg", String.join(" ", told.sdg()));
    fields.put("obligation", told.obligation().tag());
    fields.put("office", told.office());
    fields.put("starts", date(told.starts()));
    fields.put("due", date(told.due()));
    fields.put("schedule", told.schedule().tag());
    fields.put("first_report", date(told.firstReport()));
    fields.put("milestones", joined(told.milestones().stream().map(CommitmentFacts::line), "\n"));
    fields.put("targets", joined(told.targets().stream().map(CommitmentFacts::line), "\n"));
    fields.put("means", joined(told.means().stream().map(CommitmentFacts::line), "\n"));
    fields.put("sources", String.join(" ", told.sources()));
    fields.put("state", it.state().tag());
    fields.put("withdrawn_reason", it.withdrawnReason());
    return Facts.of(it.ref(), fields);
  }

  static String line(Milestone it) {
    return joined(
        Stream.of(it.title(), it.due().toString(), it.after() == 0 ? "" : "after " + it.after()),
        " | ");
  }

  static String line(Target it) {
    return joined(
        Stream.of(
            it.indicator(),
            it.sdgIndicator(),
            it.baseline() == null ? "" : "from " + it.baseline().toPlainString(),
            date(it.baselineOn()),
            it.value() == null ? "" : "to " + it.value().toPlainString(),
            it.unit(),
            date(it.due())),
        " | ");
  }

  static String line(Means it) {
    return joined(
        Stream.of(
            it.ref(),
            it.offer() ? "offer" : "need",
            it.kind().tag(),
            it.text(),
            it.figure(),
            it.period(),
            it.region()),
        " | ");
  }

  private static String joined(Stream<String> parts, String between) {
    return parts.filter(it -> !it.isEmpty()).collect(Collectors.joining(between));
  }

  private static String date(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }
}
