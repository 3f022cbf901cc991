package vallarta.compact.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Capacities;
import vallarta.compact.access.Factor;
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
  record View(List<Capacities.Offered> offered, String next) {}

  private final Sessions sessions;
  private final ObjectProvider<Capacities> capacities;
  private final boolean demo;

  SignInPages(
      Sessions sessions,
      ObjectProvider<Capacities> capacities,
      @Value("${vallarta.demo:false}") boolean demo) {
    this.sessions = sessions;
    this.capacities = capacities;
    this.demo = demo;
  }

  @GetMapping("/{language}/sign-in")
  ModelAndView signIn(Page page, @RequestParam(defaultValue = "") String next) {
    return page.named("account.sign-in.title")
        .show("account/signin", new View(offered(), Return.safe(next, page.link("/"))));
  }

  /// Signs a visitor of the demonstration in as one of its persons. Elsewhere there is no such
  /// place.
  @PostMapping("/{language}/sign-in/as")
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

  private List<Capacities.Offered> offered() {
    Capacities register = capacities.getIfAvailable();
    return demo && register != null ? register.offered() : List.of();
  }
}
