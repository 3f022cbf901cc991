package vallarta.compact.consultation;

/// What is needed to understand a table of statements beside the table.
record TableContext(StatementColumns columns, Known known) {

  static final TableContext PLAIN = new TableContext(StatementColumns.USUAL, Known.NOTHING);
}
