package vallarta.compact.stocktaking.outcome;

import java.util.ArrayList;
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

  static final List<String> CHAIR =
      List.of(
          "meeting",
          "version",
          "dimension",
          "kind",
          "id",
          "session",
          "text",
          "language",
          "accepted",
          "dissent",
          "rests_on",
          "answered_by",
          "amount",
          "period");

  private OutcomeSheets() {}

  /// The chair's summary of a meeting, a row for each point, commitment and means.
  ///
  /// @param version 0 for what was not issued
  static Sheet chair(String meeting, int version, ChairSummary summary) {
    List<List<Object>> rows = new ArrayList<>();
    for (ChairSummary.Part part : summary.parts()) {
      List<Object> place = List.of(meeting, version, part.dimension());
      for (ChairSummary.Promise it : part.promises()) {
        rows.add(
            row(
                place,
                "commitment",
                it.ref(),
                it.session(),
                it.text(),
                it.language(),
                "",
                "",
                String.join(" ", it.points()),
                "",
                "",
                it.timeFrame()));
        for (ChairSummary.Need need : it.means()) {
          rows.add(
              row(
                  place,
                  need.offer() ? "offer" : "need",
                  need.ref(),
                  it.session(),
                  need.text(),
                  it.language(),
                  "",
                  "",
                  it.ref(),
                  "",
                  need.figure(),
                  need.period()));
        }
      }
      for (ChairSummary.Kept it : part.points()) {
        rows.add(
            row(
                place,
                "point",
                it.ref(),
                it.session(),
                it.text(),
                it.language(),
                Boolean.toString(it.accepted()),
                it.dissent(),
                String.join(" ", it.sources()),
                String.join(" ", it.answeredBy()),
                "",
                ""));
      }
    }
    return new Sheet("chair-summary-" + meeting, CHAIR, rows);
  }

  private static List<Object> row(List<Object> place, String... cells) {
    List<Object> row = new ArrayList<>(place);
    row.addAll(List.of(cells));
    return row;
  }

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
