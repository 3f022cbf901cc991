package vallarta.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The same path by keys alone.
class KeyboardIT {

  private static final int MOST_STEPS = 700;

  /// Tells of the element that has the focus: nothing at the end of the page, else `seen`, or what
  /// is amiss, and what it is. A region to scroll may be larger than the window; what is asked is
  /// whether a part of its edge shows.
  private static final String STOP =
      """
      () => {
        const it = document.activeElement;
        if (!it || it === document.body) return '';
        window.stops ??= new Set();
        if (window.stops.has(it)) return it.matches('.skip') ? '' : 'again: ' + it.outerHTML.slice(0, 120);
        window.stops.add(it);
        const style = getComputedStyle(it);
        const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const shows = [...it.getClientRects()].some(box => {
          const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
          const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
          if (right <= left || bottom <= top) return false;
          const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return it.contains(there) || it.parentElement.contains(there);
        });
        return (!drawn ? 'no outline: ' : !shows ? 'out of sight: ' : 'seen: ') + it.outerHTML.slice(0, 120);
      }
      """;

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
      tabToAddress(page, "/en/groups/");
      page.keyboard().press("Enter");
      page.waitForURL("**/en/groups/G-*");
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

  /// Every stop of the page is reached once, is drawn and stands under nothing, and is left again
  /// until the keys are back in the browser itself.
  @ParameterizedTest
  @CsvSource({
    "/en, 1280",
    "/en, 360",
    "/en/coverage, 1280",
    "/en/import, 1280",
    "/en/statements?theme=children, 360",
    "/en/inputs/I-5, 1280",
    "/ar/statements/S-203, 1280",
    "/ar/groups, 360",
    "/en/record, 1280",
    "/ar/record/verify?ref=S-203, 360"
  })
  void everyStopShowsItselfAndLetsGo(String path, int width) throws Exception {
    try (Page page = Chromium.page(width, true)) {
      page.navigate(Site.get().address(path));
      int stops = 0;
      for (; stops < MOST_STEPS; stops++) {
        page.keyboard().press("Tab");
        String stop = (String) page.evaluate(STOP);
        if (stop.isEmpty()) {
          break;
        }
        assertThat(stop).as("stop %s", stops).startsWith("seen");
      }
      assertThat(stops).as("the way ends").isBetween(10, MOST_STEPS - 1);
    }
  }

  @Test
  void theWayBackIsTheWayForth() throws Exception {
    try (Page page = Chromium.page(1280, true)) {
      page.navigate(Site.get().address("/en/import"));
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      String second = focused(page, "outerHTML");
      page.keyboard().press("Tab");
      page.keyboard().press("Shift+Tab");
      assertThat(focused(page, "outerHTML")).isEqualTo(second);
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
