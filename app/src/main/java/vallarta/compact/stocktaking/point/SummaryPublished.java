package vallarta.compact.stocktaking.point;

/// The points of a session were published, as a draft or finally: told within the transaction that
/// does it.
///
/// @param session number of the session
public record SummaryPublished(long session) {}
