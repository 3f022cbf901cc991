package vallarta.compact.consultation;

import vallarta.compact.consultation.coding.Thesaurus;

/// The thesaurus that holds at one moment.
///
/// @param number grows with every thesaurus that is imported; 0 is the one that comes with the
///   product
public record ThesaurusEdition(long number, Thesaurus thesaurus) {

  static ThesaurusEdition shipped() {
    return new ThesaurusEdition(0, Thesaurus.shipped());
  }
}
