package vallarta.compact.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.language.Language;

/// The register of accounts: who may sign in, each under one e-mail address.
@Service
public class Accounts {

  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The number of the account of that address, which is opened when there is none.
  @Transactional
  public long open(String email, Language language) {
    return jdbc.sql(
            """
            insert into access.account as a (email, language) values (:email, :language)
            on conflict (lower(email)) do update set email = a.email
            returning id
            """)
        .param("email", email.strip())
        .param("language", language.tag())
        .query(Long.class)
        .single();
  }

  /// The address of an account.
  @Transactional(readOnly = true)
  public Optional<String> findEmail(long account) {
    return jdbc.sql("select email from access.account where id = :id")
        .param("id", account)
        .query(String.class)
        .optional();
  }
}
