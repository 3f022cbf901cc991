package vallarta.compact.account;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// Where a link in a mail stops the news, without a sign-in. Reading the page changes nothing: mail
/// programs look at links before their reader does.
@Controller
@OpenToAll
class NewsPages {

  record View(boolean stopped) {}

  private final News news;

  NewsPages(News news) {
    this.news = news;
  }

  @GetMapping("/{language}/news/stop/{code}")
  ModelAndView ask(Page page, @PathVariable String code) {
    if (!news.isKnown(code)) {
      throw unknown();
    }
    return page.named("account.news.stop").show("account/stop", new View(false));
  }

  /// One click of the page, or of the reader's mail program (RFC 8058).
  @PostMapping("/{language}/news/stop/{code}")
  @Limited(Allowance.FORM)
  ModelAndView stop(Page page, @PathVariable String code) {
    if (!news.stop(code)) {
      throw unknown();
    }
    return page.named("account.news.stop").show("account/stop", new View(true));
  }

  private static DomainFailure unknown() {
    return new DomainFailure("ACC-015", "account.failure.no-news", Map.of(), HttpStatus.NOT_FOUND);
  }
}
