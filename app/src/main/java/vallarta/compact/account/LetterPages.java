package vallarta.compact.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Factor;
import vallarta.compact.access.Limited;
import vallarta.compact.access.Limits;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Sessions;
import vallarta.compact.language.Language;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// Where people choose a password by a letter: an invitation, or because they have forgotten it.
@Controller
@OpenToAll
class LetterPages {

  /// @param step `ask`, `sent` or `choose`
  /// @param wrong what is the matter with what was sent, or empty
  record View(String step, String wrong) {}

  private final Accounts accounts;
  private final Passwords passwords;
  private final Letters letters;
  private final OpenSessions openSessions;
  private final Sessions sessions;
  private final Authenticators authenticators;
  private final Limits limits;
  private final TransactionTemplate transactions;

  LetterPages(
      Accounts accounts,
      Passwords passwords,
      Letters letters,
      OpenSessions openSessions,
      Sessions sessions,
      Authenticators authenticators,
      Limits limits,
      TransactionTemplate transactions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.letters = letters;
    this.openSessions = openSessions;
    this.sessions = sessions;
    this.authenticators = authenticators;
    this.limits = limits;
    this.transactions = transactions;
  }

  @GetMapping("/{language}/sign-in/forgotten")
  ModelAndView forgotten(Page page) {
    return show(page, "ask", "");
  }

  /// Writes to the address when it has an account. The answer is the same when it has none: nobody
  /// learns here who has one.
  @PostMapping("/{language}/sign-in/forgotten")
  @Limited(Allowance.LETTER)
  ModelAndView write(Page page, @RequestParam(defaultValue = "") String email) {
    String who = email.strip().toLowerCase(Locale.ROOT);
    if (limits.take(Allowance.MAILBOX, who).isZero()) {
      accounts
          .findByEmail(email)
          .ifPresent(account -> {
            Accounts.Held held = accounts.get(account);
            letters.write(
                account,
                held.email(),
                Language.find(held.language()).orElse(page.language()),
                Letters.Purpose.RESET);
          });
    }
    return show(page, "sent", "");
  }

  @GetMapping("/{language}/sign-in/letter/{code}")
  ModelAndView choose(Page page, @PathVariable String code) {
    letters.read(code);
    return show(page, "choose", "");
  }

  /// Sets the password and signs in. All other sessions of the account end: somebody else may have
  /// been in.
  @PostMapping("/{language}/sign-in/letter/{code}")
  @Limited(Allowance.SIGN_IN)
  ModelAndView choose(
      Page page,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    long account = letters.read(code);
    try {
      transactions.executeWithoutResult(status -> {
        passwords.set(account, accounts.get(account).email(), password);
        letters.use(code);
      });
    } catch (DomainFailure failure) {
      if (failure.code().equals("ACC-012")) {
        throw failure;
      }
      ModelAndView again = show(page, "choose", page.words().t(failure.key(), failure.arguments()));
      again.setStatus(failure.status());
      return again;
    }
    openSessions.endOthers(account, "");
    sessions.begin(request, response, account, Set.of(Factor.PASSWORD));
    return new ModelAndView(
        "redirect:" + page.link(authenticators.guards(account) ? "/second-factor" : "/account"));
  }

  private static ModelAndView show(Page page, String step, String wrong) {
    String title =
        page.words().t(step.equals("choose") ? "account.choose.title" : "account.forgotten.title");
    return page.titled(
            wrong.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .under("/sign-in", page.words().t("account.sign-in.title"))
        .show("account/letter", new View(step, wrong));
  }
}
