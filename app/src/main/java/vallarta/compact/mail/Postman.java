package vallarta.compact.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands the mails of the outbox to the mail server. A mail is marked as sent when the server has
/// taken it; a server that is away is asked again after one minute, two, four, and so on, ten times
/// in all. Killed between the two, it sends a mail twice rather than never.
class Postman {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final int AT_ONCE = 20;
  private static final int KEPT_DAYS = 30;

  private final Mails mails;
  private final JavaMailSender server;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final String from;

  Postman(
      Mails mails,
      JavaMailSender server,
      TransactionTemplate transactions,
      Clock clock,
      String from) {
    this.mails = mails;
    this.server = server;
    this.transactions = transactions;
    this.clock = clock;
    this.from = from;
  }

  @Scheduled(fixedDelayString = "${vallarta.mail.every:PT2S}")
  void deliver() {
    boolean more = true;
    while (more) {
      more =
          Boolean.TRUE.equals(
              transactions.execute(status -> {
                List<Mails.Waiting> due = mails.due(AT_ONCE);
                due.forEach(this::send);
                return due.size() == AT_ONCE;
              }));
    }
  }

  @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT1M")
  void forget() {
    transactions.executeWithoutResult(status -> mails.forget(KEPT_DAYS));
  }

  private void send(Mails.Waiting waiting) {
    try {
      server.send(message(waiting.mail()));
      mails.sent(waiting.id());
    } catch (MailException | MessagingException e) {
      Duration pause = Duration.ofMinutes(1L << Math.min(waiting.attempts(), 10));
      // What a server says may hold the address: it is kept beside the mail, not in the log.
      mails.refused(waiting.id(), Instant.now(clock).plus(pause), String.valueOf(e.getMessage()));
      LOG.warn("mail {} was not taken ({})", waiting.id(), e.getClass().getSimpleName());
    }
  }

  private MimeMessage message(Mail mail) throws MessagingException {
    MimeMessage message = server.createMimeMessage();
    MimeMessageHelper parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    parts.setFrom(from);
    parts.setTo(mail.to());
    parts.setSubject(mail.subject());
    parts.setText(mail.body());
    message.setHeader("Content-Language", mail.language().tag());
    // RFC 3834: nobody's absence should answer it.
    message.setHeader("Auto-Submitted", "auto-generated");
    if (!mail.stop().isEmpty()) {
      message.setHeader("List-Unsubscribe", "<" + mail.stop() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return message;
  }
}
