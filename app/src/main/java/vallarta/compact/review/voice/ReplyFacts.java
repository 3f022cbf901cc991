package vallarta.compact.review.voice;

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

/// What the public record says of replies.
@Component
final class ReplyFacts implements RecordedFacts {

  private final ReplyTable table;

  ReplyFacts(ReplyTable table) {
    this.table = table;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("RY-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.REPLY_PUBLISHED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return entry.find("commitment").map(it -> "/commitments/" + it.value());
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    table.list().stream().map(ReplyFacts::of).forEach(each);
  }

  static Facts of(Reply it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("commitment", "CM-" + it.commitment());
    fields.put("answers", it.about());
    fields.put("stakeholder", it.stakeholder());
    fields.put("language", it.language());
    fields.put("text", it.text());
    fields.put("late", it.late() ? "yes" : "");
    return Facts.of(it.ref(), fields).about(it.about());
  }
}
