package vallarta.compact.participation.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.States;

/// A request for the floor and what became of it.
///
/// @param id number in the list
/// @param account number of the account of the speaker who asked, 0 when somebody asked in their
///   place
/// @param gender of the speaker, as it was given
/// @param limit how long the turn may last
/// @param startedAt null before the floor was given
/// @param endedAt null before the turn was over
record Turn(
    long id,
    Stakeholder stakeholder,
    long account,
    Person.Gender gender,
    Duration limit,
    State state,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /// What became of a request.
  enum State {
    WAITING,
    SPEAKING,
    /// Spoke to the end.
    DONE,
    /// Did not want to speak any more.
    WITHDRAWN,
    /// Spoke, and gave away what was left of the time.
    YIELDED;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    /// The word in tables and strings.
    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What to call who speaks: a State in the language of the page, all others by their own name.
  String name(Language language) {
    return isTranslated() ? States.name(stakeholder.state(), language) : stakeholder.name();
  }

  /// The language of that name where it is not that of the page, else empty.
  String nameLanguage() {
    return isTranslated() ? "" : stakeholder.nameLanguage();
  }

  private boolean isTranslated() {
    return stakeholder.type() == StakeholderType.STATE
        && !stakeholder.fictional()
        && !stakeholder.state().isEmpty();
  }

  /// When the turn began, the moment of asking as long as it did not.
  Instant began() {
    return startedAt == null ? askedAt : startedAt;
  }

  /// How long the speaker spoke, or speaks at that moment already.
  Duration spoken(Instant now) {
    if (startedAt == null) {
      return Duration.ZERO;
    }
    return Duration.between(startedAt, endedAt == null ? notBeforeItBegan(now) : endedAt);
  }

  /// That moment, or when the turn began where the clock was set back behind it.
  Instant notBeforeItBegan(Instant now) {
    return startedAt != null && now.isBefore(startedAt) ? startedAt : now;
  }

  /// What is left of the time at that moment; negative when it is over.
  Duration left(Instant now) {
    return limit.minus(spoken(now));
  }
}
