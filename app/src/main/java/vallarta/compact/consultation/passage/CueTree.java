package vallarta.compact.consultation.passage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A tree of cues by their words, that finds all cues of a sentence in one walk.
///
/// Built once, then only read: safe for use by many threads.
final class CueTree {

  /// How many words a gap may hold.
  static final int GAP = 6;

  /// A cue at its place.
  ///
  /// @param first index of its first word
  /// @param last index of its last word
  record Hit(Cue cue, int first, int last) {

    boolean covers(Hit other) {
      return first <= other.first && last >= other.last;
    }
  }

  private static final class Node {
    final Map<String, Node> words = new HashMap<>();
    final Map<String, Node> prefixes = new HashMap<>();
    final Map<String, Node> suffixes = new HashMap<>();
    final List<Cue> cues = new ArrayList<>();
    int shortestPrefix = Integer.MAX_VALUE;
    int longestPrefix;
    @Nullable Node number;
    @Nullable Node gap;
  }

  private final Node anywhere = new Node();
  private final Node atHead = new Node();

  /// Adds a cue.
  ///
  /// @param parts its parts, each with its alternatives, each of those the words in their compared
  ///   form: `abc*` begins with, `*abc` ends with, `#` is a number, `~` is a gap of up to six
  ///   words; no words where the part may be missing
  void add(List<List<List<String>>> parts, boolean head, Cue cue) {
    add(head ? atHead : anywhere, parts, cue);
  }

  private static void add(Node node, List<List<List<String>>> parts, Cue cue) {
    if (parts.isEmpty()) {
      node.cues.add(cue);
      return;
    }
    for (List<String> alternative : parts.getFirst()) {
      Node next = node;
      for (String word : alternative) {
        next = step(next, word);
      }
      add(next, parts.subList(1, parts.size()), cue);
    }
  }

  private static Node step(Node node, String part) {
    if (part.equals("#")) {
      node.number = node.number == null ? new Node() : node.number;
      return node.number;
    }
    if (part.equals("~")) {
      node.gap = node.gap == null ? new Node() : node.gap;
      return node.gap;
    }
    if (part.endsWith("*")) {
      String prefix = part.substring(0, part.length() - 1);
      node.shortestPrefix = Math.min(node.shortestPrefix, prefix.length());
      node.longestPrefix = Math.max(node.longestPrefix, prefix.length());
      return node.prefixes.computeIfAbsent(prefix, key -> new Node());
    }
    if (part.startsWith("*")) {
      return node.suffixes.computeIfAbsent(part.substring(1), key -> new Node());
    }
    return node.words.computeIfAbsent(part, key -> new Node());
  }

  /// The cues of a sentence that may stand anywhere.
  List<Hit> find(List<Word> words) {
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < words.size(); i++) {
      walk(anywhere, words, i, i, hits::add);
    }
    return hits;
  }

  /// The cues that stand at a head of a sentence.
  List<Hit> findAt(List<Word> words, int head) {
    var hits = new ArrayList<Hit>();
    walk(atHead, words, head, head, hits::add);
    return hits;
  }

  private static void walk(Node node, List<Word> words, int first, int at, Consumer<Hit> found) {
    for (Cue cue : node.cues) {
      found.accept(new Hit(cue, first, at - 1));
    }
    if (node.gap != null) {
      for (int skip = at; skip <= Math.min(at + GAP, words.size() - 1); skip++) {
        walk(node.gap, words, first, skip, found);
        if (endsClause(words.get(skip))) {
          break;
        }
      }
    }
    if (at >= words.size()) {
      return;
    }
    Word word = words.get(at);
    step(node, word.form(), word, words, first, at, found);
    if (!word.bare().equals(word.form())) {
      step(node, word.bare(), word, words, first, at, found);
    }
  }

  private static void step(
      Node node, String form, Word word, List<Word> words, int first, int at, Consumer<Hit> found) {
    if (node.number != null && word.type() == Word.Type.NUMBER) {
      walk(node.number, words, first, at + 1, found);
    }
    Node exact = node.words.get(form);
    if (exact != null) {
      walk(exact, words, first, at + 1, found);
    }
    for (int length = node.shortestPrefix;
        length <= Math.min(node.longestPrefix, form.length());
        length++) {
      Node prefix = node.prefixes.get(form.substring(0, length));
      if (prefix != null) {
        walk(prefix, words, first, at + 1, found);
      }
    }
    for (Map.Entry<String, Node> suffix : node.suffixes.entrySet()) {
      if (form.length() > suffix.getKey().length() && form.endsWith(suffix.getKey())) {
        walk(suffix.getValue(), words, first, at + 1, found);
      }
    }
  }

  private static boolean endsClause(Word word) {
    return word.type() == Word.Type.MARK && ";:.?!؛؟；：。？！".contains(word.form());
  }
}
