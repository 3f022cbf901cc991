package vallarta.compact.review.duty;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of labels on overdue reports.
@Component
final class LabelFacts implements RecordedFacts {

  private final LabelTable table;

  LabelFacts(LabelTable table) {
    this.table = table;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("OL-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.LABEL_RAISED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return Optional.of("/labels/" + entry.of());
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    table.all().stream().map(LabelFacts::of).forEach(each);
  }

  static Facts of(Label it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("commitment", it.duty().commitmentRef());
    fields.put("duty", it.duty().ref());
    fields.put("stakeholder", it.duty().stakeholder());
    fields.put("due", it.duty().due().toString());
    fields.put("contested_reason", it.contestedReason());
    fields.put("decision", it.decidedAt() == null ? "" : it.withdrawn() ? "withdrawn" : "upheld");
    fields.put("decided_reason", it.decidedReason());
    return Facts.of(it.ref(), fields).about(it.duty().commitmentRef());
  }
}
