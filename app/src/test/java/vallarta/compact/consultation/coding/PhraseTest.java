package vallarta.compact.consultation.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vallarta.compact.consultation.coding.Phrase.BadTerm;
import vallarta.compact.consultation.coding.Phrase.Form;
import vallarta.compact.consultation.coding.Phrase.Word;
import vallarta.compact.consultation.coding.Term.Kind;

final class PhraseTest {

  @Test
  void readsPlainWordsAsStems() throws BadTerm {
    assertThat(Phrase.parse(Kind.ANY, "decent  work"))
        .containsExactly(
            new Phrase(List.of(new Word(Form.STEM, "decent"), new Word(Form.STEM, "work")), 0));
  }

  @Test
  void readsAnEqualsSignAsExactWords() throws BadTerm {
    assertThat(Phrase.parse(Kind.NOT, "=UN Women"))
        .containsExactly(
            new Phrase(List.of(new Word(Form.EXACT, "UN"), new Word(Form.EXACT, "Women")), 0));
  }

  @Test
  void readsAStarAsABeginningInTheMidstOfStems() throws BadTerm {
    assertThat(Phrase.parse(Kind.ANY, "migra* rights"))
        .containsExactly(
            new Phrase(List.of(new Word(Form.PREFIX, "migra"), new Word(Form.STEM, "rights")), 0));
  }

  @Test
  void readsATildeAsTheMovesThatAreAllowed() throws BadTerm {
    assertThat(Phrase.parse(Kind.ANY, "convention against torture ~3").getFirst().slop())
        .isEqualTo(3);
  }

  @Test
  void splitsATermOfTheKindAllAtItsPlusSigns() throws BadTerm {
    assertThat(Phrase.parse(Kind.ALL, "=ILO + decent work ~1 + migra*"))
        .extracting(Phrase::slop)
        .containsExactly(0, 1, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "ANY, ''",
    "ANY, ' '",
    "ANY, =",
    "ANY, *",
    "ANY, mi*gra",
    "ANY, migra**",
    "ANY, ~2",
    "ANY, a + b",
    "ANY, a =b",
    "ALL, one",
    "ALL, one +",
    "ALL, + one",
    "ALL, one + + two",
  })
  void refusesWhatIsNoTerm(Kind kind, String text) {
    assertThatThrownBy(() -> Phrase.parse(kind, text)).isInstanceOf(BadTerm.class);
    assertThat(Phrase.flaw(kind, text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_171_204, 9_223_372_036_854_775_807L})
  void takesOrRefusesWhateverIsWritten(long seed) {
    Random random = new Random(seed);
    String signs = "=*~+ ab2éя移مـ'’-\t\u00AD";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      assertThat(outcome(kind, text.toString())).as("seed %d: %s", seed, text).isTrue();
    }
  }

  /// A term has words, and none of them a sign; anything else is refused.
  private static boolean outcome(Kind kind, String text) {
    try {
      return Phrase.parse(kind, text).stream()
          .allMatch(phrase ->
              !phrase.words().isEmpty()
                  && phrase.words().stream()
                      .noneMatch(it -> it.text().isEmpty() || it.text().contains("*")));
    } catch (BadTerm e) {
      return true;
    }
  }
}
