package vallarta.compact.commitment.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Means;
import vallarta.compact.commitment.Obligation;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.commitment.Undertaking;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;

/// How far a need is met.
class HeldTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 USD | | UNMET",
        "500 USD | 500 USD | MET",
        "500 USD | 200 usd | PARTLY",
        "500 USD | 300 USD; 200 USD | PARTLY",
        "500 USD | 300 USD; 900 USD | MET",
        "500 USD | 200 EUR | MET",
        "500 USD | - | MET",
        "- | 200 USD | MET",
      })
  void isMeasuredOfferByOfferInItsOwnUnit(
      String needed, @Nullable String offered, Held.Cover expected) {
    Commitment of = commitment();
    List<Held.Counterpart> met = new ArrayList<>();
    for (String each : offered == null ? new String[0] : offered.split("; ")) {
      met.add(new Held.Counterpart(match(), of, means(true, each)));
    }
    assertThat(new Held(of, means(false, needed), met).cover()).isEqualTo(expected);
  }

  private static Means means(boolean offer, String figure) {
    String[] parts = figure.split(" ");
    return new Means(
        1,
        offer,
        Means.Kind.FINANCE,
        "Money",
        figure.equals("-") ? null : new BigDecimal(parts[0]),
        figure.equals("-") ? "" : parts[1],
        "",
        "");
  }

  private static Match match() {
    return new Match(
        1,
        1,
        1,
        2,
        2,
        Side.NEED,
        Match.State.CONFIRMED,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        "");
  }

  private static Commitment commitment() {
    Undertaking told =
        new Undertaking(
            "Schools",
            "We will open schools",
            "en",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Obligation.VOLUNTARY_PLEDGE,
            "",
            null,
            null,
            Schedule.ONCE,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Stakeholder owner =
        new Stakeholder("XFL", "Ferrenland", "en", StakeholderType.STATE, "XFL", "154", true);
    return new Commitment(
        1,
        "",
        1,
        Commitment.State.PUBLISHED,
        List.of(new Commitment.Actor(owner, Commitment.Actor.Answer.CONFIRMED, Instant.EPOCH)),
        told,
        List.of(),
        false,
        true,
        Instant.EPOCH,
        "");
  }
}
