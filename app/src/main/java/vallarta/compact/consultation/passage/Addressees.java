package vallarta.compact.consultation.passage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vallarta.compact.consultation.passage.Cue.Role;
import vallarta.compact.consultation.passage.CueTree.Hit;
import vallarta.compact.language.Language;

/// Who is asked, where the sentence names somebody: "urged X to", "X should".
final class Addressees {

  private static final int MOST_WORDS = 9;
  private static final int MOST_CHARACTERS = 14;
  private static final String PARTICIPLES =
      "made held kept put given done brought found paid taken heard seen led set built met shared"
          + " sought left told dealt born";
  private static final Set<String> IRREGULAR = Set.of(PARTICIPLES.split(" "));

  private Addressees() {}

  static String of(Sentence sentence) {
    return modalFirst(sentence)
        ? subjectOfModal(sentence).or(() -> asked(sentence)).orElse("")
        : asked(sentence).or(() -> subjectOfModal(sentence)).orElse("");
  }

  /// "X should encourage Y to" asks X, "encouraged Y to say what X should do" asks Y.
  private static boolean modalFirst(Sentence sentence) {
    List<Hit> modals = sentence.hits(Role.MODAL);
    List<Hit> asks = sentence.hits(Role.ASKS);
    return !modals.isEmpty()
        && !asks.isEmpty()
        && modals.getFirst().first() < asks.getFirst().first();
  }

  /// "calls on X to": what stands between the verb and the word that ends the name.
  private static Optional<String> asked(Sentence sentence) {
    for (Hit asks : sentence.hits(Role.ASKS)) {
      int from = asks.last() + 1;
      int most = sentence.language() == Language.ZH ? MOST_CHARACTERS : MOST_WORDS;
      for (int at = from; at <= Math.min(from + most, sentence.words().size() - 1); at++) {
        if (Names.begins(sentence, Role.UNTIL, at)) {
          int first = whom(sentence, from, at - 1);
          String name = Names.tidy(sentence, first, at - 1);
          if (isAddressee(sentence, name, first, at - 1)) {
            return Optional.of(name);
          }
          break;
        }
        if (isStop(sentence.words().get(at))) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  private static int whom(Sentence sentence, int from, int last) {
    for (int at = from; at <= last; at++) {
      if (Names.begins(sentence, Role.WHOM, at)) {
        return at;
      }
    }
    return from;
  }

  private static boolean isStop(Word word) {
    return word.type() == Word.Type.MARK && !Sentence.isComma(word) && !"()".contains(word.form());
  }

  private static Optional<String> subjectOfModal(Sentence sentence) {
    if (sentence.language() == Language.AR) {
      return Optional.empty();
    }
    for (Hit modal : sentence.hits(Role.MODAL)) {
      int first = start(sentence, modal.first());
      int last = modal.first() - 1;
      String name = Names.tidy(sentence, first, last);
      boolean noun = last >= first && Names.isAt(sentence, Role.ARTICLE, last);
      if (!noun
          && !isPassive(sentence, modal.last() + 1)
          && isAddressee(sentence, name, first, last)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /// Where the subject before a modal begins: after "that", "and", a comma.
  private static int start(Sentence sentence, int modal) {
    int start = Names.clauseStart(sentence, modal);
    for (int at = modal - 1; at >= start; at--) {
      Word word = sentence.words().get(at);
      int here = at;
      boolean clause =
          sentence.hits().stream()
              .anyMatch(hit -> hit.cue().role() == Role.CLAUSE && hit.last() == here);
      if (clause || (word.type() == Word.Type.MARK && !"()".contains(word.form()))) {
        return at + 1;
      }
    }
    return start;
  }

  private static boolean isPassive(Sentence sentence, int next) {
    List<Word> words = sentence.words();
    int at = next;
    while (at < words.size() - 1 && sentence.has(Role.ADVERB, at, at)) {
      at++;
    }
    if (at >= words.size() || !sentence.has(Role.PASSIVE, at, at)) {
      return false;
    }
    if (sentence.language() != Language.EN) {
      return true;
    }
    int participle = at + 1;
    while (participle < words.size() - 1 && sentence.has(Role.ADVERB, participle, participle)) {
      participle++;
    }
    String form = participle < words.size() ? words.get(participle).form() : "";
    return form.endsWith("ed") || form.endsWith("wn") || IRREGULAR.contains(form);
  }

  private static boolean isAddressee(Sentence sentence, String name, int first, int last) {
    boolean han = sentence.language() == Language.ZH;
    int most = han ? MOST_CHARACTERS : MOST_WORDS;
    return !name.isEmpty()
        && last - first < most
        && name.codePoints().anyMatch(Character::isLetter)
        && !sentence.has(Role.SELF, first, last)
        && !sentence.has(Role.ASK, first, last)
        && !sentence.has(Role.AGAIN, first, first)
        && !sentence.has(Role.PLAIN, first, last)
        && !sentence.has(Role.SAYS, first, last)
        && !sentence.has(Role.OPENER, first, first);
  }
}
