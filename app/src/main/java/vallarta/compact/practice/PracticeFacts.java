package vallarta.compact.practice;

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

/// What the public record says of practices. The name of a speaker is not in it: a name can be
/// taken off a page, and never out of the record.
@Component
final class PracticeFacts implements RecordedFacts {

  private final PracticeTable table;

  PracticeFacts(PracticeTable table) {
    this.table = table;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("PR-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.PRACTICE_PUBLISHED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return Optional.of("/practices/" + entry.of());
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    table.list().stream().filter(Practice::isPublic).map(PracticeFacts::of).forEach(each);
  }

  static Facts of(Practice it) {
    Telling told = it.told();
    Map<String, String> fields = new HashMap<>();
    fields.put("stakeholder", told.owner());
    fields.put("title", told.title());
    fields.put("summary", told.summary());
    fields.put("topic", told.topic());
    fields.put("initiative", told.initiative());
    fields.put("objective", told.objective());
    fields.put("contact", told.contact());
    fields.put("session", told.session());
    fields.put("language", told.language());
    fields.put("dimensions", String.join(" ", told.dimensions()));
    fields.put("themes", String.join(" ", told.themes()));
    fields.put("statements", String.join(" ", told.statements()));
    fields.put("withdrawn_reason", it.withdrawnReason());
    return Facts.of(it.ref(), fields).about(told.session());
  }
}
