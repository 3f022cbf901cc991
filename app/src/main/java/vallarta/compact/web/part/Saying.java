package vallarta.compact.web.part;

import java.util.List;

/// One statement as a list or page shows it: the words first, then who says it and where it stands.
///
/// @param id its reference
/// @param href of its page, or of a place in a report; empty on its own page
/// @param words with hits marked
/// @param language BCP 47 tag of the words
/// @param speaker who says it, empty when nobody is named
/// @param speakerLanguage BCP 47 tag of that name, or empty
/// @param about what kind of speaker and where from, in the reader's language; may be empty
/// @param kind what it does, in the reader's language
/// @param source title of the input
/// @param sourceLanguage BCP 47 tag of that title, or empty
/// @param sourceHref the place in the input, or empty
/// @param place page, row or paragraph, in the reader's language; may be empty
/// @param voices how many say nearly the same, 1 when nobody else does
/// @param groupHref where they are listed, or empty
/// @param note that it is not verbatim, invented or the like; may be empty
public record Saying(
    String id,
    String href,
    List<Piece> words,
    String language,
    String speaker,
    String speakerLanguage,
    String about,
    String kind,
    String source,
    String sourceLanguage,
    String sourceHref,
    String place,
    int voices,
    String groupHref,
    List<Tag> codes,
    String note) {}
