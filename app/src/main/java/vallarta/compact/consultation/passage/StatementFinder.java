package vallarta.compact.consultation.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vallarta.compact.language.Language;

/// Finds which passages ask, undertake, state a fact, name a concern or tell of a practice, by the
/// cue words of their language, and who says it to whom.
///
/// The cues are data: one file for each language. Safe for use by many threads.
public final class StatementFinder {

  /// The longest context: enough for a heading path and a lead sentence.
  static final int LONGEST_CONTEXT = 400;

  private static final int USUAL = 2;

  /// The States that make a recommendation, each in brackets after it.
  private static final Pattern RECOMMENDERS =
      Pattern.compile("((?:[(（][^()（）\\d]{3,80}[)）]\\s*)+)[.;；。]?$");

  private static final Pattern ACRONYM = Pattern.compile("[\\p{Lu}-]+");

  private final Map<Language, CueTree> cues = new EnumMap<>(Language.class);

  public StatementFinder() {
    for (Language language : Language.list()) {
      cues.put(language, CueBook.of(language).tree());
    }
  }

  /// The statements among the passages of one text, in its order.
  public List<FoundStatement> find(List<Passage> passages, Language language) {
    return new Run(passages, language).statements();
  }

  /// A passage that was given as a statement, for example a row of a table: it is one, of the kind
  /// that its cues tell, or where there are none of the given kind.
  public FoundStatement findWhole(Passage passage, Kind otherwise, Language language) {
    List<FoundStatement> found = find(List.of(passage), language);
    return found.isEmpty()
        ? new FoundStatement(passage, otherwise, "", "", "", "")
        : found.getFirst();
  }

  /// One text on its way through.
  private final class Run {
    private final List<Passage> passages;
    private final Language language;
    private final CueTree tree;
    private final Speakers speakers = new Speakers();
    private final List<FoundStatement> statements = new ArrayList<>();
    private int paragraph = -1;
    private String opening = "";
    private Lead lead;

    Run(List<Passage> passages, Language language) {
      this.passages = passages;
      this.language = language;
      this.tree = Objects.requireNonNull(cues.get(language));
      this.lead = new Lead("", Optional.empty(), "", "");
    }

    List<FoundStatement> statements() {
      for (int i = 0; i < passages.size(); i++) {
        Passage passage = passages.get(i);
        boolean opens = passage.paragraph() != paragraph;
        if (opens) {
          paragraph = passage.paragraph();
          opening = "";
          speakers.paragraph();
        }
        if (!opensList(i)) {
          statement(passage).ifPresent(statements::add);
        }
        if (opens) {
          opening = passage.text();
        }
      }
      return statements;
    }

    /// The words that open a list say nothing without its items.
    private boolean opensList(int i) {
      return i + 1 < passages.size()
          && !passages.get(i + 1).lead().isEmpty()
          && passages.get(i + 1).lead().endsWith(passages.get(i).text());
    }

    private Optional<FoundStatement> statement(Passage passage) {
      Lead above = leadOf(passage);
      Sentence sentence = Sentence.of(passage.text(), language, tree);
      Optional<Verdict> own = Verdict.of(sentence);
      Optional<Verdict> verdict = above.verdict.filter(of -> of.weight() >= USUAL).or(() -> own);
      String said = speakers.of(sentence);
      if (verdict.isEmpty()) {
        return Optional.empty();
      }
      Kind kind = verdict.get().kind();
      String speaker =
          first(said, recommenders(passage, kind), above.speaker, going(sentence, kind));
      String addressee = kind == Kind.ASK ? first(Addressees.of(sentence), above.addressee) : "";
      return Optional.of(
          new FoundStatement(
              passage, kind, verdict.get().cue(), speaker, addressee, context(passage)));
    }

    private String going(Sentence sentence, Kind kind) {
      return kind == Kind.ASK || kind == Kind.CONCERN ? speakers.going(sentence) : "";
    }

    private Lead leadOf(Passage passage) {
      if (!passage.lead().equals(lead.text)) {
        Sentence sentence = Sentence.of(passage.lead(), language, tree);
        lead =
            new Lead(
                passage.lead(),
                Verdict.of(sentence),
                speakers.of(sentence),
                Addressees.of(sentence));
      }
      return lead;
    }

    private String context(Passage passage) {
      var parts = new ArrayList<>(passage.headings());
      if (!passage.lead().isEmpty()) {
        parts.add(passage.lead());
      } else if (!opening.isEmpty()) {
        parts.add(opening);
      }
      return Blanks.shorten(String.join(" / ", parts), LONGEST_CONTEXT);
    }
  }

  private record Lead(String text, Optional<Verdict> verdict, String speaker, String addressee) {}

  private static String recommenders(Passage passage, Kind kind) {
    Matcher matcher = RECOMMENDERS.matcher(passage.text());
    boolean numbered = passage.number().indexOf('.') > 0;
    if (kind != Kind.ASK || !numbered || !matcher.find()) {
      return "";
    }
    return Arrays.stream(matcher.group(1).split("[()（）]"))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !ACRONYM.matcher(name).matches())
        .collect(Collectors.joining("; "));
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (!candidate.isEmpty()) {
        return candidate;
      }
    }
    return "";
  }
}
