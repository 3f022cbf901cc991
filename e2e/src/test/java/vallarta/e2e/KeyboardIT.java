package vallarta.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same path by keys alone.
class KeyboardIT {

  private static final int MOST_STEPS = 700;

  @Test
  void fromHomeToTheWordsByTabAndEnter() throws Exception {
    try (Page page = Chromium.page(1280, true)) {
      page.navigate(Site.get().address("/en"));
      tabTo(page, "See what was raised, and what was not");
      page.keyboard().press("Enter");
      page.waitForURL("**/en/matrix");
      tabToAddress(page, "/matrix/children/human");
      page.keyboard().press("Enter");
      page.waitForURL("**/matrix/children/human");
      tabToAddress(page, "/en/statements/");
      page.keyboard().press("Enter");
      page.waitForURL("**/en/statements/S-*");
      tabTo(page, "See it in its text");
      page.keyboard().press("Enter");
      page.waitForURL("**/en/inputs/I-*");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/en", "/en/matrix", "/en/statements", "/en/import", "/ar/search?q=a"})
  void theFirstKeySkipsToTheContent(String path) throws Exception {
    try (Page page = Chromium.page(1280, true)) {
      page.navigate(Site.get().address(path));
      page.keyboard().press("Tab");
      assertThat(focused(page, "className")).contains("skip");
      page.keyboard().press("Enter");
      assertThat(focused(page, "id")).isEqualTo("content");
    }
  }

  /// Every stop of the page is reached once, can be seen, and is left again.
  @ParameterizedTest
  @ValueSource(strings = {"/en", "/en/coverage", "/en/import", "/ar/statements/S-203"})
  void everyStopShowsItselfAndLetsGo(String path) throws Exception {
    try (Page page = Chromium.page(1280, true)) {
      page.navigate(Site.get().address(path));
      String first = "";
      int stops = 0;
      for (; stops < MOST_STEPS; stops++) {
        page.keyboard().press("Tab");
        String here = (String) page.evaluate("(document.activeElement || document.body).outerHTML");
        if (stops > 0 && (here.equals(first) || here.startsWith("<body"))) {
          break;
        }
        first = stops == 0 ? here : first;
        assertThat(
                (boolean)
                    page.evaluate(
                        """
                        () => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
                          return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) && r.width > 0 && r.height > 0; }
                        """))
            .as(
                "focus is seen at stop %s: %s",
                stops, here.substring(0, Math.min(120, here.length())))
            .isTrue();
      }
      assertThat(stops).as("the way ends").isBetween(5, MOST_STEPS - 1);
    }
  }

  private static void tabTo(Page page, String words) {
    for (int i = 0; i < MOST_STEPS; i++) {
      page.keyboard().press("Tab");
      if (focused(page, "textContent").strip().equals(words)) {
        return;
      }
    }
    throw new AssertionError("no key leads to: " + words);
  }

  private static void tabToAddress(Page page, String part) {
    for (int i = 0; i < MOST_STEPS; i++) {
      page.keyboard().press("Tab");
      if (focused(page, "href").contains(part)) {
        return;
      }
    }
    throw new AssertionError("no key leads to: " + part);
  }

  private static String focused(Page page, String property) {
    return String.valueOf(page.evaluate("it => document.activeElement[it] || ''", property));
  }
}
