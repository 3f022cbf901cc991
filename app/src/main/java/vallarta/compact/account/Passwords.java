package vallarta.compact.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.web.DomainFailure;

/// Passwords, kept as Argon2id (RFC 9106) and asked for nothing but length and variety (NIST SP
/// 800-63B-4, section 3.1.1).
@Component
class Passwords {

  static final int SHORTEST = 12;
  static final int LONGEST = 200;
  private static final int DIFFERENT = 5;

  /// Each check takes memory and a processor for a while: more of them at once would serve nobody.
  private final Semaphore turns = new Semaphore(4);

  private final PasswordEncoder encoder =
      new Argon2Password4jPasswordEncoder(
          // 19 MiB, two passes, one lane: the first choice of the OWASP Password Storage Cheat
          // Sheet.
          Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID));
  private final String nobodys;
  private final JdbcClient jdbc;

  Passwords(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.nobodys = encode("nobody has this password");
  }

  /// Whether it is that of the account. Where there is no account it takes as long.
  boolean matches(long account, String password) {
    Optional<String> known =
        jdbc.sql(
                "select password from access.account where id = :id and disabled_at is null and password is not null")
            .param("id", account)
            .query(String.class)
            .optional();
    turns.acquireUninterruptibly();
    try {
      boolean same = encoder.matches(plain(password), known.orElse(nobodys));
      return same && known.isPresent();
    } finally {
      turns.release();
    }
  }

  /// @throws DomainFailure when it is too short, too long, too plain or the address itself
  @Transactional
  public void set(long account, String email, String password) {
    String text = plain(password);
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new DomainFailure(
          "ACC-010",
          "account.failure.password-length",
          Map.of("least", SHORTEST, "most", LONGEST),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    String name = email.substring(0, Math.max(0, email.indexOf('@'))).toLowerCase(Locale.ROOT);
    if (text.codePoints().distinct().count() < DIFFERENT
        || !name.isEmpty() && text.toLowerCase(Locale.ROOT).contains(name)) {
      throw new DomainFailure(
          "ACC-011", "account.failure.password-plain", Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    jdbc.sql("update access.account set password = :password where id = :id")
        .param("password", encode(text))
        .param("id", account)
        .update();
  }

  private String encode(String text) {
    turns.acquireUninterruptibly();
    try {
      return String.valueOf(encoder.encode(text));
    } finally {
      turns.release();
    }
  }

  /// The same letters, however the keyboard composed them; cut off far beyond what is accepted.
  private static String plain(String password) {
    String bounded = password.substring(0, Math.min(password.length(), LONGEST * 4));
    return Normalizer.normalize(bounded, Normalizer.Form.NFKC);
  }
}
