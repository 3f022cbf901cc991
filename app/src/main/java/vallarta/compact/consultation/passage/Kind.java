package vallarta.compact.consultation.passage;

/// What a statement does.
public enum Kind {
  /// It asks somebody to do something.
  ASK,
  /// The speaker says that it will do something.
  UNDERTAKING,
  /// It states a fact.
  FACT,
  /// It names a concern.
  CONCERN,
  /// It tells of something that is done and works.
  PRACTICE
}
