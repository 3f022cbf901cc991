package vallarta.compact.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.language.Language;

/// The register of accounts: who may sign in, each under one e-mail address.
@Service
public class Accounts {

  /// @param language BCP 47 tag of the language of its mails
  /// @param rhythm how often its holder is told the news
  record Held(
      String email,
      String language,
      String rhythm,
      boolean hasPassword,
      boolean hasAuthenticator) {}

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

  /// The number of the account of that address.
  @Transactional(readOnly = true)
  public Optional<Long> findByEmail(String email) {
    return jdbc.sql(
            "select id from access.account where lower(email) = lower(:email) and disabled_at is null")
        .param("email", email.strip())
        .query(Long.class)
        .optional();
  }

  /// What the holder of an account sees of it.
  @Transactional(readOnly = true)
  Held get(long account) {
    return jdbc.sql(
            """
            select email, language, rhythm, password is not null, authenticator_since is not null
            from access.account where id = :id
            """)
        .param("id", account)
        .query((row, n) ->
            new Held(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5)))
        .single();
  }

  /// By which devices with passkeys know the account.
  @Transactional(readOnly = true)
  String handle(long account) {
    return jdbc.sql("select handle from access.account where id = :id")
        .param("id", account)
        .query(String.class)
        .single();
  }

  /// Notes that somebody who may do so has invited its holder.
  @Transactional
  void invited(long account) {
    jdbc.sql("update access.account set invited_at = now() where id = :id and invited_at is null")
        .param("id", account)
        .update();
  }

  /// The number of the account of that address to which somebody was invited.
  @Transactional(readOnly = true)
  Optional<Long> findInvited(String email) {
    return jdbc.sql(
            """
            select id from access.account
            where lower(email) = lower(:email) and invited_at is not null and disabled_at is null
            """)
        .param("email", email)
        .query(Long.class)
        .optional();
  }

  @Transactional
  void write(long account, Language language) {
    jdbc.sql("update access.account set language = :language where id = :id")
        .param("language", language.tag())
        .param("id", account)
        .update();
  }

  /// Where and in which language the holder of an account gets mails.
  public record Mailbox(String address, Language language) {}

  /// Where to write to the holder of an account.
  @Transactional(readOnly = true)
  public Optional<Mailbox> findMailbox(long account) {
    return jdbc.sql(
            "select email, language from access.account where id = :id and disabled_at is null")
        .param("id", account)
        .query((row, n) ->
            new Mailbox(row.getString(1), Language.find(row.getString(2)).orElse(Language.EN)))
        .optional();
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
