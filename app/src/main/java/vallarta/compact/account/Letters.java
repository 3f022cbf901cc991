package vallarta.compact.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.language.Words;
import vallarta.compact.mail.Mail;
import vallarta.compact.mail.Mails;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.SiteAddress;

/// Letters that let whoever reads a mailbox choose a password, once and for a while. Only the
/// digest of what stands in the link is kept.
@Component
class Letters {

  /// Why somebody gets one.
  enum Purpose {
    INVITATION(Duration.ofDays(14)),
    RESET(Duration.ofHours(2));

    private final Duration validity;

    Purpose(Duration validity) {
      this.validity = validity;
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Mails mails;
  private final Texts texts;
  private final SiteAddress site;
  private final Clock clock;

  Letters(JdbcClient jdbc, Mails mails, Texts texts, SiteAddress site, Clock clock) {
    this.jdbc = jdbc;
    this.mails = mails;
    this.texts = texts;
    this.site = site;
    this.clock = clock;
  }

  /// Writes one to the holder of an account; those written before it open nothing any more.
  ///
  /// @return the address in it
  @Transactional
  public String write(long account, String email, Language language, Purpose purpose) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant until = clock.instant().plus(purpose.validity);
    jdbc.sql("delete from access.letter where account = :account and used_at is null")
        .param("account", account)
        .update();
    jdbc.sql(
            """
            insert into access.letter (digest, account, purpose, expires_at)
            values (:digest, :account, :purpose, :until)
            """)
        .param("digest", digest(code))
        .param("account", account)
        .param("purpose", purpose.tag())
        .param("until", Timestamp.from(until))
        .update();
    String link = site.of("/%s/sign-in/letter/%s".formatted(language.tag(), code));
    Words words = texts.in(language);
    String body =
        words.t(
            "account.letter." + purpose.tag() + ".text",
            "until",
            words.dateTime(until.atZone(java.time.ZoneOffset.UTC)));
    mails.write(
        new Mail(
            email,
            language,
            words.t("account.letter." + purpose.tag() + ".subject"),
            body + "\n\n" + link + "\n\n" + words.t("account.letter.not-you") + "\n",
            ""));
    return link;
  }

  /// The account that a letter opens.
  ///
  /// @throws DomainFailure when there is no such letter, or it was used, or its time is over
  @Transactional(readOnly = true)
  public long read(String code) {
    return find(code).orElseThrow(Letters::gone);
  }

  /// The same, and it opens nothing afterwards.
  @Transactional
  public long use(String code) {
    long account = find(code).orElseThrow(Letters::gone);
    int used =
        jdbc.sql(
                "update access.letter set used_at = now() where digest = :digest and used_at is null")
            .param("digest", digest(code))
            .update();
    if (used == 0) {
      throw gone();
    }
    return account;
  }

  private Optional<Long> find(String code) {
    return jdbc.sql(
            """
            select l.account from access.letter l join access.account a on a.id = l.account
            where l.digest = :digest and l.used_at is null and l.expires_at > :now and a.disabled_at is null
            """)
        .param("digest", digest(code))
        .param("now", Timestamp.from(clock.instant()))
        .query(Long.class)
        .optional();
  }

  private static DomainFailure gone() {
    return new DomainFailure("ACC-012", "account.failure.letter", Map.of(), HttpStatus.GONE);
  }

  private static byte[] digest(String code) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
