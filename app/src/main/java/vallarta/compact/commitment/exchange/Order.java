package vallarta.compact.commitment.exchange;

import java.util.Map;

/// What an import is told beside its table.
///
/// @param dryRun whether it only tells what it would do
/// @param skipBadRows whether commitments without a problem are written all the same
/// @param historical whether dates of new ones may lie in the past, and they are marked so
/// @param publish whether new ones are published at once
/// @param register whether States that are in no register yet are entered into it
/// @param language BCP 47 tag of texts of which the table does not say it, or empty
/// @param reason why public ones are changed, which is published
/// @param columns header in the table by the header of the shape
record Order(
    boolean dryRun,
    boolean skipBadRows,
    boolean historical,
    boolean publish,
    boolean register,
    String language,
    String reason,
    Map<String, String> columns) {

  Order {
    columns = Map.copyOf(columns);
  }
}
