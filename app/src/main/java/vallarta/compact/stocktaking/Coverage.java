package vallarta.compact.stocktaking;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vallarta.compact.consultation.ExpectedVoice;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.Statement;
import vallarta.compact.participation.StakeholderType;

/// Who was heard and who was not: stakeholders by type, region and language against those expected.
///
/// @param rows by type, region and language; those of which nobody was heard are among them
record Coverage(List<Row> rows) {

  /// One kind of stakeholder.
  ///
  /// @param region UN M49 code, empty when it is not known
  /// @param language BCP 47 tag
  /// @param heard distinct stakeholders that said something
  /// @param statements that they made
  /// @param expected how many were expected, null when nobody said how many
  public record Row(
      StakeholderType type,
      String region,
      String language,
      int heard,
      int statements,
      @org.jspecify.annotations.Nullable Integer expected) {

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

  private record Key(StakeholderType type, String region, String language) {}

  static Coverage of(Holdings holdings) {
    Map<Key, Set<String>> heard = new HashMap<>();
    Map<Key, Integer> statements = new HashMap<>();
    for (Statement it : holdings.statements()) {
      Key key = new Key(it.voice().type(), it.voice().region(), it.language().tag());
      heard.computeIfAbsent(key, k -> new HashSet<>()).add(it.voice().key());
      statements.merge(key, 1, Integer::sum);
    }
    Map<Key, Integer> expected = new HashMap<>();
    for (ExpectedVoice it : holdings.expectedVoices()) {
      expected.merge(new Key(it.type(), it.region(), it.language()), it.number(), Integer::sum);
    }
    Map<Key, Row> rows =
        new TreeMap<>(
            Comparator.comparing(Key::type)
                .thenComparing(Key::region)
                .thenComparing(Key::language));
    for (Collection<Key> keys : List.of(heard.keySet(), expected.keySet())) {
      for (Key key : keys) {
        rows.put(
            key,
            new Row(
                key.type(),
                key.region(),
                key.language(),
                heard.getOrDefault(key, Set.of()).size(),
                statements.getOrDefault(key, 0),
                expected.get(key)));
      }
    }
    return new Coverage(List.copyOf(rows.values()));
  }

  /// Distinct stakeholders heard and expected of one type, over all regions and languages.
  public Row total(StakeholderType type) {
    List<Row> of = rows.stream().filter(row -> row.type() == type).toList();
    boolean known = of.stream().anyMatch(row -> row.expected() != null);
    int expected = of.stream().mapToInt(row -> row.expected() == null ? 0 : row.expected()).sum();
    return new Row(
        type,
        "",
        "",
        of.stream().mapToInt(Row::heard).sum(),
        of.stream().mapToInt(Row::statements).sum(),
        known ? expected : null);
  }

  /// The kinds of which somebody was expected and nobody was heard.
  public List<Row> silent() {
    return rows.stream().filter(Row::silent).toList();
  }
}
