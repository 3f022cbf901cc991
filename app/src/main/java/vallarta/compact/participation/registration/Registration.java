package vallarta.compact.participation.registration;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vallarta.compact.participation.Stakeholder;

/// Somebody who wants to come to a meeting for a stakeholder. It is personal data: neither the
/// public record nor a log ever holds it.
///
/// @param id number in the register
/// @param meeting number of the meeting
/// @param email in lower case
/// @param function in the delegation, as the person writes it, or empty
/// @param head whether the person leads the delegation
/// @param listed whether the public list of participants names the person
/// @param reason why it was rejected, or empty
/// @param endorsed whether the head of the delegation agreed
/// @param code what the QR code of the badge leads to: 128 random bits
/// @param pass what leads to the person's own page: 128 other random bits
/// @param enteredBy number of the account that entered it, 0 for none
/// @param checkedInAt when the person came, null before
record Registration(
    long id,
    long meeting,
    Stakeholder stakeholder,
    String name,
    String email,
    String function,
    boolean head,
    boolean listed,
    State state,
    String reason,
    boolean endorsed,
    String code,
    String pass,
    long enteredBy,
    @Nullable Instant checkedInAt) {

  /// How far it has come.
  enum State {
    /// The head of the delegation or the secretariat has to decide.
    PENDING,
    /// The delegation has no seat free.
    WAITING,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    /// The word in tables, addresses and strings.
    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The word for how far it has come, which tells the two kinds of pending apart.
  String standing() {
    return state == State.PENDING && !endorsed ? "requested" : state.tag();
  }

  /// Whether nothing can be decided of it any more.
  boolean isOver() {
    return state == State.REJECTED || state == State.WITHDRAWN;
  }

  boolean isCheckedIn() {
    return checkedInAt != null;
  }
}
