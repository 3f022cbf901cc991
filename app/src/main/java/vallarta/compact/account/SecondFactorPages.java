package vallarta.compact.account;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Factor;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Return;
import vallarta.compact.access.Sessions;
import vallarta.compact.document.Qr;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// Where somebody who has shown one factor shows the second, or sets one up.
///
/// It is open to all because a sign-in that is not complete opens nothing else; a reader who is not
/// signed in at all is led to the sign-in page.
@Controller
@OpenToAll
class SecondFactorPages {

  private static final Content NO_PICTURE = output -> {};
  private static final RelyingParty.Offer NO_PASSKEY = new RelyingParty.Offer(false, "");
  private static final String PROPOSED = "authenticator";

  /// @param secret to enter in an application, empty when the account has one
  /// @param picture of the address of the secret
  /// @param link the address itself
  /// @param paper codes for paper, when they are shown for the first and only time
  /// @param passkey whether and where one can be shown instead
  /// @param wrong what is the matter with what was sent, or empty
  record View(
      String secret,
      Content picture,
      String link,
      List<String> paper,
      RelyingParty.Offer passkey,
      String next,
      String wrong) {}

  private final Authenticators authenticators;
  private final SignIns signIns;
  private final Accounts accounts;
  private final Sessions sessions;
  private final RelyingParty site;
  private final Passkeys passkeys;

  SecondFactorPages(
      Authenticators authenticators,
      SignIns signIns,
      Accounts accounts,
      Sessions sessions,
      RelyingParty site,
      Passkeys passkeys) {
    this.authenticators = authenticators;
    this.signIns = signIns;
    this.accounts = accounts;
    this.sessions = sessions;
    this.site = site;
    this.passkeys = passkeys;
  }

  @GetMapping("/{language}/second-factor")
  ModelAndView ask(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request) {
    return mayGoOn(actor, request)
        ? show(page, actor, next, request, "")
        : toSignIn(page, actor, next);
  }

  @PostMapping("/{language}/second-factor")
  @Limited(Allowance.SIGN_IN)
  ModelAndView take(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!mayGoOn(actor, request)) {
      return toSignIn(page, actor, next);
    }
    try {
      if (authenticators.guards(actor.account())) {
        if (signIns.byCode(actor.account(), code)) {
          sessions.prove(request, response, Factor.CODE);
          return new ModelAndView("redirect:" + Return.safe(next, page.link("/")));
        }
      } else {
        HttpSession session = request.getSession();
        Optional<List<String>> paper =
            session.getAttribute(PROPOSED) instanceof String secret
                ? authenticators.begin(actor.account(), secret, code)
                : Optional.empty();
        if (paper.isPresent()) {
          sessions.prove(request, response, Factor.CODE);
          return page.named("account.second.paper-title")
              .show(
                  "account/second",
                  new View(
                      "",
                      NO_PICTURE,
                      "",
                      paper.get(),
                      NO_PASSKEY,
                      Return.safe(next, page.link("/account")),
                      ""));
        }
      }
    } catch (DomainFailure failure) {
      return again(
          page,
          actor,
          next,
          request,
          page.words().t(failure.key(), failure.arguments()),
          failure.status());
    }
    return again(
        page,
        actor,
        next,
        request,
        page.words().t("account.failure.wrong-code"),
        HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private ModelAndView again(
      Page page,
      Actor actor,
      String next,
      HttpServletRequest request,
      String wrong,
      HttpStatus status) {
    ModelAndView shown = show(page, actor, next, request, wrong);
    shown.setStatus(status);
    return shown;
  }

  private ModelAndView show(
      Page page, Actor actor, String next, HttpServletRequest request, String wrong) {
    String secret = "";
    String link = "";
    if (!authenticators.guards(actor.account())) {
      HttpSession session = request.getSession();
      secret =
          session.getAttribute(PROPOSED) instanceof String known ? known : authenticators.propose();
      session.setAttribute(PROPOSED, secret);
      link = address(page, accounts.get(actor.account()).email(), secret);
    }
    String title =
        page.words().t(secret.isEmpty() ? "account.second.title" : "account.second.new-title");
    String code = link.isEmpty() ? "" : Qr.svg(link, page.words().t("account.second.picture"));
    Content picture = output -> output.writeContent(code);
    RelyingParty.Offer passkey =
        passkeys.list(actor.account()).isEmpty() ? NO_PASSKEY : site.offer(request);
    Page titled =
        page.titled(
            wrong.isEmpty() ? title : page.words().t("web.form.error-title", "title", title));
    return (passkey.here() ? titled.with("passkey.js") : titled)
        .show(
            "account/second",
            new View(
                secret.replaceAll("(.{4})(?=.)", "$1 "),
                picture,
                link,
                List.of(),
                passkey,
                Return.safe(next, page.link("/")),
                wrong));
  }

  /// As applications read it from a QR code ("Key Uri Format" of Google Authenticator).
  private static String address(Page page, String email, String secret) {
    String issuer = UriUtils.encode(page.siteName(), StandardCharsets.UTF_8);
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(issuer, UriUtils.encode(email, StandardCharsets.UTF_8), secret, issuer);
  }

  /// Whoever is signed in shows the second factor that they have; one is set up soon after a
  /// sign-in alone, as every way of signing in.
  private boolean mayGoOn(Actor actor, HttpServletRequest request) {
    return actor.isSignedIn()
        && (authenticators.guards(actor.account()) || sessions.isRecent(request));
  }

  private static ModelAndView toSignIn(Page page, Actor actor, String next) {
    String back = page.link("/second-factor", "next", Return.safe(next, page.link("/")));
    return new ModelAndView(
        "redirect:" + page.link("/sign-in", "next", actor.isSignedIn() ? back : ""));
  }
}
