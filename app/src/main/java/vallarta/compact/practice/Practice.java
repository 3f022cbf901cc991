package vallarta.compact.practice;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that is done and works, told by whoever does it so that others can take it up.
///
/// @param version raised by one at each change
/// @param publishedAt when everybody could first read it; null when nobody could yet
/// @param withdrawnReason why it is offered no longer, or empty
record Practice(
    long id,
    int version,
    Telling told,
    State state,
    @Nullable Instant publishedAt,
    String withdrawnReason) {

  /// How far it got.
  enum State {
    DRAFT,
    PUBLISHED,
    WITHDRAWN;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Its reference: `PR-4`.
  String ref() {
    return "PR-" + id;
  }

  /// Whether everybody may read it; what was withdrawn stays readable, with the reason.
  boolean isPublic() {
    return publishedAt != null;
  }

  /// Whether it is offered to others.
  boolean isOffered() {
    return state == State.PUBLISHED;
  }

  /// The name of the speaker if it may be shown, else empty.
  String shownSpeaker() {
    return told.consents() ? told.speaker() : "";
  }
}
