package vallarta.compact.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToSignedIn;
import vallarta.compact.language.Language;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// What the holder of an account sees and changes of it.
@Controller
@OpenToSignedIn
class AccountPages {

  private final AccountOverview overview;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Authenticators authenticators;
  private final OpenSessions openSessions;
  private final SignIns signIns;
  private final News news;

  AccountPages(
      AccountOverview overview,
      Accounts accounts,
      Passwords passwords,
      Authenticators authenticators,
      OpenSessions openSessions,
      SignIns signIns,
      News news) {
    this.overview = overview;
    this.accounts = accounts;
    this.passwords = passwords;
    this.authenticators = authenticators;
    this.openSessions = openSessions;
    this.signIns = signIns;
    this.news = news;
  }

  @GetMapping("/{language}/account")
  ModelAndView account(Page page, Actor actor, HttpServletRequest request) {
    return overview.show(page, actor, request);
  }

  /// Changes the password of whoever knows it, or gives one to an account that has none and into
  /// which somebody has just signed in otherwise; and ends all other sessions.
  @PostMapping("/{language}/account/password")
  @Limited(Allowance.SIGN_IN)
  ModelAndView password(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request) {
    Accounts.Held held = accounts.get(actor.account());
    try {
      if (held.hasPassword() && signIns.byPassword(held.email(), before).isEmpty()) {
        throw new DomainFailure(
            "ACC-014", "account.failure.wrong-before", Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
      }
      if (!held.hasPassword()) {
        overview.mustBeRecent(request);
      }
      passwords.set(actor.account(), held.email(), password);
    } catch (DomainFailure failure) {
      return overview.again(page, actor, request, failure, "password");
    }
    openSessions.endOthers(actor.account(), request.getSession().getId());
    return back(page);
  }

  /// Ends one session, or all others when none is named.
  @PostMapping("/{language}/account/sessions/end")
  ModelAndView end(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "0") long began,
      HttpServletRequest request) {
    if (began == 0) {
      openSessions.endOthers(actor.account(), request.getSession().getId());
    } else {
      openSessions.end(actor.account(), began);
    }
    return back(page);
  }

  @PostMapping("/{language}/account/authenticator/remove")
  ModelAndView remove(Page page, Actor actor, HttpServletRequest request) {
    try {
      overview.mustBeRecent(request);
    } catch (DomainFailure failure) {
      return overview.again(page, actor, request, failure, "second");
    }
    authenticators.end(actor.account());
    return back(page);
  }

  /// Chooses in which language and how often mails are written.
  @PostMapping("/{language}/account/mails")
  ModelAndView mails(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "weekly") String rhythm,
      @RequestParam(defaultValue = "en") String tongue) {
    News.Rhythm chosen =
        switch (rhythm) {
          case "daily" -> News.Rhythm.DAILY;
          case "never" -> News.Rhythm.NEVER;
          default -> News.Rhythm.WEEKLY;
        };
    news.choose(actor.account(), chosen);
    accounts.write(
        actor.account(), Language.find(tongue.toLowerCase(Locale.ROOT)).orElse(page.language()));
    return back(page);
  }

  private static ModelAndView back(Page page) {
    return new ModelAndView("redirect:" + page.link("/account"));
  }
}
