package vallarta.compact.review.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The public flag on a report that fell due and did not come, with what became of it. A flag that
/// was withdrawn stays, with the reason.
///
/// @param actor key of who owes the report
/// @param raised when everybody could see it first
/// @param contested when the actor contested it, null when it did not
/// @param contestedReason why, in the words of the actor
/// @param decided when that was decided, null while it is open
/// @param decidedReason why it was decided so
/// @param closed when the duty ended, by a report or otherwise, null while it is open
record Flag(
    long id,
    State state,
    long commitment,
    String title,
    String language,
    String actor,
    LocalDate due,
    Instant raised,
    @Nullable Instant contested,
    String contestedReason,
    @Nullable Instant decided,
    String decidedReason,
    @Nullable Instant closed) {

  /// What became of a flag.
  enum State {
    /// The report is still missing, and nobody says otherwise.
    STANDS,
    /// The actor says that the flag is wrong.
    CONTESTED,
    /// It was contested and stays.
    UPHELD,
    /// It was wrong.
    WITHDRAWN,
    /// The report came.
    MET,
    /// The report is not asked for any more.
    ENDED;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String ref() {
    return "OL-" + id;
  }

  String commitmentRef() {
    return "CM-" + commitment;
  }

  /// When something last happened to it.
  Instant changed() {
    return Stream.of(raised, contested, decided, state == State.MET ? closed : null)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(raised);
  }
}
