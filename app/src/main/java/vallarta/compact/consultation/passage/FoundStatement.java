package vallarta.compact.consultation.passage;

/// A passage that says one thing, and why it was taken for it.
///
/// @param passage its place and words
/// @param kind what it does
/// @param cue the words of the passage that made the kind ("should", "calls upon")
/// @param speaker who says it where the text names one, else empty
/// @param addressee who is asked, where the text names one, else empty
/// @param context the words around it from which codes may be taken over: headings and the lead
///   sentence of its paragraph or of the list that it is an item of, else empty
public record FoundStatement(
    Passage passage, Kind kind, String cue, String speaker, String addressee, String context) {}
