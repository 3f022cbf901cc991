package vallarta.compact.stocktaking;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of decisions about groups.
@Component
final class RegroupingFacts implements RecordedFacts {

  private final RegroupingTable table;

  RegroupingFacts(RegroupingTable table) {
    this.table = table;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("RG-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.GROUP_DECIDED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return Regrouping.find(entry.of())
        .flatMap(table::find)
        .map(it -> "/campaigns/" + StatementGroup.id(it.group()));
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    table.list().stream().map(RegroupingFacts::of).forEach(each);
  }

  static Facts of(Regrouping it) {
    Regrouping.Undone undone = it.undone();
    Map<String, String> fields = new HashMap<>();
    fields.put("decision", it.kind().tag());
    fields.put("group", StatementGroup.id(it.group()));
    fields.put("joined", it.joinedRef());
    fields.put(
        "statements",
        it.statements().stream().map(StatementId::toString).collect(Collectors.joining(" ")));
    fields.put("volume", Integer.toString(it.volume()));
    fields.put("state_sha256", it.state());
    fields.put("reason", it.reason());
    fields.put("undone_reason", undone == null ? "" : undone.reason());
    return Facts.of(it.ref(), fields).about(StatementGroup.id(it.group()));
  }
}
