package vallarta.compact.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;
import vallarta.compact.access.Sessions;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Action;

/// The page that shows the holder of an account what there is of it.
@Component
class AccountOverview {

  /// @param roles in which the person acts now
  /// @param own pages of the person's own
  /// @param mustHaveTwoFactors whether one of them needs two factors
  /// @param passkey whether and where one can be added
  /// @param recent whether ways of signing in can be added and removed now
  /// @param several whether one of them can be removed
  record View(
      Accounts.Held held,
      List<Role> roles,
      List<OwnEntry> own,
      List<OpenSessions.Open> sessions,
      boolean mustHaveTwoFactors,
      RelyingParty.Offer passkey,
      List<Passkeys.Held> passkeys,
      List<Door> doors,
      boolean recent,
      boolean several,
      List<Action> problems) {}

  /// A provider, linked or not.
  ///
  /// @param name empty when it is not offered any more
  /// @param link its number, 0 when it is not linked
  record Door(
      String name, String label, long link, @Nullable Instant linkedAt, @Nullable Instant usedAt) {}

  private final Accounts accounts;
  private final OpenSessions openSessions;
  private final Sessions sessions;
  private final RelyingParty site;
  private final Passkeys passkeys;
  private final Providers providers;
  private final ProviderLinks links;
  private final WaysIn ways;
  private final List<OwnEntry> entries;

  AccountOverview(
      Accounts accounts,
      OpenSessions openSessions,
      Sessions sessions,
      RelyingParty site,
      Passkeys passkeys,
      Providers providers,
      ProviderLinks links,
      WaysIn ways,
      ObjectProvider<OwnEntry> entries) {
    this.accounts = accounts;
    this.openSessions = openSessions;
    this.sessions = sessions;
    this.site = site;
    this.passkeys = passkeys;
    this.providers = providers;
    this.links = links;
    this.ways = ways;
    this.entries = entries.stream().sorted(Comparator.comparing(OwnEntry::order)).toList();
  }

  ModelAndView show(Page page, Actor actor, HttpServletRequest request) {
    return show(page.named("account.title"), actor, request, List.of());
  }

  /// Shows it again, with what went wrong.
  ///
  /// @param at the id of that part of the page
  ModelAndView again(
      Page page, Actor actor, HttpServletRequest request, DomainFailure failure, String at) {
    String title = page.words().t("account.title");
    String wrong = page.words().t(failure.key(), failure.arguments());
    ModelAndView shown =
        show(
            page.at("/account").named("web.form.error-title", "title", title),
            actor,
            request,
            List.of(new Action(wrong, "#" + at)));
    shown.setStatus(failure.status());
    return shown;
  }

  /// Lets nobody add or remove a way of signing in but who has just signed in: whoever finds a
  /// browser open must not make themselves a key.
  ///
  /// @throws DomainFailure when the sign-in is older
  void mustBeRecent(HttpServletRequest request) {
    if (!sessions.isRecent(request)) {
      throw new DomainFailure(
          "ACC-016", "account.failure.not-recent", Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }

  private ModelAndView show(
      Page titled, Actor actor, HttpServletRequest request, List<Action> problems) {
    RelyingParty.Offer passkey = site.offer(request);
    return (passkey.here() ? titled.with("passkey.js") : titled)
        .show(
            "account/account",
            new View(
                accounts.get(actor.account()),
                actor.rights().stream().map(it -> it.role()).distinct().sorted().toList(),
                entries.stream()
                    .filter(it -> it.roles().isEmpty() || actor.is(it.roles().toArray(Role[]::new)))
                    .toList(),
                openSessions.list(actor.account(), request.getSession()),
                actor.secondFactorDue()
                    || actor.rights().stream().anyMatch(it -> it.role().needsTwoFactors()),
                passkey,
                passkeys.list(actor.account()),
                doors(actor.account()),
                sessions.isRecent(request),
                ways.areSeveral(actor.account()),
                problems));
  }

  /// All that are offered, and after them what is linked with one that no longer is.
  private List<Door> doors(long account) {
    List<ProviderLinks.Held> held = links.list(account);
    Stream<Door> offered =
        providers.list().stream()
            .map(provider ->
                held.stream()
                    .filter(it -> it.issuer().equals(provider.issuer()))
                    .findFirst()
                    .map(it -> door(provider.name(), provider.label(), it))
                    .orElseGet(() -> new Door(provider.name(), provider.label(), 0, null, null)));
    Stream<Door> closed =
        held.stream()
            .filter(it -> providers.ofIssuer(it.issuer()).isEmpty())
            .map(it -> door("", it.issuer(), it));
    return Stream.concat(offered, closed).toList();
  }

  private static Door door(String name, String label, ProviderLinks.Held it) {
    return new Door(name, label, it.id(), it.linkedAt(), it.usedAt());
  }
}
