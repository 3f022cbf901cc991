package vallarta.compact.consultation.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vallarta.compact.consultation.passage.Cue.Role;
import vallarta.compact.consultation.passage.CueTree.Hit;
import vallarta.compact.language.Language;

/// A sentence with its words and the cues found in it, those without a meaning here taken out.
///
/// @param heads indexes of words at which an imperative or a subject may begin: the first, and
///   those after opening adverbs and phrases
record Sentence(
    String text, Language language, List<Word> words, List<Integer> heads, List<Hit> hits) {

  private static final int MOST_HEADS = 5;

  static Sentence of(String text, Language language, CueTree tree) {
    List<Word> words = Word.list(text, language);
    List<Hit> hits = tree.find(words);
    List<Integer> heads = heads(words, hits);
    for (int head : heads) {
      hits.addAll(tree.findAt(words, head));
    }
    List<Hit> weakening =
        hits.stream()
            .filter(hit -> hit.cue().role() == Role.NOT || hit.cue().role() == Role.REMEDY)
            .toList();
    if (!weakening.isEmpty()) {
      hits.removeIf(hit -> weakening.stream().anyMatch(by -> weakens(by, hit)));
    }
    return new Sentence(text, language, words, heads, hits);
  }

  private static boolean weakens(Hit by, Hit hit) {
    Role role = hit.cue().role();
    boolean meant =
        by.cue().role() == Role.REMEDY
            ? role == Role.CONCERN
            : role.compareTo(Role.PLAIN) <= 0
                || role == Role.SAYS
                || role == Role.ASKS
                || role == Role.MODAL;
    return meant && by.covers(hit);
  }

  private static List<Integer> heads(List<Word> words, List<Hit> hits) {
    var heads = new ArrayList<Integer>();
    int at = skipMarks(words, 0);
    while (at < words.size() && heads.size() < MOST_HEADS) {
      heads.add(at);
      int here = at;
      Optional<Hit> opener =
          hits.stream()
              .filter(hit -> hit.first() == here)
              .filter(hit -> hit.cue().role() == Role.ADVERB || hit.cue().role() == Role.OPENER)
              .max(Comparator.comparingInt(Hit::last));
      if (opener.isEmpty()) {
        break;
      }
      at =
          opener.get().cue().role() == Role.ADVERB
              ? skipMarks(words, opener.get().last() + 1)
              : afterComma(words, at);
    }
    return heads;
  }

  private static int skipMarks(List<Word> words, int from) {
    int at = from;
    while (at < words.size() && words.get(at).type() != Word.Type.WORD) {
      at++;
    }
    return at;
  }

  private static int afterComma(List<Word> words, int from) {
    int at = from;
    while (at < words.size() && !isComma(words.get(at))) {
      at++;
    }
    return skipMarks(words, at);
  }

  static boolean isComma(Word word) {
    return word.type() == Word.Type.MARK && ",،，、".contains(word.form());
  }

  /// The cues of a role, by their place.
  List<Hit> hits(Role role) {
    return hits.stream()
        .filter(hit -> hit.cue().role() == role)
        .sorted(Comparator.comparingInt(Hit::first).thenComparingInt(hit -> -hit.last()))
        .toList();
  }

  boolean has(Role role, int first, int last) {
    return hits.stream()
        .anyMatch(hit -> hit.cue().role() == role && hit.first() >= first && hit.last() <= last);
  }

  /// The surest cue of a role, the first of equally sure ones.
  Optional<Hit> surest(Role role) {
    return hits.stream()
        .filter(hit -> hit.cue().role() == role)
        .max(
            Comparator.<Hit>comparingInt(hit -> hit.cue().weight())
                .thenComparingInt(hit -> -hit.first())
                .thenComparingInt(Hit::last));
  }

  /// The text from one word to another.
  String words(int first, int last) {
    return first > last ? "" : text.substring(words.get(first).start(), words.get(last).end());
  }

  boolean endsWithStop() {
    String end = text.replaceAll("[\"”»’')）\\]>\\s]+$", "");
    return !end.isEmpty() && ".!?。！？؟…".indexOf(end.charAt(end.length() - 1)) >= 0;
  }
}
