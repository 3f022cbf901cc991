package vallarta.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing is kept from a reader whose browser runs no scripts. [NewcomerIT] walks the path, the
/// search, the filters and the import both ways.
class NoScriptIT {

  private static final Pattern LINK = Pattern.compile("href=\"/en(/[^\"]*)?\"");
  private static final Pattern DATA =
      Pattern.compile("\\.(csv|json|xlsx|ics|pdf|docx|atom)(\\?.*)?$|/original$");

  @Test
  @ResourceLock(value = Site.INPUTS, mode = ResourceAccessMode.READ)
  void everyPageSaysTheSameWithoutScripts() throws Exception {
    try (Page with = Chromium.page(1280, true);
        Page without = Chromium.page(1280, false)) {
      for (String path : Pages.all().toList()) {
        with.navigate(Site.get().address("/en" + path));
        without.navigate(Site.get().address("/en" + path));
        // What is said there is for want of scripts: how to see that something changed.
        without.evaluate("document.querySelectorAll('noscript').forEach(it => it.remove())");
        assertThat(without.locator("h1")).isVisible();
        // What stands there for readers without scripts alone.
        without.locator("noscript").evaluateAll("all => all.forEach(it => it.remove())");
        assertThat(without.locator("body").innerText())
            .as(path)
            .isEqualTo(with.locator("body").innerText());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void menuAndFiltersOpenOnAPhone(String language) throws Exception {
    try (Page page = Chromium.page(360, false)) {
      page.navigate(Site.get().address("/" + language + "/statements"));
      assertThat(page.locator("nav.main")).isHidden();
      page.locator("details.menu > summary").click();
      assertThat(page.locator("nav.main")).isVisible();
      assertThat(page.locator("select[name=theme]")).isHidden();
      page.locator("details.filters > summary").click();
      page.locator("select[name=theme]").selectOption("statelessness");
      page.locator("details.filters").getByRole(AriaRole.BUTTON).click();
      page.waitForURL("**/statements?*theme=statelessness*");
      assertThat(page.locator("article.saying").first()).isVisible();
    }
  }

  /// A new kind of page that nobody put on the list would be looked at by none of these tests.
  @Test
  void everyKindOfPageThatALinkLeadsToIsOnTheList() throws Exception {
    Set<String> kinds = Pages.all().map(Pages::kind).collect(Collectors.toSet());
    Set<String> forgotten = new TreeSet<>();
    for (String path : Pages.all().toList()) {
      Matcher links = LINK.matcher(Site.get().fetch("/en" + path).body());
      while (links.find()) {
        String to = links.group(1) == null ? "" : links.group(1).replaceFirst("^/$", "");
        if (!DATA.matcher(to).find() && !kinds.contains(Pages.kind(to))) {
          forgotten.add(to);
        }
      }
    }
    assertThat(forgotten).isEmpty();
  }
}
