package vallarta.compact.stocktaking.outcome;

import java.util.HashMap;
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
import vallarta.compact.stocktaking.outcome.ChairTable.Issued;

/// What the public record says of chairs' summaries: which points and proposed commitments each
/// version tells of, and the sentences of the chair. How these read has entries of their own.
@Component
final class ChairFacts implements RecordedFacts {

  private final ChairTable table;

  ChairFacts(ChairTable table) {
    this.table = table;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("CS-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.CHAIR_SUMMARY_ISSUED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return table.list().stream()
        .filter(it -> it.ref().equals(entry.of()))
        .map(it -> "/meetings/M-%d/summary".formatted(it.meeting()))
        .findFirst();
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    table.list().stream().map(ChairFacts::of).forEach(each);
  }

  static Facts of(Issued it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("meeting", "M-" + it.meeting());
    fields.put("version", Integer.toString(it.version()));
    fields.put("language", it.language());
    fields.put("remarks", it.remarks());
    fields.put("reason", it.reason());
    fields.put(
        "points",
        it.content().points().stream()
            .map(ChairSummary.Kept::ref)
            .collect(Collectors.joining(" ")));
    fields.put(
        "commitments",
        it.content().promises().stream()
            .map(ChairSummary.Promise::ref)
            .collect(Collectors.joining(" ")));
    return Facts.of(it.ref(), fields).about("M-" + it.meeting());
  }
}
