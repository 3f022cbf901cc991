package vallarta.compact.consultation;

import java.util.List;

/// New statements were written, in the transaction that is still open: whoever listens writes with
/// it or not at all.
public record StatementsReceived(List<Statement> statements) {}
