package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Inputs made to be slow, or to be counted as more voices than they are.
class AdversaryTest {

  private static final String LETTER =
      "We ask every government to end the detention of migrant children, to open shelters and schools"
          + " to them, to give their families legal advice in a language that they speak, and to"
          + " publish each year how many children were held, where, and for how long.";

  private final Grouping grouping = new Grouping(Similarity.LETTERS, 2);

  @Test
  void countsAMillionCopiesOfOneTextOnce() {
    inTime(() -> {
      for (int i = 0; i < 1_000_000; i++) {
        grouping.add(i, "End the detention of children now.");
      }
      assertThat(grouping.groups()).hasSize(1);
    });
    assertThat(grouping.versions()).isEqualTo(1);
  }

  @Test
  void keepsTextsThatAreAllDifferentApart() {
    Random random = new Random(1);
    inTime(() -> {
      for (int i = 0; i < 50_000; i++) {
        grouping.add(i, words(random, 30, 5000));
      }
      assertThat(grouping.groups()).hasSize(50_000);
    });
  }

  /// Each text drops the first word of the one before and adds one: neighbors are alike, the ends
  /// are not.
  @Test
  void cutsAChainIntoPiecesWhoseMembersShareHalfWithTheirMedoid() {
    Random random = new Random(2);
    List<String> words = new ArrayList<>(List.of(words(random, 30_040, 1 << 20).split(" ")));
    List<String> texts = new ArrayList<>();
    inTime(() -> {
      for (int i = 0; i < 30_000; i++) {
        texts.add(String.join(" ", words.subList(i, i + 40)));
        grouping.add(i, texts.get(i));
      }
      grouping.settle();
    });
    List<Group> groups = grouping.groups();
    assertThat(groups).hasSizeBetween(30_000 / 40, 30_000 / 5);
    for (Group group : groups) {
      String medoid = texts.get((int) group.representative());
      for (long member : group.members()) {
        assertThat(Similarity.of(medoid, texts.get((int) member))).isGreaterThanOrEqualTo(0.5);
      }
    }
  }

  @Test
  void isNotSlowedDownByACampaignThatNeverRepeatsItself() {
    Random random = new Random(3);
    List<String> common = List.of(words(random, 90, 1 << 20).split(" "));
    inTime(() -> {
      for (int i = 0; i < 30_000; i++) {
        List<String> copy = new ArrayList<>(common);
        for (int edit = 0; edit < 5 + i % 6; edit++) {
          copy.set(random.nextInt(90), "own" + Integer.toString(i * 16 + edit, 26));
        }
        grouping.add(i, String.join(" ", copy));
      }
      grouping.settle();
    });
    assertThat(grouping.size()).isEqualTo(30_000);
  }

  @Test
  void leavesTextsOfNothingAndOfOneWordAsTheyAre() {
    for (int i = 0; i < 300; i++) {
      grouping.add(i, i % 3 == 0 ? "" : i % 3 == 1 ? "No." : "word" + (char) ('a' + i % 26));
    }
    List<Group> groups = grouping.groups();
    assertThat(groups.stream().filter(it -> it.members().size() == 100)).hasSize(1);
    assertThat(groups.stream().filter(it -> it.members().size() == 1).count())
        .isGreaterThanOrEqualTo(100);
  }

  @Test
  void comparesTextsOfAMegabyte() {
    Random random = new Random(4);
    String large = words(random, 150_000, 1 << 18);
    assertThat(large).hasSizeGreaterThan(1_000_000);
    inTime(() -> {
      grouping.add(1, large);
      grouping.add(2, large.replace("a", "á").toUpperCase(java.util.Locale.ROOT));
      grouping.add(3, large + words(random, 20_000, 1 << 18));
      grouping.add(4, words(random, 150_000, 1 << 18));
      assertThat(grouping.groups()).hasSize(2);
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u0336", "\u061c", "\u202e"})
  void isNotEvadedByInvisibleCharacters(String invisible) {
    Random random = new Random(5);
    String evading =
        LETTER
            .chars()
            .mapToObj(Character::toString)
            .map(it -> random.nextInt(3) == 0 ? it + invisible : it)
            .collect(Collectors.joining());
    assertThat(Similarity.of(LETTER, evading)).isEqualTo(1);
  }

  @Test
  void groupsTextsOfMixedScripts() {
    String mixed =
        LETTER
            + " 各国政府应当停止拘留移徙儿童，并为他们开设学校和住所。 ندعو جميع الحكومات إلى إنهاء احتجاز الأطفال المهاجرين";
    grouping.add(1, mixed);
    grouping.add(2, mixed.replace("الأطفال", "الأَطْفَال").replace("学校", "學校"));
    grouping.add(3, LETTER);
    assertThat(grouping.groupOf(2)).isEqualTo(1);
  }

  /// A campaign of known members among texts of their own: each member is found, and nobody else.
  @Test
  void findsPlantedCampaignsWhole() {
    Random random = new Random(Long.getLong("vallarta.seed", System.nanoTime()));
    long seed = random.nextLong();
    Random invented = new Random(seed);
    int key = 0;
    List<List<Long>> planted = new ArrayList<>();
    for (int campaign = 0; campaign < 60; campaign++) {
      List<String> common = List.of(words(invented, 80, 4000).split(" "));
      List<Long> members = new ArrayList<>();
      int size = 6 + invented.nextInt(30);
      for (int i = 0; i < size; i++) {
        List<String> copy = new ArrayList<>(common);
        for (int edit = i == 0 ? 0 : invented.nextInt(4); edit > 0; edit--) {
          copy.set(invented.nextInt(80), words(invented, 1, 4000));
        }
        String own = i % 3 == 2 ? ". " + words(invented, 30, 4000) : "";
        members.add((long) key);
        grouping.add(key++, String.join(" ", copy) + own);
      }
      planted.add(members);
      for (int i = 0; i < 5; i++) {
        planted.add(List.of((long) key));
        grouping.add(key++, words(invented, 60, 4000));
      }
    }
    assertThat(grouping.groups().stream().map(Group::members))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(planted);
  }

  private static String words(Random random, int number, int different) {
    return IntStream.range(0, number)
        .mapToObj(it -> letters(random.nextInt(different)))
        .collect(Collectors.joining(" "));
  }

  /// A word of letters alone for a number.
  private static String letters(int number) {
    char[] word = new char[6];
    int rest = number;
    for (int i = 0; i < word.length; i++) {
      word[i] = (char) ('b' + rest % 20);
      rest /= 20;
    }
    return new String(word);
  }

  private static void inTime(Runnable work) {
    Assertions.assertTimeout(Duration.ofSeconds(40), work::run);
  }
}
