package vallarta.compact.review.voice;

import java.time.Instant;

/// What an actor answers to what was said of its commitment, once.
///
/// @param about reference of what it answers: `PL-3`, `AS-5`
/// @param commitment number of the commitment
/// @param stakeholder key of the actor
/// @param late whether it came after the clock of the right of reply had run out
public record Reply(
    long id,
    String about,
    long commitment,
    String stakeholder,
    String language,
    String text,
    boolean late,
    Instant at) {

  /// Its reference, to cite: `RY-2`.
  public String ref() {
    return "RY-" + id;
  }
}
