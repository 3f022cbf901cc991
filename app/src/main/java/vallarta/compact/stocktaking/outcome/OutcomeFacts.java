package vallarta.compact.stocktaking.outcome;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.Facts;
import vallarta.compact.record.RecordedFacts;

/// What the public record says of proposed commitments, their means, and statements that were not
/// taken up.
@Component
final class OutcomeFacts implements RecordedFacts {

  private final ProposalTable table;
  private final JdbcClient jdbc;

  OutcomeFacts(ProposalTable table, JdbcClient jdbc) {
    this.table = table;
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("PC-", "ME-", "DI-");
  }

  @Override
  public ActType act(Facts facts) {
    return switch (facts.of().substring(0, 2)) {
      case "PC" -> ActType.COMMITMENT_PROPOSED;
      case "ME" -> ActType.MEANS_PROPOSED;
      default -> ActType.DISPOSITION_DECIDED;
    };
  }

  @Override
  public Optional<String> page(Entry entry) {
    return entry.of().startsWith("PC-") ? Optional.of("/outcomes/" + entry.of()) : Optional.empty();
  }

  @Override
  public void forEach(Consumer<Facts> each) {
    for (Proposal proposal : table.list()) {
      each.accept(of(proposal));
      proposal.means().forEach(it -> each.accept(of(proposal, it)));
    }
    jdbc.sql("select statement, reason from stocktaking.disposition order by statement")
        .query(row -> {
          each.accept(of(row.getLong(1), row.getString(2)));
        });
  }

  static Facts of(Proposal it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("session", it.session());
    fields.put("text", it.text());
    fields.put("language", it.language());
    fields.put("dimension", it.dimension());
    fields.put("time_frame", it.timeFrame());
    fields.put("withdrawn_reason", it.withdrawnReason());
    fields.put("points", String.join(" ", it.points()));
    return Facts.of(it.ref(), fields);
  }

  static Facts of(Proposal of, Means it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("direction", it.offer() ? "offer" : "need");
    fields.put("kind", it.kind().tag());
    fields.put("text", it.text());
    fields.put("amount", it.figure());
    fields.put("period", it.period());
    fields.put("commitment", of.ref());
    return Facts.of(it.ref(), fields).about(of.ref());
  }

  /// @param reason why the statement was not taken up
  static Facts of(long statement, String reason) {
    return Facts.of("DI-" + statement, Map.of("decision", "not-taken-up", "reason", reason))
        .about("S-" + statement);
  }
}
