package vallarta.compact.consultation.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vallarta.compact.consultation.passage.Cue.Role;
import vallarta.compact.consultation.passage.CueTree.Hit;
import vallarta.compact.language.Language;

/// Who says a sentence, where the text names somebody; it remembers who spoke before in the
/// paragraph, for "they" and "the group", and in the text, for a surname alone.
final class Speakers {

  private static final int LONGEST_NAME = 140;
  private static final int MOST_WORDS = 18;

  /// "the head of the delegation" may speak, "the steps taken in the field of …" do not.
  private static final int MOST_WORDS_OF_ROLE = 8;

  private static final int MOST_AFTER_PRONOUN = 4;
  private static final int MOST_CHARACTERS = 24;

  private final List<String> named = new ArrayList<>();
  private String last = "";

  /// A new paragraph: nobody has spoken in it.
  void paragraph() {
    last = "";
  }

  /// The speaker that a sentence names, or the one before whom it means, else empty.
  String of(Sentence sentence) {
    Optional<String> name = source(sentence).or(() -> subject(sentence));
    if (name.isEmpty()) {
      return "";
    }
    String speaker = fullName(name.get());
    last = speaker;
    if (!speaker.isEmpty()) {
      named.remove(speaker);
      named.add(speaker);
    }
    return speaker;
  }

  /// The speaker of a sentence that goes on with what somebody said before it.
  String going(Sentence sentence) {
    return sentence.hits(Role.SELF).isEmpty() ? last : "";
  }

  private Optional<String> source(Sentence sentence) {
    for (Hit hit : sentence.hits(Role.SOURCE)) {
      int end = hit.last() + 1;
      while (end < sentence.words().size() && isPartOfName(sentence, end)) {
        end++;
      }
      String name = Names.tidy(sentence, hit.last() + 1, end - 1);
      if (isName(name) && !name.isEmpty() && !sentence.has(Role.SELF, hit.last() + 1, end)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean isPartOfName(Sentence sentence, int at) {
    Word word = sentence.words().get(at);
    return word.type() != Word.Type.MARK || word.form().equals("(") || word.form().equals(")");
  }

  private Optional<String> subject(Sentence sentence) {
    for (Hit hit : sentence.hits(Role.SAYS)) {
      Optional<String> name =
          sentence.language() == Language.AR ? after(sentence, hit) : before(sentence, hit);
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  private Optional<String> before(Sentence sentence, Hit says) {
    int first = Names.clauseStart(sentence, says.first());
    int end = says.first() - 1;
    Optional<Hit> cut =
        sentence.hits(Role.CUT).stream()
            .filter(hit -> hit.first() >= first && hit.first() <= end)
            .findFirst();
    int until = cut.map(hit -> hit.first() - 1).orElse(end);
    int last = withoutApposition(sentence, first, until);
    if (last < first
        || Names.isAt(sentence, Role.OPENER, first)
        || sentence.has(Role.SELF, first, last)
        || sentence.has(Role.MODAL, first, last)
        || sentence.has(Role.PLAIN, first, last)
        || sentence.has(Role.ASK, first, last)
        || sentence.has(Role.SAYS, first, last)) {
      return Optional.empty();
    }
    Optional<Hit> again =
        sentence.hits(Role.AGAIN).stream().filter(hit -> hit.first() == first).findFirst();
    if (again.isPresent()) {
      return again(sentence, again.get(), last);
    }
    String name = Names.tidy(sentence, first, last);
    return isName(name) ? Optional.of(name) : Optional.empty();
  }

  /// "They" is who spoke before in the paragraph; "the group" too, or itself where nobody did; "the
  /// same Committee", a cue of more weight, is who was named last in the text.
  private Optional<String> again(Sentence sentence, Hit again, int end) {
    if (!last.isEmpty()) {
      return Optional.of(last);
    }
    if (again.cue().weight() > 1 && !named.isEmpty()) {
      return Optional.of(named.getLast());
    }
    String name = Names.tidy(sentence, again.first(), end);
    boolean pronoun = end == again.first() || end - again.last() > MOST_AFTER_PRONOUN;
    return pronoun || !isName(name) ? Optional.empty() : Optional.of(name);
  }

  private Optional<String> after(Sentence sentence, Hit says) {
    int end = says.last() + 1;
    while (end < sentence.words().size()
        && sentence.words().get(end).type() != Word.Type.MARK
        && !sentence.has(Role.UNTIL, end, end)
        && !Names.begins(sentence, Role.WHOM, end)
        && !sentence.has(Role.CUT, end, end)
        && !sentence.has(Role.CLAUSE, end, end)) {
      end++;
    }
    String name = Names.tidy(sentence, says.last() + 1, end - 1);
    boolean said = end > says.last() + 1 && end < sentence.words().size();
    return said && isName(name) ? Optional.of(name) : Optional.empty();
  }

  /// "Ms. X, the President of Y, said": the name alone. "X, Y and Z said" stays.
  private static int withoutApposition(Sentence sentence, int first, int end) {
    int last = end;
    boolean closed = last >= first && Sentence.isComma(sentence.words().get(last));
    while (last >= first
        && sentence.words().get(last).type() == Word.Type.MARK
        && !sentence.words().get(last).form().equals(")")) {
      last--;
    }
    if (closed || last - first > MOST_WORDS) {
      for (int at = first; at < last; at++) {
        if (Sentence.isComma(sentence.words().get(at))) {
          return at - 1;
        }
      }
    }
    return last;
  }

  private static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.matches(".*[:;?!：；。？].*")) {
      return false;
    }
    if (Character.isLowerCase(name.codePointAt(0)) && name.split(" ").length > MOST_WORDS_OF_ROLE) {
      return false;
    }
    boolean han = name.codePoints().anyMatch(Character::isIdeographic);
    return han
        ? name.length() <= MOST_CHARACTERS
        : name.split(" ").length <= MOST_WORDS && name.codePoints().anyMatch(Character::isLetter);
  }

  /// A surname stands for the person who was named in full before, "the Committee" for the one that
  /// spoke last.
  private String fullName(String name) {
    if (name.contains(" ") || name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    if (holds(last, name)) {
      return last;
    }
    return named.reversed().stream()
        .filter(full -> full.contains(" ") && holds(full, name) && isPerson(full))
        .findFirst()
        .orElse(name);
  }

  private static boolean holds(String full, String word) {
    return List.of(full.split("[ .]+")).contains(word);
  }

  private static boolean isPerson(String full) {
    return full.codePoints().filter(Character::isUpperCase).count() >= full.split(" ").length;
  }
}
