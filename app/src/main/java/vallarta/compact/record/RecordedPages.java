package vallarta.compact.record;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Where the objects of entries have their pages, as their stages say.
@Component
final class RecordedPages {

  private final List<RecordedFacts> stages;

  RecordedPages(List<RecordedFacts> stages) {
    this.stages = stages;
  }

  Optional<String> find(Entry entry) {
    String kind = entry.of().substring(0, entry.of().indexOf('-') + 1);
    return stages.stream()
        .filter(stage -> stage.kinds().contains(kind))
        .flatMap(stage -> stage.page(entry).stream())
        .findFirst();
  }
}
