package vallarta.compact.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Guard;

/// The second factor of an account: codes of an authenticator application (TOTP, RFC 6238: six
/// digits of SHA-1, a new one every 30 seconds), and ten codes on paper for the day on which the
/// telephone is lost. Each code counts once.
@Component
class Authenticators implements Guard {

  private static final int SECRET_BYTES = 20;
  private static final int PAPER_CODES = 10;
  private static final int PAPER_BYTES = 10;

  private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Clock clock;

  Authenticators(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean guards(long account) {
    return secret(account).isPresent();
  }

  /// A fresh secret, in the letters (Base32) in which applications take it.
  String propose() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new Base32().encodeToString(secret);
  }

  /// Takes the secret into use when the code shows that the application has it.
  ///
  /// @return the codes for paper, empty when the code is wrong
  @Transactional
  public Optional<List<String>> begin(long account, String secret, String code) {
    byte[] key = new Base32().decode(secret);
    Optional<Long> step = step(key, code, 0);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    jdbc.sql(
            """
            update access.account
            set authenticator = :key, authenticator_since = now(), authenticator_step = :step where id = :id
            """)
        .param("key", key)
        .param("step", step.get())
        .param("id", account)
        .update();
    jdbc.sql("delete from access.recovery_code where account = :id").param("id", account).update();
    List<String> paper = new ArrayList<>();
    for (int i = 0; i < PAPER_CODES; i++) {
      byte[] bytes = new byte[PAPER_BYTES];
      random.nextBytes(bytes);
      String written = new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT);
      jdbc.sql("insert into access.recovery_code (account, digest) values (:id, :digest)")
          .param("id", account)
          .param("digest", digest(written))
          .update();
      paper.add(written.replaceAll("(.{4})(?=.)", "$1-"));
    }
    return Optional.of(paper);
  }

  /// Whether the code is one of the application or of the paper, and was not used before.
  @Transactional
  public boolean takes(long account, String code) {
    // Two tries with one code wait for each other here.
    long last =
        jdbc.sql("select authenticator_step from access.account where id = :id for update")
            .param("id", account)
            .query(Long.class)
            .single();
    Optional<Long> step = secret(account).flatMap(key -> step(key, code, last));
    if (step.isPresent()) {
      jdbc.sql("update access.account set authenticator_step = :step where id = :id")
          .param("step", step.get())
          .param("id", account)
          .update();
      return true;
    }
    return jdbc.sql(
                """
                update access.recovery_code set used_at = now()
                where account = :id and digest = :digest and used_at is null
                """)
            .param("id", account)
            .param("digest", digest(code))
            .update()
        == 1;
  }

  @Transactional
  public void end(long account) {
    jdbc.sql(
            "update access.account set authenticator = null, authenticator_since = null where id = :id")
        .param("id", account)
        .update();
    jdbc.sql("delete from access.recovery_code where account = :id").param("id", account).update();
  }

  private Optional<byte[]> secret(long account) {
    return jdbc.sql(
            "select authenticator from access.account where id = :id and authenticator is not null")
        .param("id", account)
        .query(byte[].class)
        .optional();
  }

  /// The time step of which this is the code: now, or the one before or after, for clocks that are
  /// not quite right (RFC 6238, section 5.2); never one that was used.
  private Optional<Long> step(byte[] key, String code, long last) {
    String digits = code.replaceAll("\\s", "");
    Instant now = clock.instant();
    long seconds = codes.getTimeStep().toSeconds();
    try {
      for (int drift = -1; drift <= 1; drift++) {
        Instant at = now.plusSeconds(drift * seconds);
        String right =
            codes.generateOneTimePasswordString(new SecretKeySpec(key, codes.getAlgorithm()), at);
        long step = at.getEpochSecond() / seconds;
        if (step > last
            && MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), digits.getBytes(StandardCharsets.UTF_8))) {
          return Optional.of(step);
        }
      }
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
    return Optional.empty();
  }

  private static byte[] digest(String written) {
    String plain = written.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
    try {
      return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
