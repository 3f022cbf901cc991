package vallarta.compact.consultation.passage;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vallarta.compact.language.Language;

/// Finds where sentences end: by the rules of Unicode (UAX 29, as ICU carries them out), mended for
/// the abbreviations, initials, quotation marks and note numbers of United Nations documents.
///
/// Safe for use by many threads: each call works on its own copy of the iterator.
final class Sentences {

  /// A stop that is followed by the number of a note, and a stop without the blank after it.
  private static final Pattern MISSED =
      Pattern.compile(
          "(?<=[\\p{L})”»\"][.!?][”»\"]?)\\d{1,3}(?:[,–-] ?\\d{1,3})* (?=[\\p{Lu}“«\"])"
              + "|(?<=\\);) (?=\\p{Lu}\\p{Ll})"
              + "|(?<=\\p{Ll}{3}[.?!])(?=\\p{Lu}\\p{Ll}+ )"
              + "|(?<=[؟!。！？])(?=[\\p{IsArabic}\\p{IsHan}])");

  private static final Pattern NOTE_NUMBER =
      Pattern.compile("(?<=[\\p{L})”»\"][.!?][”»\"]?)\\d{1,3}(?:[,–-] ?\\d{1,3})*$");

  private static final Pattern LEADING_NOTE =
      Pattern.compile("\\d{1,3}(?:[,–-] ?\\d{1,3})* (\\p{Lu}[\\p{L}\\p{N}]*)");

  private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}\\p{M}º°ª.]+\\.$");

  private final Map<Language, Rules> rules = new EnumMap<>(Language.class);

  Sentences() {
    for (Language language : Language.list()) {
      rules.put(
          language,
          new Rules(
              BreakIterator.getSentenceInstance(language.locale()), Abbreviations.of(language)));
    }
  }

  /// What is known of a language. The iterator is only copied, never moved.
  private record Rules(BreakIterator iterator, Abbreviations abbreviations) {}

  /// A stretch of the text.
  record Span(int start, int end) {}

  /// The sentences of the text between two offsets, in order, without blanks at their ends. Note
  /// numbers after the stop belong to none.
  List<Span> split(String text, int start, int end, Language language) {
    String level = Blanks.level(text, start, end);
    var spans = new ArrayList<Span>();
    int from = 0;
    for (int to : breaks(level, language)) {
      int first = afterNote(level, Blanks.skip(level, from, to), to, from > 0, language);
      int last = withoutNote(level, first, Blanks.trim(level, first, to));
      if (first < last) {
        spans.add(new Span(start + first, start + last));
      }
      from = to;
    }
    return spans;
  }

  private List<Integer> breaks(String level, Language language) {
    BreakIterator iterator = rules(language).iterator.clone();
    iterator.setText(level);
    var candidates = new TreeSet<Integer>();
    for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
      candidates.add(at);
    }
    Matcher missed = MISSED.matcher(level);
    while (missed.find()) {
      candidates.add(missed.end());
    }
    var breaks = new ArrayList<Integer>();
    int from = 0;
    for (int candidate : candidates) {
      int at = afterClosing(level, candidate);
      if (at == level.length() || (at > from && isBreak(level, from, at, language))) {
        breaks.add(at);
        from = at;
      }
    }
    return breaks;
  }

  /// A closing mark that stands apart after the stop belongs to the sentence before it.
  private static int afterClosing(String level, int at) {
    int end = at;
    while (end < level.length() && "»”’>)]".indexOf(level.charAt(end)) >= 0) {
      end++;
    }
    return end > at ? Blanks.skip(level, end, level.length()) : at;
  }

  private boolean isBreak(String level, int from, int at, Language language) {
    int last = Blanks.trim(level, from, at);
    String before = level.substring(from, last);
    int next = Blanks.skip(level, at, level.length());
    if (next == level.length()) {
      return true;
    }
    char follower = level.charAt(next);
    if (Character.isLowerCase(follower) || !hasWord(before) || ",;".indexOf(follower) >= 0) {
      return false;
    }
    Matcher word = LAST_WORD.matcher(before);
    return !word.find()
        || rules(language)
            .abbreviations
            .endsSentence(before.substring(0, word.start()), word.group(), level.substring(next));
  }

  /// Whether there is a word beside a number: "12." alone is the head of what follows.
  private static boolean hasWord(String text) {
    return text.codePoints().filter(Character::isLetter).limit(2).count() > 1;
  }

  /// The number of a note that stands apart, after the stop of the sentence before: "... funds. 18
  /// The Committee".
  private int afterNote(String level, int first, int to, boolean inside, Language language) {
    if (!inside || first >= to || !Character.isDigit(level.charAt(first))) {
      return first;
    }
    Matcher note = LEADING_NOTE.matcher(level).region(first, to);
    if (!note.lookingAt()) {
      return first;
    }
    String word = note.group(1);
    boolean begins = rules(language).abbreviations.isOpener(word);
    boolean acronym = word.codePoints().filter(Character::isUpperCase).limit(2).count() > 1;
    return begins || acronym ? note.start(1) : first;
  }

  private Rules rules(Language language) {
    return Objects.requireNonNull(rules.get(language));
  }

  private static int withoutNote(String level, int first, int last) {
    if (last - first < 4 || !Character.isDigit(level.charAt(last - 1))) {
      return last;
    }
    Matcher note = NOTE_NUMBER.matcher(level).region(first, last);
    note.useTransparentBounds(true);
    return note.find() ? note.start() : last;
  }
}
