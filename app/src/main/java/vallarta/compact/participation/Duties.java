package vallarta.compact.participation;

import java.util.List;
import vallarta.compact.language.Words;

/// What still waits for the holder of a mandate: each stage that gives people something to do says
/// so, and the successor finds it in the hand-over.
public interface Duties {

  /// Something that waits.
  ///
  /// @param sentence what it is
  /// @param path of the page where it is done, without the language
  record Duty(String sentence, String path) {}

  List<Duty> of(Mandate mandate, Words words);
}
