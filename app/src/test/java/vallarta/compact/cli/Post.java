package vallarta.compact.cli;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;

/// A real mail server that keeps what a site sends.
public final class Post implements AutoCloseable {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private Post() {
    server.start();
  }

  public static Post open() {
    return new Post();
  }

  /// With which a site sends its mails here.
  public Map<String, Object> settings() {
    return Map.of(
        "spring.mail.host", "127.0.0.1",
        "spring.mail.port", server.getSmtp().getPort(),
        "vallarta.mail.from", "vallarta@example.org",
        "vallarta.mail.every", "PT0.2S");
  }

  /// The mail to that address with those words in its subject, as soon as it is there.
  public MimeMessage mailTo(String email, String subject) throws Exception {
    for (int i = 0; i < 300; i++) {
      for (MimeMessage it : server.getReceivedMessages()) {
        if (it.getAllRecipients()[0].toString().equals(email)
            && it.getSubject().contains(subject)) {
          return it;
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no mail to " + email + " about " + subject);
  }

  public boolean hasMailTo(String email) throws Exception {
    for (MimeMessage it : server.getReceivedMessages()) {
      if (it.getAllRecipients()[0].toString().equals(email)) {
        return true;
      }
    }
    return false;
  }

  /// The path of the first address in a mail.
  public static String link(MimeMessage mail) throws Exception {
    return path(
        mail.getContent()
            .toString()
            .lines()
            .filter(it -> it.startsWith("http"))
            .findFirst()
            .orElseThrow());
  }

  /// An address of the site without its host.
  public static String path(String address) {
    return address.strip().replaceFirst("^http://127\\.0\\.0\\.1:\\d+", "");
  }

  @Override
  public void close() {
    server.stop();
  }
}
