package vallarta.compact.commitment.matching;

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

/// What the public record says of matches and of links between commitments, once both sides
/// confirmed them.
@Component
final class MatchFacts implements RecordedFacts {

  private final MatchTable matches;
  private final LinkTable links;

  MatchFacts(MatchTable matches, LinkTable links) {
    this.matches = matches;
    this.links = links;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("MT-", "CL-");
  }

  @Override
  public ActType act(Facts facts) {
    return facts.of().startsWith("MT-") ? ActType.MEANS_MATCHED : ActType.COMMITMENTS_LINKED;
  }

  @Override
  public Optional<String> page(Entry entry) {
    return entry.of().startsWith("MT-") ? Optional.of("/matches/" + entry.of()) : Optional.empty();
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    matches.published().forEach(it -> each.accept(of(it)));
    links.published().forEach(it -> each.accept(of(it)));
  }

  static Facts of(Match it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("need", it.needRef());
    fields.put("need_of", "CM-" + it.needOf());
    fields.put("offer", it.offerRef());
    fields.put("offer_of", "CM-" + it.offerOf());
    fields.put("state", it.state().tag());
    fields.put("reason", it.reason());
    return Facts.of(it.ref(), fields);
  }

  static Facts of(Link it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("commitment", "CM-" + it.commitment());
    fields.put("kind", it.kind().tag());
    fields.put("other", "CM-" + it.other());
    fields.put("state", it.state().tag());
    fields.put("reason", it.reason());
    return Facts.of(it.ref(), fields);
  }
}
