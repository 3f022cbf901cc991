package vallarta.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/// A rapporteur at work in a real browser, on a line that is cut, and beside a moderator.
class WorkspaceIT {

  private static final String WORKSPACE = "/en/sessions/SE-18/workspace";
  private static final LocatorAssertions.ContainsTextOptions PATIENT =
      new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

  @Test
  void keepsOnTheDeviceWhatIsCapturedWithoutALineAndSendsItOnce() throws Exception {
    try (Page page = signedIn("Rapporteur", true)) {
      page.navigate(Site.get().address(WORKSPACE));
      Locator status = page.locator("[data-status]");
      capture(page, "Said while the line holds");
      assertThat(status).containsText("Saved ");
      page.context().setOffline(true);
      capture(page, "Said first without a line");
      capture(page, "Said second without a line");
      assertThat(status).containsText("Kept on this device: 2");
      page.context().setOffline(false);
      assertThat(status).containsText("Saved ", PATIENT);
      page.reload();
      page.waitForLoadState(LoadState.LOAD);
      for (String said : new String[] {"Said while", "Said first", "Said second"}) {
        assertThat(
                page.locator(".points .says").filter(new Locator.FilterOptions().setHasText(said)))
            .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
      }
    }
  }

  @Test
  void savesWhileOneWritesAndTellsOfTheOther() throws Exception {
    try (Page rapporteur = signedIn("Rapporteur", true);
        Page moderator = signedIn("Moderator", true)) {
      rapporteur.navigate(Site.get().address(WORKSPACE));
      capture(rapporteur, "A wording that both will change");
      assertThat(rapporteur.locator("[data-status]")).containsText("Saved ");
      rapporteur.reload();
      String edit =
          rapporteur
              .locator(".points > li")
              .filter(new Locator.FilterOptions().setHasText("A wording that both"))
              .locator(".tools a")
              .getAttribute("href");
      rapporteur.navigate(Site.get().address(edit));
      moderator.navigate(Site.get().address(edit));
      rapporteur.locator("#text").fill("The rapporteur wrote this first");
      assertThat(rapporteur.locator("form[data-autosave] [name=seen]")).hasValue("2");
      moderator.locator("#text").fill("The moderator wrote this second");
      assertThat(moderator.locator("[data-status]")).containsText("changed this point meanwhile");
      moderator.getByRole(AriaRole.BUTTON, exactly("Save")).click();
      assertThat(moderator.locator("h1")).containsText("Two versions of");
      assertThat(moderator.locator("main")).containsText("The rapporteur wrote this first");
      assertThat(moderator.locator("#text")).hasValue("The moderator wrote this second");
    }
  }

  @Test
  void needsNoScript() throws Exception {
    try (Page page = signedIn("Rapporteur", false)) {
      page.navigate(Site.get().address(WORKSPACE));
      page.locator("#text").fill("Kept by a form alone");
      page.getByRole(AriaRole.BUTTON, exactly("Add")).click();
      assertThat(page.locator(".points")).containsText("Kept by a form alone");
    }
  }

  private static Page signedIn(String role, boolean javaScript) throws Exception {
    Page page = Chromium.page(1280, javaScript);
    page.navigate(Site.get().address("/en/sign-in"));
    page.getByRole(AriaRole.BUTTON, exactly(role)).click();
    page.waitForURL("**/en");
    return page;
  }

  private static void capture(Page page, String text) {
    page.locator("#text").fill(text);
    page.locator("#text").press("Enter");
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
