package vallarta.compact.consultation.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The headings above a place of the text, outermost first.
final class HeadingPath {

  /// Marks of Markdown that a plain text may carry.
  private static final Pattern MARKUP = Pattern.compile("^[#*_\\s]+|[#*_\\s]+$");

  private record Heading(int level, String text) {}

  private final List<Heading> path = new ArrayList<>();
  private List<String> texts = List.of();

  void enter(int level, String text) {
    path.removeIf(heading -> heading.level >= level);
    String words = MARKUP.matcher(Blanks.fold(text)).replaceAll("");
    if (!words.isEmpty()) {
      path.add(new Heading(level, words));
    }
    texts = path.stream().map(Heading::text).toList();
  }

  List<String> list() {
    return texts;
  }
}
