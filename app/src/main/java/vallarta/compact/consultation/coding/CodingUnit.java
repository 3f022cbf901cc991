package vallarta.compact.consultation.coding;

import vallarta.compact.language.Language;

/// A text to be coded.
///
/// @param text the words of the statement
/// @param context the words above it that may name a dimension or theme for it, else empty
/// @param language the language of both
public record CodingUnit(String text, String context, Language language) {}
