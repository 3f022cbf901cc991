package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustnessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "9",
        "9.",
        ".9",
        "(",
        "(a",
        "1.1.1.1.1.1.1.1",
        "\ud83d",
        "\ude00x",
        "a\ud83d",
        "👩‍👩‍👧",
        "\u0000",
        "\u0301",
        "n't",
        "'t",
        "-",
        "--",
        "a-",
        "1,",
        "1 ",
        "1 2",
        "一",
        "ـ",
        "و",
        "ال",
        "U.",
        "%",
        "ﷺ",
        "²"
      })
  void readsTheStrangestTextTheSameTwice(String text) {
    Grouping grouping = new Grouping();
    grouping.add(1, text);
    boolean nothing = Features.of(text).shingles().length == 0;
    grouping.add(2, text);
    assertThat(grouping.groupOf(2)).isEqualTo(nothing ? 2 : 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "word ", "1", "1.", "1,", "(a) ", "不", "ﷺ", "\ud83d", "é", "U.", "a-", "- "})
  void readsAMillionCharactersInTime(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> new Grouping().add(1, text), () -> "repeating " + piece);
  }

  @FuzzTest(maxDuration = "30s")
  void agreesWithItselfOnAnyText(FuzzedDataProvider data) {
    String one = data.consumeString(200);
    String other = data.consumeRemainingAsString();
    Assertions.assertEquals(Similarity.of(one, other), Similarity.of(other, one));
    Assertions.assertEquals(
        Similarity.STATEMENTS.alike(one, other), Similarity.STATEMENTS.alike(other, one));
    Grouping grouping = new Grouping();
    grouping.add(1, one);
    grouping.add(2, other);
    boolean joined = grouping.groupOf(2) == 1;
    Assertions.assertTrue(!joined || Similarity.STATEMENTS.alike(one, other));
    Assertions.assertEquals(
        Features.of(one).shingles().length > 0, Similarity.STATEMENTS.alike(one, one));
  }
}
