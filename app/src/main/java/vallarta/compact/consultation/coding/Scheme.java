package vallarta.compact.consultation.coding;

/// The two codebooks that are laid on statements.
public enum Scheme {
  DIMENSION,
  THEME
}
