package vallarta.compact.stocktaking.point;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vallarta.compact.participation.Stakeholder;

/// What a participant asks to correct in a draft summary, and what was answered.
///
/// @param version of the summary that it is about
/// @param point number of the point it is about, 0 for the summary as a whole
/// @param stakeholder in whose name it is asked
/// @param accepted null as long as nobody answered
/// @param answer why, or empty
public record Correction(
    long id,
    int version,
    long point,
    Stakeholder stakeholder,
    String text,
    Instant askedAt,
    @Nullable Boolean accepted,
    String answer) {

  public boolean isAnswered() {
    return accepted != null;
  }
}
