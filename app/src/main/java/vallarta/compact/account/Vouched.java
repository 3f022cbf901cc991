package vallarta.compact.account;

import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// What a provider says of somebody: who it is under the provider's own name, which address it has
/// for them and whether it has verified it, and whether two factors were shown.
///
/// @param idToken as it came, with which the provider knows later who signs out
record Vouched(
    String issuer,
    String subject,
    String email,
    boolean emailVerified,
    boolean twofold,
    String idToken) {

  /// @param twoFactors words of `amr` or `acr` that are believed to tell of two factors
  static Vouched of(String issuer, OidcUser user, List<String> twoFactors) {
    OidcIdToken token = user.getIdToken();
    OidcUserInfo more = user.getUserInfo();
    String said = token.getEmail();
    // An address and whether it is verified are taken from one place, never put together.
    String email = said != null || more == null ? said : more.getEmail();
    Boolean verified =
        said != null || more == null ? token.getEmailVerified() : more.getEmailVerified();
    Set<String> believed = Set.copyOf(twoFactors);
    List<String> methods = token.getAuthenticationMethods();
    String grade = token.getAuthenticationContextClass();
    return new Vouched(
        issuer,
        user.getName(),
        email == null ? "" : email,
        Boolean.TRUE.equals(verified),
        methods != null && methods.stream().anyMatch(believed::contains)
            || grade != null && believed.contains(grade),
        token.getTokenValue());
  }
}
