package vallarta.compact.participation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vallarta.compact.access.Role;

/// A person acts for an organisation in a role from one moment to another.
///
/// @param id number in the register
/// @param stakeholder for whom
/// @param endsAt the first moment at which it holds no longer, null as long as nobody ended it
/// @param successor number of the mandate that took its place, 0 for none
public record Mandate(
    long id,
    Person person,
    Stakeholder stakeholder,
    Role role,
    Instant beginsAt,
    @Nullable Instant endsAt,
    long successor) {

  /// Its reference in the public record: `MD-7`.
  public String ref() {
    return "MD-" + id;
  }

  public boolean holdsAt(Instant at) {
    return !beginsAt.isAfter(at) && (endsAt == null || endsAt.isAfter(at));
  }

  /// Whether the two hold at some moment both.
  boolean overlaps(Instant begins, @Nullable Instant ends) {
    return (ends == null || beginsAt.isBefore(ends)) && (endsAt == null || begins.isBefore(endsAt));
  }
}
