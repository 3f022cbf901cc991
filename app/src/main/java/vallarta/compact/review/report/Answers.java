package vallarta.compact.review.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an actor answers to the questions that every actor is asked.
///
/// @param progress word of a [Progress], or empty while nobody said it
/// @param language BCP 47 tag of the texts
/// @param achieved what was achieved: the reason for which the commitment stands as it does
/// @param hindered what hindered it
/// @param meansUsed what was received and spent, in words
/// @param nextSteps what comes next
record Answers(
    String progress,
    String language,
    String achieved,
    String hindered,
    String meansUsed,
    String nextSteps,
    List<Measured> measured) {

  /// The value of a target as it was measured.
  ///
  /// @param target number of the target of the commitment
  /// @param on null when nobody said the day
  record Measured(long target, BigDecimal value, @Nullable LocalDate on) {}

  Answers {
    measured = List.copyOf(measured);
  }

  static Answers blank(String language) {
    return new Answers("", language, "", "", "", "", List.of());
  }
}
