package vallarta.bench.similarity;

import java.nio.file.Path;

/// The names of the files beside a file of texts.
final class Beside {

  private Beside() {}

  /// `key TAB campaign LF`, 0 for a text of no campaign.
  static Path truth(Path texts) {
    return with(texts, "truth");
  }

  /// `key TAB key TAB similarity LF`.
  static Path pairs(Path texts) {
    return with(texts, "pairs");
  }

  static Path with(Path texts, String ending) {
    return texts.resolveSibling(texts.getFileName() + "." + ending);
  }
}
