package vallarta.compact.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Factor;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Return;
import vallarta.compact.access.Sessions;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Action;

/// Where people sign in and out.
@Controller
@OpenToAll
class SignInPages {

  private final SignInForm form;
  private final SignIns signIns;
  private final Sessions sessions;
  private final Providers providers;

  SignInPages(SignInForm form, SignIns signIns, Sessions sessions, Providers providers) {
    this.form = form;
    this.signIns = signIns;
    this.sessions = sessions;
    this.providers = providers;
  }

  @GetMapping("/{language}/sign-in")
  ModelAndView signIn(
      Page page, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
    return form.show(page, request, next);
  }

  @PostMapping("/{language}/sign-in")
  @Limited(Allowance.SIGN_IN)
  ModelAndView signIn(
      Page page,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Long> account;
    try {
      account = signIns.byPassword(email, password);
    } catch (DomainFailure failure) {
      return form.again(page, request, next, email, failure, "email");
    }
    if (account.isEmpty()) {
      String wrong = page.words().t("account.failure.wrong-password");
      return form.again(
          page, request, next, email, HttpStatus.UNPROCESSABLE_ENTITY, new Action(wrong, "#email"));
    }
    return form.letIn(page, request, response, account.get(), Factor.PASSWORD, next);
  }

  /// Signs a visitor of the demonstration in as one of its persons. Elsewhere there is no such
  /// place.
  @PostMapping("/{language}/sign-in/as")
  @Limited(Allowance.SIGN_IN)
  ModelAndView signInAs(
      Page page,
      @RequestParam long account,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (form.offered().stream().noneMatch(it -> it.account() == account)) {
      throw new DomainFailure(
          "ACC-001", "account.failure.not-offered", Map.of(), HttpStatus.NOT_FOUND);
    }
    sessions.begin(request, response, account, Set.of(Factor.DEMONSTRATION));
    return new ModelAndView("redirect:" + Return.safe(next, page.link("/")));
  }

  /// Signs out here and, where somebody signed in with a provider that wants to know, there.
  @PostMapping("/{language}/sign-out")
  ModelAndView signOut(Page page, HttpServletRequest request, HttpServletResponse response) {
    Optional<Departure> departure = departure(page, request);
    sessions.end(request);
    return departure
        .map(it -> it.show(page.signedOut(), response))
        .orElseGet(() -> new ModelAndView("redirect:" + page.link("/")));
  }

  private Optional<Departure> departure(Page page, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(Sessions.ELSEWHERE) instanceof Elsewhere elsewhere)) {
      return Optional.empty();
    }
    return providers
        .find(elsewhere.provider())
        .flatMap(provider ->
            provider
                .exit(elsewhere.idToken(), page.absolute("/"))
                .map(exit -> Departure.out(provider.label(), exit)));
  }
}
