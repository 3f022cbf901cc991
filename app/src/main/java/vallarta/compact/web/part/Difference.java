package vallarta.compact.web.part;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How one wording became another, word by word.
public final class Difference {

  /// What happened to a run of words.
  public enum Kind {
    SAME,
    ADDED,
    TAKEN_OUT
  }

  public record Run(Kind kind, String text) {}

  private Difference() {}

  /// @param language BCP 47 tag, by which words are told apart
  public static List<Run> between(String was, String now, String language) {
    List<String> before = words(was, language);
    List<String> after = words(now, language);
    List<Run> runs = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      add(runs, Kind.SAME, before.subList(at, delta.getSource().getPosition()));
      add(runs, Kind.TAKEN_OUT, delta.getSource().getLines());
      add(runs, Kind.ADDED, delta.getTarget().getLines());
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(runs, Kind.SAME, before.subList(at, before.size()));
    return runs;
  }

  private static void add(List<Run> runs, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      runs.add(new Run(kind, String.join("", words)));
    }
  }

  private static List<String> words(String text, String language) {
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.forLanguageTag(language));
    breaks.setText(text);
    List<String> words = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      words.add(text.substring(from, to));
    }
    return words;
  }
}
