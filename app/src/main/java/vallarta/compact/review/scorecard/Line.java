package vallarta.compact.review.scorecard;

/// A row behind a figure.
///
/// @param ref what it is about: `CM-31`, `S-203`, `SE-16`
/// @param path of its page
/// @param actor key of the stakeholder whose it is, or empty
/// @param language BCP 47 tag of the title
/// @param verdict what the measure says of it
/// @param amount what it adds to the figure: 1, or seconds
/// @param detail what the verdict rests on: references, dates, numbers
record Line(
    String ref,
    String path,
    String actor,
    String title,
    String language,
    String verdict,
    long amount,
    String detail) {}
