package vallarta.compact.consultation.reading;

import java.util.ArrayList;
import java.util.List;

/// The characters between two boundaries of blocks, and how much of them is bold.
final class Run {

  /// What the mark of a note is followed by, for which some formats give a line feed.
  private static final String CONTINUES = " ,.;:)";

  private final StringBuilder text = new StringBuilder();
  private int letters;
  private int boldLetters;

  /// The class of the paragraph.
  String style = "";

  void append(char c, boolean bold) {
    text.append(c == '\n' ? ' ' : c);
    if (Character.isLetter(c)) {
      letters++;
      boldLetters += bold ? 1 : 0;
    }
  }

  void breakLine() {
    text.append('\n');
  }

  boolean isBold() {
    return letters > 0 && boldLetters == letters;
  }

  /// The run cut where a line ends that is a block of its own: at an empty line, after a sentence,
  /// and before a list mark. Other line feeds only wrap.
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : text.toString().split("\n", -1)) {
      boolean rest = !line.isBlank() && CONTINUES.indexOf(line.charAt(0)) >= 0;
      if (line.isBlank() || (Sentences.isEnded(part) && !rest) || ListMarks.isMarked(line)) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : " ").append(line);
    }
    parts.add(part.toString());
    return parts;
  }

  void clear() {
    text.setLength(0);
    letters = 0;
    boldLetters = 0;
    style = "";
  }
}
