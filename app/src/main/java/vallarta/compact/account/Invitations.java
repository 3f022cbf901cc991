package vallarta.compact.account;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.language.Language;

/// Invites people by mail to sign in for the first time.
@Service
public class Invitations {

  private final Accounts accounts;
  private final Letters letters;

  Invitations(Accounts accounts, Letters letters) {
    this.accounts = accounts;
    this.letters = letters;
  }

  /// Opens an account for that address, if there is none, and writes to it.
  ///
  /// @return the link of the letter, with which its reader chooses a password
  @Transactional
  public String invite(String email, Language language) {
    long account = accounts.open(email, language);
    accounts.invited(account);
    return letters.write(account, email.strip(), language, Letters.Purpose.INVITATION);
  }
}
