package vallarta.compact.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vallarta.compact.consultation.StatementId;

/// Decisions are laid over the groups that words make, and events tell what became of a group.
class RegroupingTest {

  private static final String OPEN =
      "Place every child with a family or in an open home near a school and a clinic.";
  private static final String CLOSED =
      "Place every child with a family or in a closed home near a school and a clinic.";

  @Test
  void aSplitTakesOutWhatItNamesAndBothSidesAreNamedByTheirFirst() {
    Regrouping split = split(4, 1, 3);
    assertThat(apply("1:1 2:1 3:1 4:1 5:5", split)).isEqualTo("1:1 2:2 3:1 4:2 5:5");
  }

  @Test
  void aJoinHoldsHoweverTheGroupsAreNamedLater() {
    Regrouping join = join(3, 5);
    assertThat(apply("1:1 3:3 4:3 5:5 6:5", join)).isEqualTo("1:1 3:3 4:3 5:3 6:3");
    assertThat(apply("1:1 3:1 4:1 5:5 6:5", join)).isEqualTo("1:1 3:1 4:1 5:1 6:1");
    assertThat(apply("3:3 5:3", join)).isEqualTo("3:3 5:3");
    assertThat(apply("5:5", join)).isEqualTo("5:5");
  }

  @Test
  void theLaterDecisionHolds() {
    assertThat(apply("1:1 2:1 3:1", split(3, 3), join(1, 3))).isEqualTo("1:1 2:1 3:1");
    assertThat(apply("1:1 2:2 3:3", join(1, 3), split(3, 3))).isEqualTo("1:1 2:2 3:3");
  }

  @Test
  void whatComesAfterASplitGoesToTheSideWhoseWordsAreNearer() {
    Regrouping split = split(3, 3);
    Map<StatementId, String> texts =
        Map.of(id(1), OPEN, id(3), CLOSED, id(4), CLOSED, id(5), OPEN, id(2), CLOSED);
    assertThat(shown(Regrouping.apply(groups("1:1 2:1 3:1 4:1 5:1"), List.of(split), of(texts))))
        .as("S-2 was there and was not taken out, so it stays")
        .isEqualTo("1:1 2:1 3:3 4:3 5:1");
  }

  @Test
  void aSplitOfAllThatIsLeftOfAGroupChangesNothing() {
    assertThat(apply("1:1 2:2 3:2", split(9, 2, 3))).isEqualTo("1:1 2:2 3:2");
  }

  @Test
  void aGroupThatIsTakenInWholeHasMergedAndOneThatLosesSomeHasSplit() {
    assertThat(events("1:1 2:2 3:2", "1:1 2:1 3:1"))
        .containsExactly(event(GroupEvent.Kind.MERGED, 2, 1, 2));
    assertThat(events("1:1 2:1 3:1", "1:1 2:2 3:2"))
        .containsExactly(event(GroupEvent.Kind.SPLIT, 1, 2, 2));
    assertThat(events("1:1 2:2 3:2 4:2", "1:1 2:1 3:1 4:4"))
        .containsExactly(
            event(GroupEvent.Kind.SPLIT, 2, 1, 2), event(GroupEvent.Kind.SPLIT, 2, 4, 1));
  }

  @Test
  void aGroupThatGrowsIsWhatItWas() {
    assertThat(events("1:1 2:1", "1:1 2:1 3:1 4:4")).isEmpty();
  }

  private static List<GroupEvent> events(String before, String after) {
    return GroupEvent.between(groups(before), groups(after), null, false, Instant.EPOCH);
  }

  private static GroupEvent event(GroupEvent.Kind kind, long group, long other, int statements) {
    return new GroupEvent(kind, group, other, statements, null, false, Instant.EPOCH);
  }

  private static String apply(String found, Regrouping... decisions) {
    return shown(
        Regrouping.apply(
            groups(found), Arrays.asList(decisions), of(Map.<StatementId, String>of())));
  }

  private static Function<Collection<StatementId>, Map<StatementId, String>> of(
      Map<StatementId, String> texts) {
    return asked -> texts;
  }

  private static Regrouping split(long newest, long... statements) {
    return regrouping(
        Regrouping.Kind.SPLIT,
        1,
        null,
        Arrays.stream(statements).mapToObj(RegroupingTest::id).toList(),
        newest);
  }

  private static Regrouping join(long one, long other) {
    return regrouping(Regrouping.Kind.JOIN, one, other, List.of(), 9);
  }

  private static Regrouping regrouping(
      Regrouping.Kind kind,
      long group,
      @Nullable Long joined,
      List<StatementId> statements,
      long newest) {
    return new Regrouping(
        1, kind, group, joined, statements, id(1), id(newest), 4, "", "why", Instant.EPOCH, null);
  }

  private static Map<StatementId, Long> groups(String lines) {
    Map<StatementId, Long> groups = new HashMap<>();
    for (String each : lines.split(" ")) {
      String[] pair = each.split(":");
      groups.put(id(Long.parseLong(pair[0])), Long.valueOf(pair[1]));
    }
    return groups;
  }

  private static String shown(Map<StatementId, Long> groups) {
    return String.join(
        " ",
        new TreeMap<>(groups)
            .entrySet().stream().map(it -> it.getKey().number() + ":" + it.getValue()).toList());
  }

  private static StatementId id(long number) {
    return new StatementId(number);
  }
}
