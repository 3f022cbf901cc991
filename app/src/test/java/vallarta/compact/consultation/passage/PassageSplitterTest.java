package vallarta.compact.consultation.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.language.Language;

final class PassageSplitterTest {

  private static final PassageSplitter SPLITTER = new PassageSplitter();

  @Test
  void takesTheNumberOfAParagraphOffItsText() {
    List<Passage> passages = split("12. The group met. It agreed.\n\n115.3 Ratify the treaty.");

    assertThat(passages).extracting(Passage::number).containsExactly("12", "12", "115.3");
    assertThat(passages)
        .extracting(Passage::text)
        .containsExactly("The group met.", "It agreed.", "Ratify the treaty.");
    assertThat(passages).extracting(Passage::paragraph).containsExactly(1, 1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | (a) Adopt a law. | (a) | Adopt a law.",
        "EN | (iv) Adopt a law. | (iv) | Adopt a law.",
        "EN | b) Adopt a law. | b) | Adopt a law.",
        "EN | • Adopt a law. | '' | Adopt a law.",
        "EN | – Adopt a law. | '' | Adopt a law.",
        "EN | 12 migrants drowned. | '' | 12 migrants drowned.",
        "EN | 3.5 per cent drowned. | '' | 3.5 per cent drowned.",
        "EN | I agree. | '' | I agree.",
        "AR | ٢٣ - تدعو اللجنة الدول. | ٢٣ | تدعو اللجنة الدول.",
        "AR | (أ) اعتماد قانون. | (أ) | اعتماد قانون.",
        "RU | а) принять закон. | а) | принять закон.",
        "ZH | 一、批准公约。 | 一 | 批准公约。",
        "ZH | （二）批准公约。 | （二） | 批准公约。",
        "ZH | 1．批准公约。 | 1 | 批准公约。",
        "ZH | 一些国家批准了公约。 | '' | 一些国家批准了公约。",
      })
  void readsNumbersInTheMannerOfEachLanguage(
      Language language, String paragraph, String number, String text) {
    Passage passage = SPLITTER.split(PlainText.read(paragraph), language).getFirst();

    assertThat(passage.number()).isEqualTo(number);
    assertThat(passage.text()).isEqualTo(text);
  }

  @Test
  void givesANumberThatStandsAloneToTheParagraphBelowIt() {
    assertThat(split("121.1\n\nRatify the treaty.").getFirst().number()).isEqualTo("121.1");
  }

  @Test
  void carriesThePathOfHeadings() {
    List<Passage> passages =
        split("# Report\n\n## Human dimension\n\nOne.\n\n## Global dimension\n\nTwo.");

    assertThat(passages)
        .extracting(Passage::headings)
        .containsExactly(
            List.of("Report", "Human dimension"), List.of("Report", "Global dimension"));
  }

  @Test
  void givesItemsTheLeadOfTheirList() {
    List<Passage> passages =
        split("We call on States to:\n\n(a) Ratify the treaty;\n\n(b) Train judges.\n\nThank you.");

    assertThat(passages)
        .extracting(Passage::lead)
        .containsExactly("", "We call on States to:", "We call on States to:", "");
    assertThat(passages).extracting(Passage::number).containsExactly("", "(a)", "(b)", "");
  }

  @Test
  void joinsTheLeadsOfNestedLists() {
    List<Passage> passages =
        split(
            "We ask States:\n\n(a) In law, to:\n\n(i) Ratify the treaty;\n\n(ii) Repeal the act;\n\n"
                + "(b) In practice, to train judges.");

    assertThat(passages.get(3).lead()).isEqualTo("We ask States: In law, to:");
    assertThat(passages.get(4).lead()).isEqualTo("We ask States:");
  }

  @Test
  void opensTheListThatRunsOnInAParagraph() {
    List<Passage> passages =
        split("We call on States to: (a) ratify the treaty; and (b) train the judges.");

    assertThat(passages)
        .extracting(Passage::text)
        .containsExactly("We call on States to:", "ratify the treaty", "train the judges.");
    assertThat(passages.get(1).number()).isEqualTo("(a)");
    assertThat(passages.get(2).lead()).isEqualTo("We call on States to:");
  }

  @Test
  void partsTheAsksOfALeadAtSemicolons() {
    List<Passage> passages =
        split("The city should: open its schools; train its teachers; and count its residents.");

    assertThat(passages)
        .extracting(Passage::text)
        .containsExactly(
            "The city should:", "open its schools", "train its teachers", "count its residents.");
  }

  @Test
  void leavesReferencesAndClausesWhole() {
    assertThat(split("Paragraphs (a) and (b) of article 3 apply.")).hasSize(1);
    assertThat(split("The town should end hatred, teach languages, and hold feasts.")).hasSize(1);
  }

  @Test
  void putsAParagraphTogetherThatAPageTears() {
    List<Passage> passages = split("It should rest on principles of\n\n\fcoherence and openness.");

    assertThat(passages).hasSize(1);
    assertThat(passages.getFirst().text())
        .isEqualTo("It should rest on principles of coherence and openness.");
    assertThat(passages.getFirst().page()).isEqualTo(1);
  }

  @Test
  void keepsARowWhole() {
    Passage row = SPLITTER.whole(" 3. Ratify the treaty. Train\njudges. ");

    assertThat(row.number()).isEqualTo("3");
    assertThat(row.text()).isEqualTo("Ratify the treaty. Train judges.");
  }

  /// For texts made at random of the parts that matter.
  @Test
  void textIsTheSubstringBetweenTheOffsets() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    String[] parts = {
      "States should act. ",
      "(a) ",
      "(b) ",
      "; ",
      ": ",
      "12. ",
      "\n",
      "\n\n",
      "\n\n# ",
      "\n\n- ",
      "\u00A0",
      "\u3000",
      "Mr. ",
      "U.N. ",
      "“No.” ",
      "« Oui. » ",
      "heard.12 ",
      "应批准。",
      "ينبغي العمل. ",
      "Следует принять. ",
      "\uD83D\uDE00 ",
      "… ",
      ") ",
      "\f",
      "1．",
      "а) ",
      "121.1\n\n",
    };
    for (int round = 0; round < 500; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      Reading reading = PlainText.read(text.toString());
      Language language = Language.list().get(random.nextInt(6));
      int end = 0;
      for (Passage passage : SPLITTER.split(reading, language)) {
        assertThat(Blanks.fold(reading.text().substring(passage.start(), passage.end())))
            .as("seed %s, text %s", seed, reading.text())
            .isEqualTo(passage.text())
            .isNotEmpty();
        assertThat(passage.start()).as("seed %s", seed).isGreaterThanOrEqualTo(end);
        end = passage.end();
      }
    }
  }

  private static List<Passage> split(String text) {
    return SPLITTER.split(PlainText.read(text), Language.EN);
  }
}
