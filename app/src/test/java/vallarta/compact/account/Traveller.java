package vallarta.compact.account;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import vallarta.compact.cli.Visitor;
import vallarta.testkit.provider.ProviderServer;

/// Somebody who leaves for a provider, fills in its forms and comes back: goes where pages lead, as
/// a browser without scripts does.
final class Traveller {

  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  private final InvitedSite site;
  private final Visitor browser;

  private Traveller(InvitedSite site, Visitor browser) {
    this.site = site;
    this.browser = browser;
  }

  static Traveller to(InvitedSite site) {
    return new Traveller(site, site.visitor());
  }

  /// Who has signed in there already.
  static Traveller of(InvitedSite site, Visitor browser) {
    return new Traveller(site, browser);
  }

  Visitor browser() {
    return browser;
  }

  /// Leaves from the sign-in page.
  ///
  /// @return the address of the provider to which it leads
  String leave(String provider, String next) throws IOException, InterruptedException {
    return led(browser.send("/en/sign-in/provider/" + provider, "next", next));
  }

  /// Leaves from the page of the account, to link it.
  String leaveToLink(String provider) throws IOException, InterruptedException {
    return led(browser.send("/en/account/providers/link", "name", provider));
  }

  /// Where a page of the site leads by itself.
  static String led(HttpResponse<String> page) {
    return page.headers()
        .firstValue("Refresh")
        .map(it -> it.replaceFirst("^0;url=", ""))
        .orElseThrow(() -> new AssertionError(page.statusCode() + " " + page.body()));
  }

  /// Signs in at the provider, unless it knows the browser, and agrees to what it asks.
  ///
  /// @return the address of the site to which it sends the browser back
  String signIn(String address, String name) throws IOException, InterruptedException {
    return signIn(address, name, true);
  }

  /// The same, and may refuse what the provider asks.
  String signIn(String address, String name, boolean agrees)
      throws IOException, InterruptedException {
    HttpResponse<String> page = browser.read(address);
    for (int i = 0; i < 10; i++) {
      if (page.statusCode() == 302) {
        URI next = page.uri().resolve(page.headers().firstValue("Location").orElseThrow());
        if (next.toString().startsWith(site.server().address("/").toString())) {
          return next.toString();
        }
        page = browser.read(next.toString());
      } else if (page.body().contains("name=\"password\"")) {
        page = sendForm(page, "/login", "username", name, "password", ProviderServer.PASSWORD);
      } else if (page.body().contains("name=\"scope\"")) {
        page =
            agrees
                ? sendForm(page, "/oauth2/authorize", "scope", "email")
                : sendForm(page, "/oauth2/authorize");
      } else {
        break;
      }
    }
    throw new AssertionError(page.statusCode() + " " + page.uri() + " " + page.body());
  }

  /// Goes back to the site, and on where it leads.
  HttpResponse<String> follow(String address) throws IOException, InterruptedException {
    HttpResponse<String> page = browser.read(address);
    for (int i = 0; i < 10 && page.statusCode() == 302; i++) {
      page =
          browser.read(
              page.uri().resolve(page.headers().firstValue("Location").orElseThrow()).toString());
    }
    return page;
  }

  /// The whole way, with no particular page in mind.
  HttpResponse<String> come(String provider, String name) throws IOException, InterruptedException {
    return follow(signIn(leave(provider, ""), name));
  }

  private HttpResponse<String> sendForm(HttpResponse<String> page, String path, String... filledIn)
      throws IOException, InterruptedException {
    List<String> fields = new ArrayList<>(List.of(filledIn));
    HIDDEN
        .matcher(page.body())
        .results()
        .forEach(it -> {
          fields.add(found(NAME, it.group()));
          fields.add(found(VALUE, it.group()));
        });
    return browser.send(page.uri().resolve(path).toString(), fields.toArray(String[]::new));
  }

  private static String found(Pattern pattern, String tag) {
    Matcher matcher = pattern.matcher(tag);
    return matcher.find() ? HtmlUtils.htmlUnescape(matcher.group(1)) : "";
  }
}
