package vallarta.compact.consultation.coding;

/// A code that words suggest, with the reason: a suggestion, never a decision.
///
/// @param scheme the codebook
/// @param term id of the dimension or theme
/// @param rule why: by the statement's own words, by its context, or by a narrower theme
/// @param matched the matching term of the codebook, as it is written there
/// @param words the words of the text that matched it
public record SuggestedCode(Scheme scheme, String term, Rule rule, String matched, String words) {

  /// Where the matching words stand.
  public enum Rule {
    /// In the statement itself.
    WORDS,
    /// In the heading or the lead sentence above it.
    CONTEXT,
    /// In the statement, for a narrower theme.
    NARROWER
  }
}
