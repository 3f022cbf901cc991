package vallarta.compact.consultation.submission;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A stakeholder that is asked to sign a submission of another.
///
/// @param stakeholder its key
/// @param answeredAt null as long as it has not answered
record CoSignatory(
    String stakeholder, Answer answer, Instant askedAt, @Nullable Instant answeredAt) {

  /// What it says.
  enum Answer {
    ASKED,
    CONFIRMED,
    DECLINED;

    static Answer of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean isConfirmed() {
    return answer == Answer.CONFIRMED;
  }
}
