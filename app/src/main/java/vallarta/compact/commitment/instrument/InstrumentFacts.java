package vallarta.compact.commitment.instrument;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Disclosure;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of States and the instrument.
@Component
final class InstrumentFacts implements RecordedFacts {

  private final StatusTable table;

  InstrumentFacts(StatusTable table) {
    this.table = table;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("IS-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.INSTRUMENT_STATUS_ENTERED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return entry.find("state").map(Disclosure::value).map(it -> "/instrument/" + it);
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    table.all().forEach(it -> each.accept(of(it)));
  }

  static Facts of(Status it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("state", it.stakeholder());
    fields.put("kind", it.step().tag());
    fields.put("holds", Boolean.toString(it.holds()));
    fields.put("date", it.on() == null ? "" : it.on().toString());
    fields.put("source", it.source());
    fields.put("by", it.own() ? "state" : "secretariat");
    return Facts.of(it.ref(), fields);
  }
}
