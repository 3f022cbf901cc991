package vallarta.compact.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Factor;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.OpenToSignedIn;
import vallarta.compact.access.Return;
import vallarta.compact.access.Sessions;
import vallarta.compact.language.Language;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// Where people leave for a provider, and come back from it.
///
/// A visit begins with a form, which no other site can send: else somebody could be made to link
/// their account with an identity that another holds.
@Controller
@OpenToSignedIn
class ProviderPages {

  /// With what a browser comes back (OpenID Connect Core 1.0, section 3.1.2; RFC 9207).
  private static final List<String> BROUGHT = List.of("state", "code", "error", "iss");

  private static final int MINUTES = (int) Visit.LONGEST.toMinutes();

  private final Providers providers;
  private final ProviderLinks links;
  private final WaysIn ways;
  private final SignInForm form;
  private final AccountOverview overview;
  private final Clock clock;

  ProviderPages(
      Providers providers,
      ProviderLinks links,
      WaysIn ways,
      SignInForm form,
      AccountOverview overview,
      Clock clock) {
    this.providers = providers;
    this.links = links;
    this.ways = ways;
    this.form = form;
    this.overview = overview;
    this.clock = clock;
  }

  @OpenToAll
  @PostMapping("/{language}/sign-in/provider/{name}")
  @Limited(Allowance.SIGN_IN)
  ModelAndView leave(
      Page page,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    Provider provider = providers.get(name);
    try {
      boolean isFresh = request.getSession(false) == null;
      Departure departure = leave(page, provider, 0, Return.safe(next, page.link("/")), request);
      if (isFresh) {
        request.getSession().setMaxInactiveInterval(MINUTES * 60);
      }
      return departure.show(page, response);
    } catch (DomainFailure failure) {
      return form.again(page, request, next, "", failure, "providers");
    }
  }

  @PostMapping("/{language}/account/providers/link")
  @Limited(Allowance.SIGN_IN)
  ModelAndView link(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      HttpServletResponse response) {
    Provider provider = providers.get(name);
    try {
      overview.mustBeRecent(request);
      return leave(page, provider, actor.account(), page.link("/account"), request)
          .show(page, response);
    } catch (DomainFailure failure) {
      return overview.again(page, actor, request, failure, "providers");
    }
  }

  @PostMapping("/{language}/account/providers/unlink")
  ModelAndView unlink(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "0") long id,
      HttpServletRequest request) {
    try {
      overview.mustBeRecent(request);
      ways.unlink(actor.account(), id);
    } catch (DomainFailure failure) {
      return overview.again(page, actor, request, failure, "providers");
    }
    return new ModelAndView("redirect:" + page.link("/account"));
  }

  /// The one address that a provider knows, whatever language the reader has: the state tells
  /// which.
  @OpenToAll
  @GetMapping("/sign-in/provider/{name}")
  ResponseEntity<Void> comeBack(
      @PathVariable String name, @RequestParam Map<String, String> brought) {
    String state = brought.getOrDefault("state", "");
    Language language =
        Language.find(state.substring(0, Math.min(2, state.length()))).orElse(Language.EN);
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/{language}/sign-in/provider/{name}");
    Map<String, String> values = new HashMap<>(Map.of("language", language.tag(), "name", name));
    BROUGHT.stream()
        .filter(brought::containsKey)
        .forEach(it -> {
          address.queryParam(it, "{" + it + "}");
          values.put(it, brought.get(it));
        });
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(address.encode().buildAndExpand(values).toUri())
        .build();
  }

  @OpenToAll
  @GetMapping("/{language}/sign-in/provider/{name}")
  @Limited(Allowance.SIGN_IN)
  ModelAndView comeBack(
      Page page,
      Actor actor,
      @PathVariable String name,
      @RequestParam Map<String, String> brought,
      HttpServletRequest request,
      HttpServletResponse response) {
    Provider provider = providers.get(name);
    Visit visit;
    try {
      visit = visit(provider, actor, brought, request);
    } catch (DomainFailure failure) {
      return form.again(page, request, "", "", failure, "providers");
    }
    try {
      Vouched vouched = vouched(provider, visit, brought);
      if (visit.account() == 0) {
        Factor factor = vouched.twofold() ? Factor.PROVIDER_TWOFOLD : Factor.PROVIDER;
        ModelAndView onward =
            form.letIn(
                page, request, response, links.open(provider, vouched), factor, visit.next());
        request
            .getSession()
            .setAttribute(Sessions.ELSEWHERE, new Elsewhere(provider.name(), vouched.idToken()));
        return onward;
      }
      links.link(provider, visit.account(), vouched);
      return new ModelAndView("redirect:" + visit.next());
    } catch (DomainFailure failure) {
      return visit.account() == 0
          ? form.again(page, request, visit.next(), "", failure, "providers")
          : overview.again(page, actor, request, failure, "providers");
    }
  }

  private Departure leave(
      Page page, Provider provider, long account, String next, HttpServletRequest request) {
    OAuth2AuthorizationRequest sent =
        provider.request(
            page.language().tag() + ".", page.absolute("/sign-in/provider/" + provider.name()));
    request
        .getSession()
        .setAttribute(
            Visit.key(Objects.requireNonNull(sent.getState())),
            new Visit(provider.name(), sent, account, next, clock.instant()));
    return Departure.in(provider.label(), sent.getAuthorizationRequestUri());
  }

  /// The visit from which this browser comes back, once.
  ///
  /// @throws DomainFailure when it has begun none, or another, or too long ago
  private Visit visit(
      Provider provider, Actor actor, Map<String, String> brought, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String key = Visit.key(brought.getOrDefault("state", ""));
    if (session != null && session.getAttribute(key) instanceof Visit visit) {
      session.removeAttribute(key);
      boolean own = visit.account() == 0 || visit.account() == actor.account();
      if (own && visit.provider().equals(provider.name()) && !visit.isOver(clock.instant())) {
        return visit;
      }
    }
    throw new DomainFailure(
        "ACC-031",
        "account.failure.no-visit",
        Map.of("label", provider.label(), "minutes", MINUTES),
        HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private static Vouched vouched(Provider provider, Visit visit, Map<String, String> brought) {
    String issuer = brought.getOrDefault("iss", provider.issuer());
    if (!issuer.equals(provider.issuer())) {
      // RFC 9207: another provider has answered.
      throw ProviderFailures.failure(
          provider, "ACC-035", "provider-answer", HttpStatus.UNPROCESSABLE_ENTITY);
    }
    String error = brought.getOrDefault("error", "");
    if (!error.isEmpty()) {
      throw ProviderFailures.told(provider, error);
    }
    return provider.vouch(
        visit.request(), brought.getOrDefault("state", ""), brought.getOrDefault("code", ""));
  }
}
