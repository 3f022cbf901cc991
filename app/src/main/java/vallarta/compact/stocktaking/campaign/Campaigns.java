package vallarta.compact.stocktaking.campaign;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.NotPublished;
import vallarta.compact.stocktaking.StatementGroup;
import vallarta.compact.stocktaking.Stocktaking;
import vallarta.compact.stocktaking.Synthesis;

/// The campaigns of the synthesis as of now. Texts are laid beside each other once for each
/// synthesis.
@Component
class Campaigns {

  private record Laid(Synthesis of, Map<String, Campaign> byGroup) {}

  private final Stocktaking stocktaking;
  private volatile @Nullable Laid laid;

  Campaigns(Stocktaking stocktaking) {
    this.stocktaking = stocktaking;
  }

  Synthesis synthesis() {
    return stocktaking.synthesis();
  }

  /// Largest volume first.
  List<Campaign> list(Synthesis synthesis) {
    return synthesis.campaigns().stream().map(it -> of(synthesis, it)).toList();
  }

  /// A group of whatever size laid out as a campaign is.
  Campaign of(Synthesis synthesis, StatementGroup group) {
    return of(synthesis).byGroup().computeIfAbsent(group.id(), it -> Campaign.of(synthesis, group));
  }

  /// The group of that reference, or the one in which its statement is now.
  StatementGroup groupOrHeir(String ref) {
    return stocktaking.synthesis().heir(ref).orElseGet(() -> group(ref));
  }

  StatementGroup group(String ref) {
    return stocktaking
        .synthesis()
        .findGroup(ref)
        .orElseThrow(() -> new NotPublished("STOC-003", ref));
  }

  private Laid of(Synthesis synthesis) {
    Laid known = laid;
    if (known == null || known.of() != synthesis) {
      known = new Laid(synthesis, new ConcurrentHashMap<>());
      laid = known;
    }
    return known;
  }
}
