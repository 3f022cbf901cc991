package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Ten thousand letters of one campaign are one voice.
class CampaignTest {

  private static final int COPIES = 10_000;
  private static final String LETTER =
      "We call on all governments to end the detention of migrant children, to open shelters and schools to"
          + " them, to give families legal advice in a language that they speak, and to publish every"
          + " year how many children were held, for how long and where.";

  @Test
  void countsIdenticalCopiesOnce() {
    Grouping grouping = new Grouping();
    for (int i = 0; i < COPIES; i++) {
      grouping.add(i, LETTER);
    }
    assertThat(grouping.groups()).hasSize(1);
    assertThat(grouping.groups().getFirst().members()).hasSize(COPIES);
  }

  @Test
  void countsCopiesWithOneWordOfTheirOwnOnce() {
    Random random = new Random(2017);
    Grouping grouping = new Grouping();
    grouping.add(0, LETTER);
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 1; i < COPIES; i++) {
            grouping.add(i, edited(random, i));
          }
        });
    assertThat(grouping.groups()).hasSize(1);
    assertThat(grouping.groups().getFirst().id()).isZero();
  }

  private static String edited(Random random, int copy) {
    String own = " " + Integer.toString(copy, 36).replaceAll("\\d", "q") + "zz";
    int at = LETTER.indexOf(' ', 20 + random.nextInt(LETTER.length() - 40));
    return LETTER.substring(0, at) + own + LETTER.substring(at);
  }
}
