package vallarta.compact.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.consultation.TinyHoldings;

/// What stands for a group, and how much it weighs.
class StatementGroupTest {

  @Test
  void aCampaignIsOneVoiceWithItsVolume() {
    StatementGroup campaign =
        group("drive | ngo | 013 | es | | | End detention of children now.\n".repeat(500));
    assertThat(campaign.voices()).isEqualTo(1);
    assertThat(campaign.volume()).isEqualTo(500);
  }

  @Test
  void aCampaignNeedsFiveInputs() {
    String line = "%s | ngo | 013 | es | | | End detention of children now.\n";
    assertThat(group(line.formatted("a").repeat(4)).campaign()).isFalse();
    assertThat(group(line.formatted("a").repeat(5)).campaign()).isTrue();
  }

  @Test
  void thoseOfACampaignOfWhomNobodySaidWhoTheyAreAreOneVoice() {
    List<Statement> letters = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      letters.add(TinyHoldings.letter(i, i < 3 ? "house-" + i : "", "End it now."));
    }
    StatementGroup campaign = new StatementGroup("G-1", letters);
    assertThat(campaign.voices()).as("two houses and all others").isEqualTo(3);
    assertThat(new StatementGroup("G-1", letters.subList(0, 4)).voices())
        .as("four inputs are no campaign")
        .isEqualTo(4);
    assertThat(new StatementGroup("G-1", letters.subList(0, 4), true).voices())
        .as("a part of a campaign")
        .isEqualTo(3);
  }

  @Test
  void copiesAreFoundByTheirWordsAndFormTheGroupOfTheFirst() {
    NearCopies copies = new NearCopies();
    copies.add(
        TinyHoldings.statements(
            """
            a | ngo | 013 | en | | | States should end the detention of migrant children without delay.
            b | ngo | 013 | en | | | Remittances should cost less than three percent by the end of the decade.
            c | ngo | 013 | en | | | States should end the detention of migrant children without delay!
            """));
    assertThat(copies.membership().getOrDefault(new StatementId(1), 1L)).isEqualTo(1);
    assertThat(copies.membership().getOrDefault(new StatementId(2), 2L)).isEqualTo(2);
    assertThat(copies.membership()).containsEntry(new StatementId(3), 1L);
  }

  @Test
  void theWordingWithTheMostCopiesStandsForAll() {
    assertThat(
            group(
                    """
                    a | ngo | 013 | en | | | A longer wording than the others.
                    b | ngo | 013 | en | | | Short.
                    c | ngo | 013 | en | | | Short.
                    """)
                .representative()
                .id())
        .isEqualTo(new StatementId(2));
  }

  @Test
  void amongEquallyManyTheLongestAndThenTheFirst() {
    assertThat(
            group(
                    """
                    a | ngo | 013 | en | | | Short.
                    b | ngo | 013 | en | | | Longest one
                    c | ngo | 013 | en | | | Longest two
                    """)
                .representative()
                .id())
        .isEqualTo(new StatementId(2));
  }

  private static StatementGroup group(String lines) {
    List<Statement> statements = TinyHoldings.statements(lines);
    return new StatementGroup("G-1", statements);
  }
}
