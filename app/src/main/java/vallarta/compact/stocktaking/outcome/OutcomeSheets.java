package vallarta.compact.stocktaking.outcome;

import java.util.List;
import vallarta.compact.table.Sheet;

/// Outcomes as tables.
final class OutcomeSheets {

  static final List<String> OUTCOMES =
      List.of(
          "id",
          "session",
          "text",
          "language",
          "dimension",
          "time_frame",
          "withdrawn_reason",
          "points",
          "means");

  static final List<String> MEANS =
      List.of("id", "commitment", "direction", "kind", "text", "amount", "unit", "period");

  private OutcomeSheets() {}

  static Sheet outcomes(List<Proposal> proposals) {
    return new Sheet(
        "outcomes",
        OUTCOMES,
        proposals.stream()
            .map(it ->
                List.<Object>of(
                    it.ref(),
                    it.session(),
                    it.text(),
                    it.language(),
                    it.dimension(),
                    it.timeFrame(),
                    it.withdrawnReason(),
                    String.join(" ", it.points()),
                    it.means().size()))
            .toList());
  }

  static Sheet means(Proposal of) {
    return new Sheet(
        "means-" + of.ref(),
        MEANS,
        of.means().stream()
            .map(it ->
                List.<Object>of(
                    it.ref(),
                    of.ref(),
                    it.offer() ? "offer" : "need",
                    it.kind().tag(),
                    it.text(),
                    it.amount() == null ? "" : it.amount().stripTrailingZeros().toPlainString(),
                    it.unit(),
                    it.period()))
            .toList());
  }
}
