package vallarta.compact.stocktaking;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.ExpectedVoice;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.Statement;
import vallarta.compact.participation.StakeholderType;

/// Who was heard and who was not: stakeholders by type, region and language against those expected.
///
/// Whoever is expected from any region or in any language is expected in a row without region or
/// language, and heard wherever and however they spoke; the rows of those that they spoke in are
/// there too.
///
/// @param rows by type, region and language; those of which nobody was heard are among them
/// @param totals of each type over all regions and languages
record Coverage(List<Row> rows, Map<StakeholderType, Row> totals) {

  /// One kind of stakeholder.
  ///
  /// @param region UN M49 code, empty when it is not known or any was expected
  /// @param language BCP 47 tag, empty when any was expected
  /// @param heard distinct stakeholders that said something
  /// @param statements that they made
  /// @param expected how many were expected, null when nobody said how many
  public record Row(
      StakeholderType type,
      String region,
      String language,
      int heard,
      int statements,
      @Nullable Integer expected) {

    /// The word for how heard and expected compare: `silent`, `fewer`, `heard` or `open`.
    public String standing() {
      if (expected == null) {
        return "open";
      }
      return silent() ? "silent" : heard < expected ? "fewer" : "heard";
    }

    /// Whether somebody was expected and nobody came.
    public boolean silent() {
      return expected != null && expected > 0 && heard == 0;
    }
  }

  private record Key(StakeholderType type, String region, String language) {

    static Key of(Statement it) {
      return new Key(it.voice().type(), it.voice().region(), it.language().tag());
    }

    /// Whether an expectation of this kind is met by those of another: what it leaves open may be
    /// anything.
    boolean takesIn(Key other) {
      return type == other.type
          && (region.isEmpty() || region.equals(other.region))
          && (language.isEmpty() || language.equals(other.language));
    }
  }

  private record Heard(Set<String> voices, int statements) {

    static Heard of(List<Statement> said) {
      return new Heard(
          said.stream().map(it -> it.voice().key()).collect(Collectors.toSet()), said.size());
    }

    Row row(Key key, @Nullable Integer expected) {
      return new Row(key.type(), key.region(), key.language(), voices.size(), statements, expected);
    }
  }

  static Coverage of(Holdings holdings) {
    Map<Key, List<Statement>> said =
        holdings.statements().stream().collect(Collectors.groupingBy(Key::of));
    Map<Key, Integer> expected = new HashMap<>();
    for (ExpectedVoice it : holdings.expectedVoices()) {
      expected.merge(new Key(it.type(), it.region(), it.language()), it.number(), Integer::sum);
    }
    Map<Key, Row> rows =
        new TreeMap<>(
            Comparator.comparing(Key::type)
                .thenComparing(Key::region)
                .thenComparing(Key::language));
    said.forEach((key, of) -> rows.put(key, Heard.of(of).row(key, null)));
    expected.forEach((key, number) -> rows.put(key, heard(said, key).row(key, number)));
    Map<StakeholderType, Row> totals = new EnumMap<>(StakeholderType.class);
    for (Key key : rows.keySet()) {
      totals.computeIfAbsent(key.type(), type -> total(said, expected, type));
    }
    return new Coverage(List.copyOf(rows.values()), Map.copyOf(totals));
  }

  private static Row total(
      Map<Key, List<Statement>> said, Map<Key, Integer> expected, StakeholderType type) {
    Key all = new Key(type, "", "");
    List<Integer> numbers =
        expected.entrySet().stream()
            .filter(it -> all.takesIn(it.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return heard(said, all)
        .row(all, numbers.isEmpty() ? null : numbers.stream().mapToInt(Integer::intValue).sum());
  }

  private static Heard heard(Map<Key, List<Statement>> said, Key key) {
    return Heard.of(
        said.entrySet().stream()
            .filter(it -> key.takesIn(it.getKey()))
            .flatMap(it -> it.getValue().stream())
            .toList());
  }

  /// Distinct stakeholders heard and expected of one type, over all regions and languages.
  public Row total(StakeholderType type) {
    return totals.getOrDefault(type, new Row(type, "", "", 0, 0, null));
  }

  /// The kinds of which somebody was expected and nobody was heard.
  public List<Row> silent() {
    return rows.stream().filter(Row::silent).toList();
  }
}
