package vallarta.engine.similarity;

import java.util.ArrayList;
import java.util.List;

/// A text laid beside a common one, word for word: what both say, what the text adds and what it
/// leaves out.
///
/// The alignment is a longest common subsequence of the words, found by the greedy algorithm of E.
/// W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986). Words are
/// compared as the engine compares texts, without case, width, diacritics, harakat and signs
/// between them; a script without spaces is compared character by character. A word or two that
/// both happen to have in the midst of what differs do not break it up. The same two texts give the
/// same alignment everywhere.
///
/// @param runs in the order of reading; the texts of those that are not [Kind#LEFT_OUT], joined,
///   are the text
public record Alignment(List<Run> runs) {

  /// To which of the two texts a run belongs.
  public enum Kind {
    SHARED,
    ADDED,
    LEFT_OUT
  }

  /// Words in a row.
  ///
  /// @param text as it is written, with the signs around the words
  /// @param words how many words; two characters of a script without spaces count as one
  public record Run(Kind kind, String text, int words) {}

  /// Beyond so many words that differ, what stands between the common beginning and the common end
  /// is one change: such texts have nothing in common that a reader would see.
  static final int MOST = 2_000;

  /// How many words both may happen to have within a change.
  private static final int CHANCE = 2;

  public Alignment {
    runs = List.copyOf(runs);
  }

  public static Alignment of(String common, String text) {
    List<Word> before = Word.of(common);
    List<Word> after = Word.of(text);
    return new Alignment(joined(steps(before, after)));
  }

  /// What the text adds in one place by at least so many words, without blanks around it.
  public List<String> additions(int words) {
    return runs.stream()
        .filter(it -> it.kind() == Kind.ADDED && it.words() >= words)
        .map(it -> it.text().strip())
        .toList();
  }

  /// Whether both say the same but for what the comparison leaves out.
  public boolean isCopy() {
    return runs.stream().allMatch(it -> it.kind() == Kind.SHARED);
  }

  private record Step(Kind kind, Word word) {}

  private static List<Step> steps(List<Word> before, List<Word> after) {
    int least = Math.min(before.size(), after.size());
    int start = 0;
    while (start < least && before.get(start).same(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && before.get(before.size() - 1 - end).same(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Step> steps = new ArrayList<>();
    after.subList(0, start).forEach(it -> steps.add(new Step(Kind.SHARED, it)));
    steps.addAll(
        between(
            before.subList(start, before.size() - end), after.subList(start, after.size() - end)));
    after
        .subList(after.size() - end, after.size())
        .forEach(it -> steps.add(new Step(Kind.SHARED, it)));
    return steps;
  }

  private static List<Step> between(List<Word> before, List<Word> after) {
    List<int[]> trace = new ArrayList<>();
    int most = Math.min(MOST, before.size() + after.size());
    int[] furthest = new int[2 * most + 3];
    for (int edits = 0; edits <= most; edits++) {
      trace.add(furthest.clone());
      for (int k = -edits; k <= edits; k += 2) {
        int x = next(furthest, k, edits, most);
        while (x < before.size() && x - k < after.size() && before.get(x).same(after.get(x - k))) {
          x++;
        }
        furthest[k + most + 1] = x;
        if (x >= before.size() && x - k >= after.size()) {
          return back(before, after, trace, most);
        }
      }
    }
    List<Step> all = new ArrayList<>();
    before.forEach(it -> all.add(new Step(Kind.LEFT_OUT, it)));
    after.forEach(it -> all.add(new Step(Kind.ADDED, it)));
    return all;
  }

  private static int next(int[] furthest, int k, int edits, int most) {
    int at = k + most + 1;
    boolean down = k == -edits || k != edits && furthest[at - 1] < furthest[at + 1];
    return edits == 0 ? 0 : down ? furthest[at + 1] : furthest[at - 1] + 1;
  }

  /// Goes from the end of both texts to their beginning.
  private static List<Step> back(List<Word> before, List<Word> after, List<int[]> trace, int most) {
    List<Step> steps = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int edits = trace.size() - 1; edits >= 0; edits--) {
      int k = x - y;
      int begin = next(trace.get(edits), k, edits, most);
      while (x > begin && y > begin - k) {
        steps.add(new Step(Kind.SHARED, after.get(--y)));
        x--;
      }
      if (edits > 0) {
        int at = k + most + 1;
        int[] furthest = trace.get(edits);
        boolean down = k == -edits || k != edits && furthest[at - 1] < furthest[at + 1];
        steps.add(
            down ? new Step(Kind.ADDED, after.get(--y)) : new Step(Kind.LEFT_OUT, before.get(--x)));
      }
    }
    return steps.reversed();
  }

  /// Steps of a kind in one run each; within a change first what is left out, then what is added.
  private static List<Run> joined(List<Step> steps) {
    List<Run> runs = new ArrayList<>();
    List<Word> out = new ArrayList<>();
    List<Word> in = new ArrayList<>();
    int at = 0;
    while (at < steps.size()) {
      int until = at;
      while (until < steps.size() && steps.get(until).kind() == Kind.SHARED) {
        until++;
      }
      List<Word> shared = steps.subList(at, until).stream().map(Step::word).toList();
      if (isChance(shared, out.size() + in.size(), changed(steps, until))) {
        out.addAll(shared);
        in.addAll(shared);
      } else {
        add(runs, Kind.LEFT_OUT, out);
        add(runs, Kind.ADDED, in);
        out.clear();
        in.clear();
        add(runs, Kind.SHARED, shared);
      }
      for (at = until; at < steps.size() && steps.get(at).kind() != Kind.SHARED; at++) {
        (steps.get(at).kind() == Kind.ADDED ? in : out).add(steps.get(at).word());
      }
    }
    add(runs, Kind.LEFT_OUT, out);
    add(runs, Kind.ADDED, in);
    return runs;
  }

  private static int changed(List<Step> steps, int from) {
    int until = from;
    while (until < steps.size() && steps.get(until).kind() != Kind.SHARED) {
      until++;
    }
    return until - from;
  }

  private static boolean isChance(List<Word> shared, int before, int after) {
    int halves = shared.stream().mapToInt(Word::halves).sum();
    return !shared.isEmpty()
        && halves <= CHANCE * Tokens.WORD
        && before > 2 * shared.size()
        && after > 2 * shared.size();
  }

  private static void add(List<Run> runs, Kind kind, List<Word> words) {
    if (!words.isEmpty()) {
      StringBuilder text = new StringBuilder();
      words.forEach(it -> text.append(it.written()));
      int halves = words.stream().mapToInt(Word::halves).sum();
      runs.add(new Run(kind, text.toString(), (halves + 1) / Tokens.WORD));
    }
  }
}
