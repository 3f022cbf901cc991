package vallarta.compact.review.follow;

import java.time.Instant;

/// One change, as it is listed.
///
/// @param id address that no other change has, without the language; it never changes
/// @param ref reference of what changed
/// @param path where it can be read, without the language
/// @param before how the commitment stood, for a change of standing, else empty
/// @param after how it stands since, or empty
/// @param text what it is about
/// @param language BCP 47 tag of the text, or empty
record Change(
    String id,
    What what,
    String ref,
    String path,
    Instant at,
    String before,
    String after,
    String text,
    String language) {}
