package vallarta.compact.review.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vallarta.compact.language.Language;
import vallarta.compact.web.Field;
import vallarta.compact.web.part.Fault;

/// Tells what is wrong with what a parallel report says, field by field. Whoever reports of another
/// says what it has to do with it: that is required.
final class TestimonyCheck {

  static final int LONGEST = 12_000;

  private static final String KEY = "review.voice.failure.";

  private TestimonyCheck() {}

  /// @return nothing when it can be taken
  static List<Fault> of(Testimony it) {
    List<Fault> faults = new ArrayList<>();
    words(faults, "title", it.title(), Field.LINE);
    words(faults, "text", it.text(), LONGEST);
    words(faults, "interest", it.interest(), Field.TEXT);
    if (Language.find(it.language()).isEmpty()) {
      faults.add(Fault.of("language", "REV-212", KEY + "language"));
    }
    if (Arrays.stream(Agrees.values()).noneMatch(one -> one.tag().equals(it.agrees()))) {
      faults.add(Fault.of("agrees", "REV-213", KEY + "agrees"));
    }
    return faults;
  }

  /// Words that must be there, and are not too long.
  static void words(List<Fault> faults, String field, String text, int most) {
    if (text.isBlank()) {
      faults.add(Fault.of(field, "REV-210", KEY + "empty." + field));
    } else if (text.length() > most) {
      faults.add(Fault.of(field, "REV-211", KEY + "long", "count", text.length(), "most", most));
    }
  }
}
