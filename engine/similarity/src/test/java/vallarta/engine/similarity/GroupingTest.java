package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingTest {

  /// Fifteen words of content, so that one more still makes a near-duplicate (15 of 18 shingles)
  /// and two more do not.
  private static final String TEXT =
      "shelter school border child family judge camp work wage visa rescue sea health birth record";

  private static final String ONE_MORE = TEXT.replace("judge", "judge court");
  private static final String ONE_ELSE = TEXT.replace("visa", "visa stamp");
  private final Grouping grouping = new Grouping();

  @Test
  void namesAGroupByItsSmallestKey() {
    grouping.add(7, TEXT);
    assertThat(grouping.settle()).isEmpty();
    grouping.add(9, ONE_MORE);
    assertThat(grouping.settle()).containsExactly(new GroupEvent(List.of(7L), List.of(7L)));
    grouping.add(2, TEXT);
    assertThat(grouping.settle()).containsExactly(new GroupEvent(List.of(7L), List.of(2L)));

    assertThat(grouping.groupOf(9)).isEqualTo(2);
    assertThat(grouping.groups()).containsExactly(new Group(2, 2, List.of(2L, 7L, 9L)));
  }

  @Test
  void mergesGroupsWhenATextBetweenThemArrives() {
    grouping.add(1, ONE_MORE);
    grouping.add(2, ONE_ELSE);
    assertThat(grouping.groups()).hasSize(2);

    grouping.add(3, TEXT);

    GroupEvent event = grouping.settle().getFirst();
    assertThat(event).isEqualTo(new GroupEvent(List.of(1L, 2L), List.of(1L)));
    assertThat(event.gone()).containsExactly(2L);
    assertThat(event.isMerge()).isTrue();
    assertThat(grouping.groups()).extracting(Group::members).containsExactly(List.of(1L, 2L, 3L));
  }

  /// Windows of sixty words that move on by two: each is like the next one, the first unlike the
  /// last, so that a common text far away leaves the first ones behind.
  @Test
  void splitsAGroupWhenNewTextsMoveWhatItHasInCommon() {
    List<String> words = IntStream.range(0, 100).mapToObj(GroupingTest::word).toList();
    IntFunction<String> window = at -> String.join(" ", words.subList(2 * at, 2 * at + 60));
    Grouping letters = new Grouping(Similarity.LETTERS, 1);
    IntStream.range(0, 10).forEach(it -> letters.add(it, window.apply(it)));
    assertThat(letters.groups()).hasSize(1);

    IntStream.range(10, 14).forEach(it -> letters.add(it, window.apply(it)));
    IntStream.range(14, 50).forEach(it -> letters.add(it, window.apply(14)));

    GroupEvent event = letters.settle().getFirst();
    assertThat(event).isEqualTo(new GroupEvent(List.of(0L), List.of(0L, 5L)));
    assertThat(event.isSplit()).isTrue();
    assertThat(letters.groupOf(4)).isEqualTo(0);
    assertThat(letters.groupOf(49)).isEqualTo(5);
  }

  private static String word(int number) {
    return "word" + (char) ('a' + number % 26) + (char) ('a' + number / 26);
  }

  @Test
  void isStoodForByTheTextNearestToWhatHalfHave() {
    grouping.add(1, TEXT);
    grouping.add(2, ONE_MORE);
    assertThat(grouping.groups().getFirst().representative()).isEqualTo(2);
    grouping.add(3, ONE_ELSE);
    assertThat(grouping.groups().getFirst().representative()).isEqualTo(1);
    grouping.add(4, ONE_ELSE);
    grouping.add(5, ONE_ELSE);
    assertThat(grouping.groups().getFirst().representative()).isEqualTo(3);
  }

  @Test
  void takesAKeyOnce() {
    grouping.add(1, TEXT);
    assertThatThrownBy(() -> grouping.add(1, TEXT)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> grouping.groupOf(2)).isInstanceOf(NoSuchElementException.class);
    assertThat(grouping.size()).isEqualTo(1);
  }

  @Test
  void leavesTextsOfNothingAlone() {
    for (long key = 0; key < 100; key++) {
      grouping.add(key, key % 2 == 0 ? "" : " \n");
    }
    assertThat(grouping.groups()).hasSize(100);
  }

  @Test
  void keepsStatementsThatDifferInANumberApartHoweverMany() {
    for (int year = 1; year <= 2000; year++) {
      grouping.add(year, TEXT + " in resolution " + year);
    }
    assertThat(grouping.groups()).hasSize(2000);
  }

  @Test
  void findsADocumentOfAnotherNumberAndAStatementOfTheSame() {
    String document = "";
    for (int i = 0; i < 120; i++) {
      document += word(i) + " ";
    }
    grouping.add(1, document + "2020");
    grouping.add(2, document + "2021");
    assertThat(grouping.groupOf(2)).isEqualTo(1);
    // 107 words of content, 107 of 123 shingles with the first: a statement, held to its number
    grouping.add(3, document.substring(0, 106 * 7) + "2020");
    assertThat(grouping.groupOf(3)).isEqualTo(1);
    grouping.add(4, document.substring(0, 106 * 7) + "2022");
    assertThat(grouping.groupOf(4)).isEqualTo(4);
  }
}
