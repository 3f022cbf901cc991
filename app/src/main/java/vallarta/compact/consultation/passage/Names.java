package vallarta.compact.consultation.passage;

import vallarta.compact.consultation.passage.Cue.Role;
import vallarta.compact.consultation.passage.CueTree.Hit;
import vallarta.compact.language.Language;

/// Where a name stands in a sentence, and how it is written without its article.
final class Names {

  private Names() {}

  /// Where the clause begins whose verb stands at an index.
  static int clauseStart(Sentence sentence, int verb) {
    int start = 0;
    for (int head : sentence.heads()) {
      if (head <= verb) {
        start = head;
      }
    }
    if (sentence.language() == Language.ZH) {
      for (int at = start; at < verb; at++) {
        if (sentence.words().get(at).type() == Word.Type.MARK
            && "，,；;：:。".contains(sentence.words().get(at).form())) {
          start = at + 1;
        }
      }
    }
    return start;
  }

  /// The words from one index to another as a name: without article, marks and adverbs at its ends.
  static String tidy(Sentence sentence, int first, int last) {
    int from = first;
    while (from <= last
        && (sentence.words().get(from).type() != Word.Type.WORD
            || isAt(sentence, Role.ARTICLE, from)
            || isAt(sentence, Role.ADVERB, from))) {
      from++;
    }
    int to = last;
    while (to >= from
        && ((sentence.words().get(to).type() == Word.Type.MARK
                && !sentence.words().get(to).form().equals(")"))
            || isAt(sentence, Role.ADVERB, to))) {
      to--;
    }
    String name = sentence.words(from, to);
    boolean bracket = name.indexOf('(') < 0 && name.endsWith(")");
    name = bracket ? name.substring(0, name.length() - 1) : name;
    return sentence.language() == Language.AR && name.startsWith("لل")
        ? "ال" + name.substring(2)
        : name;
  }

  /// Whether a cue of a role begins at a word.
  static boolean begins(Sentence sentence, Role role, int at) {
    for (Hit hit : sentence.hits()) {
      if (hit.cue().role() == role && hit.first() == at) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word is a cue of a role by itself.
  static boolean isAt(Sentence sentence, Role role, int at) {
    for (Hit hit : sentence.hits()) {
      if (hit.cue().role() == role && hit.first() == at && hit.last() == at) {
        return true;
      }
    }
    return false;
  }
}
