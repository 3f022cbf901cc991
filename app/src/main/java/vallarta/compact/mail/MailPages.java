package vallarta.compact.mail;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// The mails of the demonstration, which are shown instead of being sent. Elsewhere there is no
/// such page.
@Controller
@OpenToAll
class MailPages {

  private static final int SHOWN = 50;

  /// @param mails newest first
  record View(List<Mails.Waiting> mails) {}

  private final Mails mails;
  private final boolean demo;

  MailPages(Mails mails, @Value("${vallarta.demo:false}") boolean demo) {
    this.mails = mails;
    this.demo = demo;
  }

  @GetMapping("/{language}/mails")
  ModelAndView list(Page page) {
    if (!demo) {
      throw new DomainFailure("MAIL-001", "mail.failure.none", Map.of(), HttpStatus.NOT_FOUND);
    }
    return page.named("mail.title").show("mail/mails", new View(mails.newest(SHOWN)));
  }
}
