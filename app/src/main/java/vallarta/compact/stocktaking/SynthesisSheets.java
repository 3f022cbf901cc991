package vallarta.compact.stocktaking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vallarta.compact.consultation.ConsultationSheets;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.table.Sheet;

/// The synthesis as tables. The columns are part of the product's interface: they are added to,
/// never renamed.
final class SynthesisSheets {

  static final List<String> MATRIX =
      List.of("theme", "dimension", "submitters", "statements", "groups");

  static final List<String> COVERAGE =
      List.of("stakeholder_type", "region", "language", "heard", "expected", "statements");

  static final List<String> GROUPS =
      List.of(
          "id",
          "submitters",
          "statements",
          "representative",
          "language",
          "dimensions",
          "themes",
          "members",
          "text");

  private static final String BEFORE = "text";

  private final Synthesis synthesis;

  SynthesisSheets(Synthesis synthesis) {
    this.synthesis = synthesis;
  }

  /// All of them, in the order of a workbook.
  List<Sheet> all() {
    return List.of(
        statements(synthesis.holdings().statements().stream()),
        matrix(synthesis.matrix()),
        coverage(),
        groups(synthesis.groups()),
        ConsultationSheets.inputs(synthesis.holdings(), synthesis.holdings().inputs()));
  }

  /// The statements with the group of each before its text.
  Sheet statements(Stream<Statement> statements) {
    int place = ConsultationSheets.statementHeaders().indexOf(BEFORE);
    List<List<Object>> rows =
        statements
            .map(it -> {
              List<Object> row = new ArrayList<>(ConsultationSheets.row(it));
              row.add(place, synthesis.groupOf(it).id());
              return row;
            })
            .toList();
    return new Sheet("statements", statementHeaders(), rows);
  }

  static List<String> statementHeaders() {
    List<String> headers = new ArrayList<>(ConsultationSheets.statementHeaders());
    headers.add(headers.indexOf(BEFORE), "group");
    return headers;
  }

  /// One row a theme and dimension, those that nobody raised with empty numbers.
  Sheet matrix(Matrix matrix) {
    List<List<Object>> rows = new ArrayList<>();
    for (String theme : withAll(synthesis.thesaurus().ids(Scheme.THEME))) {
      for (String dimension : withAll(synthesis.thesaurus().ids(Scheme.DIMENSION))) {
        Matrix.Cell cell = matrix.cell(theme, dimension);
        boolean raised = cell.statements() > 0;
        rows.add(
            List.of(
                theme,
                dimension,
                raised ? cell.voices() : "",
                raised ? cell.statements() : "",
                raised ? cell.groups() : ""));
      }
    }
    return new Sheet("matrix", MATRIX, rows);
  }

  private static List<String> withAll(List<String> ids) {
    return Stream.concat(ids.stream(), Stream.of(Matrix.ALL)).toList();
  }

  Sheet coverage() {
    List<List<Object>> rows =
        synthesis.coverage().rows().stream()
            .map(row ->
                List.<Object>of(
                    row.type().tag(),
                    row.region(),
                    row.language(),
                    row.heard(),
                    row.expected() == null ? "" : row.expected(),
                    row.statements()))
            .toList();
    return new Sheet("coverage", COVERAGE, rows);
  }

  Sheet groups(List<StatementGroup> groups) {
    List<List<Object>> rows =
        groups.stream()
            .map(group -> {
              Statement said = group.representative();
              return List.<Object>of(
                  group.id(),
                  group.voices(),
                  group.volume(),
                  said.id().toString(),
                  said.language().tag(),
                  said.terms(Scheme.DIMENSION),
                  said.terms(Scheme.THEME),
                  group.statements().stream().map(it -> it.id().toString()).toList(),
                  said.text());
            })
            .toList();
    return new Sheet("groups", GROUPS, rows);
  }
}
