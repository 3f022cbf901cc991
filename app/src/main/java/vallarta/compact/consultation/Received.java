package vallarta.compact.consultation;

import java.util.List;
import java.util.function.LongSupplier;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.table.Problem;

/// An input with what was found in it, not yet numbered.
///
/// @param reading its text, empty for a table
/// @param problems of a table's rows: those rows are left out
record Received(Input input, Reading reading, List<Statement> statements, List<Problem> problems) {

  /// The same with the input's number and the next numbers for its statements.
  Received numbered(InputId number, LongSupplier statementNumbers) {
    Input numberedInput = input.numbered(number);
    List<Statement> numbered =
        statements.stream()
            .map(it -> it.numbered(new StatementId(statementNumbers.getAsLong()), numberedInput))
            .toList();
    return new Received(numberedInput, reading, numbered, problems);
  }
}
