package vallarta.compact.account;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.store.Sha256;

/// Random words that a device signs to show a passkey (WebAuthn, section 13.4.3). Each is good once
/// and for five minutes, whatever came of it, so that an answer that somebody overheard is worth
/// nothing. Only digests are kept.
@Component
class Challenges {

  static final Duration VALIDITY = Duration.ofMinutes(5);

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Clock clock;

  Challenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A fresh one, in the letters in which browsers take it.
  ///
  /// @param account that gets a passkey by it, 0 at a sign-in
  @Transactional
  public String next(long account) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql("delete from access.challenge where expires_at < :now")
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql(
            """
            insert into access.challenge (digest, account, expires_at)
            values (:digest, nullif(:account, 0), :until)
            """)
        .param("digest", Sha256.of(word))
        .param("account", account)
        .param("until", Timestamp.from(clock.instant().plus(VALIDITY)))
        .update();
    return word;
  }

  /// Whether it was given out for that, and not taken yet.
  @Transactional
  public boolean take(byte[] challenge, long account) {
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
    return jdbc.sql(
                """
                delete from access.challenge
                where digest = :digest and account is not distinct from nullif(:account, 0) and expires_at > :now
                """)
            .param("digest", Sha256.of(word))
            .param("account", account)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }
}
