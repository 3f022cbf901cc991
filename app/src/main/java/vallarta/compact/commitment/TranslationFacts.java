package vallarta.compact.commitment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vallarta.compact.commitment.TranslationTable.Translation;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Disclosure;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of translations of commitments. Who made one stands on the page
/// alone: it may be a person.
@Component
final class TranslationFacts implements RecordedFacts {

  private final TranslationTable table;

  TranslationFacts(TranslationTable table) {
    this.table = table;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("TR-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.COMMITMENT_TRANSLATED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return entry.find("commitment").map(Disclosure::value).map(it -> "/commitments/" + it);
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    table.published().forEach(it -> each.accept(of(it)));
  }

  static Facts of(Translation it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("commitment", "CM-" + it.commitment());
    fields.put("language", it.language());
    fields.put("title", it.title());
    fields.put("text", it.text());
    fields.put("machine", Boolean.toString(it.machine()));
    fields.put("of_version", Integer.toString(it.ofVersion()));
    return Facts.of(it.ref(), fields);
  }
}
