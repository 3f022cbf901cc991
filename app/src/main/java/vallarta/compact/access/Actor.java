package vallarta.compact.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;

/// Who asks, and what that person may do at this moment.
///
/// @param account number of the account, 0 for a reader who is not signed in
/// @param name as the person wrote it, or empty
/// @param rights by the mandates in force now
/// @param due what is held back until a second factor is shown
public record Actor(long account, String name, Set<Right> rights, Due due) {

  /// What a second factor would open.
  public enum Due {
    NOTHING,
    /// The rights of a role that needs two factors.
    A_ROLE,
    /// Everything: the account is guarded by a second factor that was not shown yet.
    ALL
  }

  /// A reader who is not signed in.
  public static final Actor NOBODY = new Actor(0, "", Set.of(), Due.NOTHING);

  public Actor {
    rights = Set.copyOf(rights);
  }

  public boolean isSignedIn() {
    return account != 0;
  }

  public boolean secondFactorDue() {
    return due != Due.NOTHING;
  }

  /// Whether the sign-in is not complete yet.
  public boolean isHalfWay() {
    return due == Due.ALL;
  }

  /// Whether the person acts in one of these roles, for whomever.
  public boolean is(Role... roles) {
    List<Role> wanted = Arrays.asList(roles);
    return rights.stream().anyMatch(right -> wanted.contains(right.role()));
  }

  /// Whether the person acts in one of these roles for exactly that stakeholder or session.
  public boolean isFor(String of, Role... roles) {
    List<Role> wanted = Arrays.asList(roles);
    return rights.stream()
        .anyMatch(right -> right.of().equals(of) && wanted.contains(right.role()));
  }

  /// For whom or in what the person acts in one of these roles.
  public Set<String> of(Role... roles) {
    Collection<Role> wanted = Arrays.asList(roles);
    return rights.stream()
        .filter(right -> wanted.contains(right.role()))
        .map(Right::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Lets nobody pass but those who act in one of these roles for exactly that stakeholder or
  /// session: what belongs to one owner is no other's to change.
  ///
  /// @throws AccessDeniedException which is answered with 403
  public void mustBeFor(String of, Role... roles) {
    if (!isFor(of, roles)) {
      throw new AccessDeniedException("not in a role for " + of);
    }
  }
}
