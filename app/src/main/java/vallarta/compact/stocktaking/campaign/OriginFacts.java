package vallarta.compact.stocktaking.campaign;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of who is behind campaigns.
@Component
final class OriginFacts implements RecordedFacts {

  private final Origins origins;

  OriginFacts(Origins origins) {
    this.origins = origins;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("CO-");
  }

  @Override
  public ActType act(Facts facts) {
    return ActType.CAMPAIGN_ORIGIN_NOTED;
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    origins.list().stream().map(OriginFacts::of).forEach(each);
  }

  static Facts of(Origin it) {
    String statement = "S-" + it.statement();
    return Facts.of(
            it.ref(), Map.of("statement", statement, "origin", it.origin(), "source", it.source()))
        .about(statement);
  }
}
