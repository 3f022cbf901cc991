package vallarta.compact.record;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Where the objects of entries have their pages, as their stages say.
@Component
public final class RecordedPages {

  private final List<RecordedFacts> stages;
  private final EntryReader entries;

  RecordedPages(List<RecordedFacts> stages, EntryReader entries) {
    this.stages = stages;
    this.entries = entries;
  }

  /// The path of the page of the object of an entry, without the language.
  Optional<String> find(Entry entry) {
    String kind = entry.of().substring(0, entry.of().indexOf('-') + 1);
    return stages.stream()
        .filter(stage -> stage.kinds().contains(kind))
        .flatMap(stage -> stage.page(entry).stream())
        .findFirst();
  }

  /// The path where an entry can be read: of the page of its object, or of the object's history
  /// where it has no page.
  public String of(Entry entry) {
    return find(entry).orElse("/record/objects/" + entry.of());
  }

  /// The paths where these objects can be read, those that the record does not know left out.
  public Map<String, String> of(Collection<String> objects) {
    Map<String, String> paths = new LinkedHashMap<>();
    if (!objects.isEmpty()) {
      entries.latest(objects).forEach((object, entry) -> paths.put(object, of(entry)));
    }
    return paths;
  }
}
