package vallarta.compact.stocktaking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.engine.similarity.Group;
import vallarta.engine.similarity.Grouping;

/// Which statements say nearly the same, by their words. Every text comes once; the groups do not
/// depend on the order.
final class NearCopies {

  private final Grouping grouping = new Grouping();

  void add(long statement, String text) {
    grouping.add(statement, text);
  }

  void add(List<Statement> statements) {
    statements.forEach(it -> add(it.id().number(), it.text()));
  }

  /// The number of the group of each statement: the smallest number of a statement in it.
  Map<StatementId, Long> membership() {
    Map<StatementId, Long> groups = new HashMap<>();
    for (Group group : grouping.groups()) {
      for (long member : group.members()) {
        groups.put(new StatementId(member), group.id());
      }
    }
    return groups;
  }
}
