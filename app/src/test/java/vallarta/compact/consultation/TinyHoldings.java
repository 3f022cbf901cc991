package vallarta.compact.consultation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vallarta.compact.consultation.coding.Concept;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.consultation.passage.FoundStatement;
import vallarta.compact.consultation.passage.Kind;
import vallarta.compact.consultation.passage.Passage;
import vallarta.compact.consultation.reading.ReadingStatus;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;

/// Statements of a few lines: `voice | type | region | language | dimensions | themes | text`, the
/// first is S-1. A term after a `-` was rejected.
public final class TinyHoldings {

  /// Two dimensions, and two themes in one group.
  public static final Thesaurus THESAURUS =
      new Thesaurus(
          List.of(
              concept(Scheme.DIMENSION, "humanitarian", "", "H", "Humanitarian"),
              concept(Scheme.DIMENSION, "national", "", "N", "National"),
              concept(Scheme.THEME, "living", "", "1", "Living"),
              concept(Scheme.THEME, "labour", "living", "1.1", "Labour"),
              concept(Scheme.THEME, "health", "living", "1.2", "Health")),
          List.of());

  private TinyHoldings() {}

  /// Holdings of those statements and of nothing else.
  public static Holdings of(String lines, ExpectedVoice... expected) {
    List<Statement> statements = statements(lines);
    return Holdings.of(
        1,
        new ThesaurusEdition(0, THESAURUS),
        List.of(),
        List.of(),
        List.of(expected),
        statements.stream().map(Statement::input).distinct().toList(),
        statements,
        0);
  }

  public static List<Statement> statements(String lines) {
    List<String> all = lines.strip().lines().toList();
    return Stream.iterate(0, i -> i + 1)
        .limit(all.size())
        .map(i -> statement(i + 1, all.get(i)))
        .toList();
  }

  /// A statement of a document, without codes, with its place in the text.
  static Statement at(long number, int start, int end) {
    Stakeholder voice = Stakeholder.unknown("a");
    return new Statement(
        new StatementId(number),
        input(1, Language.EN, voice),
        0,
        "",
        new FoundStatement(
            new Passage(0, List.of(), "", 1, start, end, ""), Kind.ASK, "", "", "", ""),
        Language.EN,
        voice,
        null,
        Input.Consent.PUBLISH,
        "",
        List.of());
  }

  /// A statement of an input of its own, by that voice or, when it is empty, by nobody who is
  /// known.
  public static Statement letter(long number, String voice, String text) {
    Stakeholder by =
        voice.isEmpty()
            ? Stakeholder.unknown("letter-" + number)
            : new Stakeholder(voice, voice, "", StakeholderType.NGO, "", "013", false);
    return new Statement(
        new StatementId(number),
        input(number, Language.EN, by),
        0,
        "",
        new FoundStatement(
            new Passage(0, List.of(), "", 1, 0, text.length(), text), Kind.ASK, "", "", "", ""),
        Language.EN,
        by,
        null,
        Input.Consent.PUBLISH,
        "",
        List.of());
  }

  private static Statement statement(int number, String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    Language language = Language.find(cells.get(3)).orElseThrow();
    Stakeholder voice =
        new Stakeholder(
            cells.get(0),
            cells.get(0),
            "",
            StakeholderType.of(cells.get(1)),
            "",
            cells.get(2),
            false);
    return new Statement(
        new StatementId(number),
        input(number, language, voice),
        0,
        "",
        new FoundStatement(
            new Passage(0, List.of(), "", 1, 0, cells.get(6).length(), cells.get(6)),
            Kind.ASK,
            "",
            "",
            "",
            ""),
        language,
        voice,
        null,
        Input.Consent.PUBLISH,
        "",
        Stream.concat(codes(Scheme.DIMENSION, cells.get(4)), codes(Scheme.THEME, cells.get(5)))
            .toList());
  }

  private static Stream<Code> codes(Scheme scheme, String terms) {
    return Arrays.stream(terms.split(";"))
        .filter(it -> !it.isEmpty())
        .map(it ->
            it.startsWith("-")
                ? code(scheme, it.substring(1), Code.State.REJECTED)
                : code(scheme, it, Code.State.SUGGESTED));
  }

  private static Code code(Scheme scheme, String term, Code.State state) {
    return new Code(scheme, term, state, "words", term, term, "", "");
  }

  private static Input input(long number, Language language, Stakeholder voice) {
    return new Input(
        new InputId(number),
        "%064d".formatted(number),
        "input-" + number + ".txt",
        "",
        "text/plain",
        1,
        ReadingStatus.READ,
        "",
        0,
        language,
        Input.LanguageSource.DECLARED,
        voice,
        null,
        "",
        Input.Consent.PUBLISH,
        "",
        Instant.EPOCH,
        false,
        null);
  }

  private static Concept concept(
      Scheme scheme, String id, String group, String notation, String label) {
    return new Concept(scheme, id, group, "", notation, Map.of(Language.EN, label), "");
  }
}
