package vallarta.compact.account;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limits;
import vallarta.compact.web.DomainFailure;

/// Checks what somebody says to prove who they are. A wrong address, a wrong password and an
/// account that was closed are answered alike, in the same time; ten wrong tries of one account
/// close it for some minutes, whoever made them.
@Component
class SignIns {

  private final Accounts accounts;
  private final Passwords passwords;
  private final Authenticators authenticators;
  private final Limits limits;

  SignIns(Accounts accounts, Passwords passwords, Authenticators authenticators, Limits limits) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.authenticators = authenticators;
    this.limits = limits;
  }

  /// The account that has this address and this password.
  ///
  /// @throws DomainFailure when there were too many wrong tries
  Optional<Long> byPassword(String email, String password) {
    String who = "address " + email.strip().toLowerCase(Locale.ROOT);
    mustBeOpen(who);
    long account = accounts.findByEmail(email).orElse(0L);
    if (passwords.matches(account, password)) {
      limits.forget(Allowance.PROOF, who);
      return Optional.of(account);
    }
    limits.take(Allowance.PROOF, who);
    return Optional.empty();
  }

  /// Whether the code is right as the second factor of the account.
  ///
  /// @throws DomainFailure when there were too many wrong tries
  boolean byCode(long account, String code) {
    String who = "codes of " + account;
    mustBeOpen(who);
    if (authenticators.takes(account, code)) {
      limits.forget(Allowance.PROOF, who);
      return true;
    }
    limits.take(Allowance.PROOF, who);
    return false;
  }

  private void mustBeOpen(String who) {
    if (!limits.isOpen(Allowance.PROOF, who)) {
      throw new DomainFailure(
          "ACC-013",
          "account.failure.too-many",
          Map.of("minutes", Allowance.PROOF.within().toMinutes()),
          HttpStatus.TOO_MANY_REQUESTS);
    }
  }
}
