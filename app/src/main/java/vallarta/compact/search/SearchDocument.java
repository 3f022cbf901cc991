package vallarta.compact.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vallarta.compact.language.Language;

/// Something that can be found.
///
/// @param number in its source, growing with time
/// @param id its public reference
/// @param title what to call it, may be empty
/// @param text the words to be searched
/// @param language of the text, null when it is none of the six
/// @param fields words that a query can ask for exactly, by field: `theme:data`
public record SearchDocument(
    long number,
    String id,
    String title,
    String text,
    @Nullable Language language,
    Map<String, List<String>> fields) {}
