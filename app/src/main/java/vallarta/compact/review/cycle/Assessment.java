package vallarta.compact.review.cycle;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one reviewer found of one commitment, or is asked to find. Who it is is shown nowhere.
///
/// @param reviewer number of the account
/// @param verdict null until it is handed in
/// @param recommendation what should be done, or empty
/// @param recused why the reviewer does not assess it, null for one who does
record Assessment(
    long id,
    long review,
    long commitment,
    long reviewer,
    State state,
    @Nullable Verdict verdict,
    Words words,
    String recommendation,
    @Nullable Ground recused,
    @Nullable Instant handedInAt,
    @Nullable Instant publishedAt) {

  /// How far it is.
  enum State {
    ASKED,
    RECUSED,
    HANDED_IN,
    PUBLISHED;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Why the verdict is what it is.
  ///
  /// @param language BCP 47 tag of the reasons and of the recommendation
  record Words(String language, String reasons) {}

  /// Its reference, to cite once it is published: `AS-5`.
  String ref() {
    return "AS-" + id;
  }

  String commitmentRef() {
    return "CM-" + commitment;
  }

  /// Whether the reviewer has said what they found.
  boolean isIn() {
    return verdict != null;
  }

  Verdict found() {
    if (verdict == null) {
      throw new IllegalStateException("not handed in: " + ref());
    }
    return verdict;
  }

  static Optional<Long> number(String ref) {
    return ref.matches("AS-[1-9][0-9]{0,17}")
        ? Optional.of(Long.parseLong(ref.substring(3)))
        : Optional.empty();
  }
}
