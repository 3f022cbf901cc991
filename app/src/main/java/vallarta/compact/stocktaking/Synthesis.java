package vallarta.compact.stocktaking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementFilter;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.consultation.coding.Thesaurus;

/// What the holdings say when they are taken together. It never changes.
public final class Synthesis {

  private final Holdings holdings;
  private final Map<StatementId, String> groupOf = new HashMap<>();
  private final Map<String, StatementGroup> groups = new LinkedHashMap<>();
  private final Matrix matrix;
  private final Coverage coverage;

  /// @param membership number of the group by number of the statement; a statement without one
  ///   stands alone
  Synthesis(Holdings holdings, Map<StatementId, Long> membership) {
    this.holdings = holdings;
    Map<String, List<Statement>> members = new LinkedHashMap<>();
    for (Statement it : holdings.statements()) {
      String group = StatementGroup.id(membership.getOrDefault(it.id(), it.id().number()));
      groupOf.put(it.id(), group);
      members.computeIfAbsent(group, id -> new ArrayList<>()).add(it);
    }
    members.forEach((id, of) -> groups.put(id, new StatementGroup(id, List.copyOf(of))));
    this.matrix = Matrix.of(holdings.statements().stream(), this::groupOf);
    this.coverage = Coverage.of(holdings);
  }

  public Holdings holdings() {
    return holdings;
  }

  /// What the statements were coded with.
  public Thesaurus thesaurus() {
    return holdings.thesaurus();
  }

  Matrix matrix() {
    return matrix;
  }

  /// The matrix of those statements alone that a filter lets through.
  Matrix matrix(StatementFilter filter) {
    return Matrix.of(filter.apply(holdings.statements()), this::groupOf);
  }

  Coverage coverage() {
    return coverage;
  }

  public Optional<StatementGroup> findGroup(String id) {
    return Optional.ofNullable(groups.get(id));
  }

  /// The group in which the statement is now by which a group was named that is no more, empty when
  /// there is a group of that reference or never was one.
  public Optional<StatementGroup> heir(String id) {
    return groups.containsKey(id) || !id.startsWith("G-")
        ? Optional.empty()
        : StatementId.find("S-" + id.substring(2)).flatMap(holdings::find).map(this::groupOf);
  }

  public StatementGroup groupOf(Statement statement) {
    String id = groupOf.getOrDefault(statement.id(), "");
    return findGroup(id)
        .orElseThrow(() -> new IllegalArgumentException(statement.id() + " is of another time"));
  }

  /// All groups, by weight.
  public List<StatementGroup> groups() {
    return byWeight(groups.values().stream());
  }

  /// The groups of the statements that a filter lets through, each with those statements alone, by
  /// weight: most distinct voices first, then most statements, then the oldest.
  public List<StatementGroup> groups(StatementFilter filter) {
    Map<String, List<Statement>> members = new LinkedHashMap<>();
    filter
        .apply(holdings.statements())
        .forEach(it ->
            members
                .computeIfAbsent(groupOf.getOrDefault(it.id(), ""), id -> new ArrayList<>())
                .add(it));
    return byWeight(
        members.entrySet().stream()
            .map(it ->
                new StatementGroup(
                    it.getKey(),
                    it.getValue(),
                    findGroup(it.getKey()).map(StatementGroup::campaign).orElse(false))));
  }

  /// The groups that are campaigns: largest volume first, then the oldest.
  public List<StatementGroup> campaigns() {
    return groups.values().stream()
        .filter(StatementGroup::campaign)
        .sorted(
            Comparator.comparingInt(StatementGroup::volume)
                .reversed()
                .thenComparing(it -> it.statements().getFirst().id()))
        .toList();
  }

  private static List<StatementGroup> byWeight(Stream<StatementGroup> groups) {
    return groups
        .sorted(
            Comparator.comparingInt(StatementGroup::voices)
                .thenComparingInt(StatementGroup::volume)
                .reversed()
                .thenComparing(it -> it.statements().getFirst().id()))
        .toList();
  }
}
