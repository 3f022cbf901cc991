package vallarta.compact.review;

/// A commitment came to stand otherwise: told within the transaction that does it.
///
/// @param commitment its number
/// @param reason what everybody reads as the reason
/// @param evidence reference of what it rests on: `RP-8`, `OL-1`, `CM-31`
public record StandingChanged(
    long commitment, Standing before, Standing after, String reason, String evidence) {}
