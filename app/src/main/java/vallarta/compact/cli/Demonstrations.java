package vallarta.compact.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// The demonstration of all stages.
@Component
final class Demonstrations {

  private final List<Demonstration> parts;

  Demonstrations(List<Demonstration> parts) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(Demonstration::order)).toList();
  }

  void load(Progress progress) throws IOException {
    for (Demonstration part : parts) {
      part.load(progress);
    }
  }
}
