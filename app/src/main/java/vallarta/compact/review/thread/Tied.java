package vallarta.compact.review.thread;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vallarta.compact.participation.Stakeholder;

/// Something that is tied on a thread.
///
/// @param text what it says, or its title
/// @param language BCP 47 tag of the text
/// @param by who says it, null where that is nobody
/// @param at when it became public, null where that is not told here
/// @param over whether it holds no longer
record Tied(
    Place place,
    String ref,
    String text,
    String language,
    @Nullable Stakeholder by,
    @Nullable Instant at,
    boolean over) {}
