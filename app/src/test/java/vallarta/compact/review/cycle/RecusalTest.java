package vallarta.compact.review.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vallarta.compact.access.Role;
import vallarta.compact.participation.Mandate;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;

/// Nobody reviews what is their own, now or before.
class RecusalTest {

  private static final Instant BEGAN = Instant.parse("2020-01-01T00:00:00Z");
  private static final Stakeholder STATE = it("XAA", StakeholderType.STATE, "XAA");
  private static final Stakeholder OTHER_STATE = it("XBB", StakeholderType.STATE, "XBB");
  private static final Stakeholder MINISTRY = it("school-board", StakeholderType.NGO, "XAA");
  private static final Stakeholder NETWORK = it("network", StakeholderType.NGO, "");
  private static final Stakeholder UNIVERSITY = it("university", StakeholderType.ACADEMIA, "");

  @Test
  void whoHasNothingToDoWithItReviewsIt() {
    assertThat(of(held(UNIVERSITY), parties(Set.of("network"), STATE, NETWORK))).isEmpty();
    assertThat(of(held(OTHER_STATE), parties(Set.of(), STATE))).isEmpty();
    assertThat(of(List.of(), parties(Set.of(), STATE))).isEmpty();
  }

  @Test
  void whoActsForTheStateDoesNot() {
    assertThat(of(held(STATE), parties(Set.of(), STATE))).contains(Ground.OWN_STATE);
  }

  @Test
  void whoEverActedForTheStateDoesNot() {
    assertThat(of(held(UNIVERSITY, ended(STATE)), parties(Set.of(), STATE)))
        .contains(Ground.OWN_STATE);
  }

  @Test
  void whoActsForABodyOfThatStateDoesNot() {
    assertThat(of(held(MINISTRY), parties(Set.of(), STATE))).contains(Ground.OWN_STATE);
    assertThat(of(held(STATE), parties(Set.of(), MINISTRY))).contains(Ground.OWN_STATE);
  }

  @Test
  void whoActsOrActedForAnyOfTheActorsDoesNot() {
    assertThat(of(held(NETWORK), parties(Set.of(), STATE, NETWORK)))
        .contains(Ground.OWN_ORGANISATION);
    assertThat(of(held(UNIVERSITY, ended(NETWORK)), parties(Set.of(), STATE, NETWORK)))
        .contains(Ground.OWN_ORGANISATION);
  }

  @Test
  void whoseOrganisationGivesOrGetsTheMeansDoesNot() {
    assertThat(of(held(UNIVERSITY), parties(Set.of("university"), STATE)))
        .contains(Ground.OWN_GRANT);
    assertThat(of(held(NETWORK, ended(UNIVERSITY)), parties(Set.of("university"), STATE)))
        .contains(Ground.OWN_GRANT);
  }

  private static Optional<Ground> of(List<Mandate> mandates, Recusal.Parties parties) {
    return Recusal.of(mandates, parties);
  }

  private static Recusal.Parties parties(Set<String> partners, Stakeholder... actors) {
    return new Recusal.Parties(Arrays.asList(actors), partners);
  }

  private static List<Mandate> held(Stakeholder by, Mandate... more) {
    java.util.ArrayList<Mandate> all = new java.util.ArrayList<>(List.of(more));
    all.add(mandate(by, Role.REVIEWER, null));
    return all;
  }

  private static Mandate ended(Stakeholder by) {
    return mandate(by, Role.DELEGATE, BEGAN.plusSeconds(60));
  }

  private static Mandate mandate(Stakeholder by, Role role, @Nullable Instant ends) {
    Person person = new Person(1, 1, "A Reader", "", "en", Person.Gender.of(""), false, true);
    return new Mandate(1, person, by, role, BEGAN, ends, 0);
  }

  private static Stakeholder it(String key, StakeholderType type, String state) {
    return new Stakeholder(key, key, "en", type, state, "001", true);
  }
}
