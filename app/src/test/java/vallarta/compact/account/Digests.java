package vallarta.compact.account;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.language.Texts;
import vallarta.compact.mail.Mails;
import vallarta.compact.web.SiteAddress;

/// The weekly digest at a time of the test's own.
public final class Digests {

  private Digests() {}

  public static News at(RunningServer site, Clock clock) {
    return new News(
        site.bean(JdbcClient.class),
        site.bean(Mails.class),
        site.bean(Texts.class),
        site.bean(SiteAddress.class),
        clock);
  }
}
