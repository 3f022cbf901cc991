package vallarta.compact.access;

import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// What a session keeps of a sign-in: whose account, and by which factors. What the person may do
/// is asked at each request.
final class SignedIn extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1;

  private final long account;
  private final Factor[] factors;
  private final boolean guarded;

  /// @param guarded whether the account has a second factor of its own, which must be shown
  SignedIn(long account, Set<Factor> factors, boolean guarded) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.account = account;
    this.factors = factors.toArray(Factor[]::new);
    this.guarded = guarded;
    setAuthenticated(true);
  }

  long account() {
    return account;
  }

  Set<Factor> factors() {
    return Set.of(factors);
  }

  /// Whether two things were proved. A password and the word of a provider are one thing twice.
  boolean isTwofold() {
    return factors().stream().anyMatch(Factor::isTwofold);
  }

  boolean isHalfWay() {
    return guarded && !isTwofold();
  }

  @Override
  public String getName() {
    return Long.toString(account);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return getName();
  }
}
