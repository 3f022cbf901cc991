package vallarta.compact.review.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What one actor reports on one commitment.
///
/// @param duty number of the duty that it answers, 0 for none
/// @param stakeholder key of the actor
/// @param version raised by one at each change
/// @param unchanged whether it says in one click that the report before still holds
/// @param writers numbers of the accounts that wrote in it: none of them validates it
/// @param validatedAt null while nobody validated it as it stands
/// @param publishedAt when everybody could first read it, null when nobody could yet
record Report(
    long id,
    long duty,
    long commitment,
    String stakeholder,
    int version,
    State state,
    Answers told,
    boolean unchanged,
    boolean fictional,
    List<Long> writers,
    @Nullable Instant validatedAt,
    @Nullable Instant publishedAt,
    String withdrawnReason,
    Instant changedAt) {

  /// How far it is.
  enum State {
    /// Those who act for its owner alone see it.
    DRAFT,
    /// Somebody else than who wrote it stands by it.
    VALIDATED,
    PUBLISHED,
    /// It stays readable, with the reason.
    WITHDRAWN;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Report {
    writers = List.copyOf(writers);
  }

  /// Its reference, to cite: `RP-8`.
  String ref() {
    return "RP-" + id;
  }

  String dutyRef() {
    return duty == 0 ? "" : "DU-" + duty;
  }

  String commitmentRef() {
    return "CM-" + commitment;
  }

  boolean isPublic() {
    return publishedAt != null;
  }

  /// Whether it is still written.
  boolean isOpen() {
    return state == State.DRAFT || state == State.VALIDATED;
  }
}
