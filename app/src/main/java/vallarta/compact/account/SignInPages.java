package vallarta.compact.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Capacities;
import vallarta.compact.access.Factor;
import vallarta.compact.access.Guard;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Return;
import vallarta.compact.access.Sessions;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// Where people sign in and out.
@Controller
@OpenToAll
class SignInPages {

  /// @param offered the persons of the demonstration, none elsewhere
  /// @param next where the reader goes afterwards
  /// @param email that was entered, or empty
  /// @param wrong what is the matter with what was sent, or empty
  record View(List<Capacities.Offered> offered, String next, String email, String wrong) {}

  private final SignIns signIns;
  private final Sessions sessions;
  private final ObjectProvider<Capacities> capacities;
  private final List<Guard> guards;
  private final boolean demo;

  SignInPages(
      SignIns signIns,
      Sessions sessions,
      ObjectProvider<Capacities> capacities,
      List<Guard> guards,
      @Value("${vallarta.demo:false}") boolean demo) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.capacities = capacities;
    this.guards = guards;
    this.demo = demo;
  }

  @GetMapping("/{language}/sign-in")
  ModelAndView signIn(Page page, @RequestParam(defaultValue = "") String next) {
    return show(page, next, "", "");
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
      return again(page, next, email, failure.status(), failure.key(), failure.arguments());
    }
    if (account.isEmpty()) {
      return again(
          page,
          next,
          email,
          HttpStatus.UNPROCESSABLE_ENTITY,
          "account.failure.wrong-password",
          Map.of());
    }
    sessions.begin(request, response, account.get(), Set.of(Factor.PASSWORD));
    String home = Return.safe(next, page.link("/"));
    boolean guarded = guards.stream().anyMatch(it -> it.guards(account.get()));
    return new ModelAndView(
        "redirect:" + (guarded ? page.link("/second-factor", "next", home) : home));
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
    if (offered().stream().noneMatch(it -> it.account() == account)) {
      throw new DomainFailure(
          "ACC-001", "account.failure.not-offered", Map.of(), HttpStatus.NOT_FOUND);
    }
    sessions.begin(request, response, account, Set.of(Factor.DEMONSTRATION));
    return new ModelAndView("redirect:" + Return.safe(next, page.link("/")));
  }

  @PostMapping("/{language}/sign-out")
  ModelAndView signOut(Page page, HttpServletRequest request) {
    sessions.end(request);
    return new ModelAndView("redirect:" + page.link("/"));
  }

  private ModelAndView again(
      Page page,
      String next,
      String email,
      HttpStatus status,
      String key,
      Map<String, Object> arguments) {
    ModelAndView shown = show(page, next, email, page.words().t(key, arguments));
    shown.setStatus(status);
    return shown;
  }

  private ModelAndView show(Page page, String next, String email, String wrong) {
    String title = page.words().t("account.sign-in.title");
    return page.titled(
            wrong.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .show(
            "account/signin", new View(offered(), Return.safe(next, page.link("/")), email, wrong));
  }

  private List<Capacities.Offered> offered() {
    Capacities register = capacities.getIfAvailable();
    return demo && register != null ? register.offered() : List.of();
  }
}
