package vallarta.compact.review.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A report that one actor owes on one commitment. Its due date never moves: where the schedule is
/// changed it ends, with the reason, and another is opened.
///
/// @param stakeholder key of the actor who owes it
/// @param milestone number of the milestone that it is about, 0 for none
/// @param closedAt when it was met or ended, null while it is open
/// @param closedReason why it ended, a word of [Ending], or empty
/// @param report number of the report that met it, 0 while none did
public record Duty(
    long id,
    long commitment,
    String stakeholder,
    Kind kind,
    long milestone,
    LocalDate due,
    State state,
    Instant openedAt,
    @Nullable Instant closedAt,
    String closedReason,
    long report) {

  /// Which report of the schedule it is.
  public enum Kind {
    ONCE,
    YEARLY,
    MILESTONE,
    /// When the time of the commitment is over.
    FINAL;

    static Kind of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How far it got.
  public enum State {
    OPEN,
    MET,
    ENDED;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Why a duty ends without a report.
  enum Ending {
    /// The commitment was withdrawn.
    WITHDRAWN,
    /// The actor undertakes it no longer.
    DECLINED,
    /// The schedule of the commitment was changed.
    SCHEDULE,
    /// The actor reported that it is done.
    DONE;

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Its reference: `DU-5`.
  public String ref() {
    return "DU-" + id;
  }

  public String commitmentRef() {
    return "CM-" + commitment;
  }

  /// Whether the report is still asked for.
  public boolean isOpen() {
    return state == State.OPEN;
  }
}
