package vallarta.compact.practice;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.search.SearchDocument;
import vallarta.compact.search.SearchSource;

/// Lets practices be found by all their words, and by topic, dimension, theme and owner.
@Component
final class PracticeSearch implements SearchSource {

  static final String TYPE = "practice";

  private final PracticeTable table;
  private final Stakeholders stakeholders;

  PracticeSearch(PracticeTable table, Stakeholders stakeholders) {
    this.table = table;
    this.stakeholders = stakeholders;
  }

  @Override
  public String type() {
    return TYPE;
  }

  /// A practice is published after one of a greater number, and withdrawn: each changes it.
  @Override
  public String epoch() {
    return Integer.toHexString(table.offered().hashCode());
  }

  @Override
  public List<SearchDocument> after(long number) {
    Map<String, Stakeholder> owners = stakeholders.list();
    return table.list().stream()
        .filter(it -> it.isOffered() && it.id() > number)
        .map(it -> document(it, owners.get(it.told().owner())))
        .toList();
  }

  private static SearchDocument document(Practice it, @Nullable Stakeholder owner) {
    Telling told = it.told();
    String name = owner == null ? "" : owner.name();
    return new SearchDocument(
        it.id(),
        it.ref(),
        told.title(),
        String.join("\n", told.summary(), told.objective(), told.initiative(), name),
        Language.find(told.language()).orElse(null),
        Map.of(
            "topic", List.of(told.topic()),
            "dimension", told.dimensions(),
            "theme", told.themes(),
            "stakeholder", List.of(owner == null ? "" : owner.type().tag()),
            "region", List.of(owner == null ? "" : owner.region())));
  }
}
