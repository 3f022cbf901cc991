package vallarta.compact.stocktaking.campaign;

import java.time.Instant;

/// Who declares to be behind a campaign, as the secretariat noted it.
///
/// @param statement number of the statement that stood for the campaign: it belongs to the group in
///   which this one is
/// @param origin the organisation in its own words, empty when the note before is taken back
/// @param source where it declares so, or why the note is taken back
record Origin(long id, long statement, String origin, String source, Instant notedAt) {

  /// Its reference in the public record: `CO-3`.
  String ref() {
    return "CO-" + id;
  }

  boolean isDeclared() {
    return !origin.isEmpty();
  }
}
