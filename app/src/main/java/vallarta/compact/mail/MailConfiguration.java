package vallarta.compact.mail;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the shell together: where a mail server is named and the site is on the web, there is a
/// postman. Elsewhere mails wait in the outbox.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MailConfiguration {

  @Bean
  @ConditionalOnWebApplication
  @ConditionalOnProperty("spring.mail.host")
  Postman postman(
      Mails mails,
      JavaMailSender server,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${vallarta.mail.from}") String from) {
    return new Postman(mails, server, transactions, clock, from);
  }
}
