package vallarta.compact.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Capacities;
import vallarta.compact.access.Factor;
import vallarta.compact.access.Return;
import vallarta.compact.access.Sessions;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Action;

/// The page on which people sign in, with all the ways that there are here, and what comes after
/// it.
@Component
class SignInForm {

  /// @param passkey whether and where one can be shown
  /// @param offered the persons of the demonstration, none elsewhere
  /// @param next where the reader goes afterwards
  /// @param email that was entered, or empty
  /// @param problems what is the matter with what was sent
  record View(
      RelyingParty.Offer passkey,
      List<Provider> providers,
      List<Capacities.Offered> offered,
      String next,
      String email,
      List<Action> problems) {}

  private final Sessions sessions;
  private final RelyingParty site;
  private final Providers providers;
  private final ObjectProvider<Capacities> capacities;
  private final boolean demo;

  SignInForm(
      Sessions sessions,
      RelyingParty site,
      Providers providers,
      ObjectProvider<Capacities> capacities,
      @Value("${vallarta.demo:false}") boolean demo) {
    this.sessions = sessions;
    this.site = site;
    this.providers = providers;
    this.capacities = capacities;
    this.demo = demo;
  }

  ModelAndView show(Page page, HttpServletRequest request, String next) {
    return show(page.named("account.sign-in.title"), request, next, "", List.of());
  }

  /// Shows it again, with what went wrong.
  ///
  /// @param email that was entered, or empty
  /// @param at the id of that part of the page
  ModelAndView again(
      Page page,
      HttpServletRequest request,
      String next,
      String email,
      DomainFailure failure,
      String at) {
    String wrong = page.words().t(failure.key(), failure.arguments());
    return again(page, request, next, email, failure.status(), new Action(wrong, "#" + at));
  }

  ModelAndView again(
      Page page,
      HttpServletRequest request,
      String next,
      String email,
      HttpStatus status,
      Action problem) {
    String title = page.words().t("account.sign-in.title");
    ModelAndView shown =
        show(
            page.at("/sign-in", "next", next).named("web.form.error-title", "title", title),
            request,
            next,
            email,
            List.of(problem));
    shown.setStatus(status);
    return shown;
  }

  /// Lets in who has proved who they are, and leads them on; to the second factor first, when one
  /// guards their account and is still to be shown.
  ModelAndView letIn(
      Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      long account,
      Factor factor,
      String next) {
    boolean halfWay = sessions.begin(request, response, account, Set.of(factor));
    String home = Return.safe(next, page.link("/"));
    return new ModelAndView(
        "redirect:" + (halfWay ? page.link("/second-factor", "next", home) : home));
  }

  /// The persons of the demonstration, none elsewhere.
  List<Capacities.Offered> offered() {
    Capacities register = capacities.getIfAvailable();
    return demo && register != null ? register.offered() : List.of();
  }

  private ModelAndView show(
      Page titled, HttpServletRequest request, String next, String email, List<Action> problems) {
    RelyingParty.Offer passkey = site.offer(request);
    return (passkey.here() ? titled.with("passkey.js") : titled)
        .show(
            "account/signin",
            new View(
                passkey,
                providers.list(),
                offered(),
                Return.safe(next, titled.link("/")),
                email,
                problems));
  }
}
