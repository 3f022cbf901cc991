package vallarta.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vallarta.testkit.provider.ProviderProcess;
import vallarta.testkit.provider.ProviderServer;

/// People sign in with a device that verifies them (Chromium's virtual authenticator), and with a
/// provider in a process of its own.
class WaysInIT {

  @Test
  void theSecretariatSignsInWithAPasskeyAloneAndNotAfterItIsRemoved() throws Exception {
    Site site = Site.get();
    try (Page page = Chromium.page(1280, true)) {
      List<String> complaints = new ArrayList<>();
      page.onPageError(complaints::add);
      Device device = Device.in(page);
      signInAs(page, site.localAddress("/en/sign-in"), "Secretariat");
      page.navigate(site.localAddress("/en/account"));
      page.getByLabel("Name of the new passkey").fill("Key of the chief");
      button(page, "Add a passkey").click();
      assertThat(page.getByLabel("Name", exactly())).hasValue("Key of the chief");
      button(page, "Add a passkey").click();
      page.getByLabel("Name of the new passkey").fill("The same again");
      button(page, "Add a passkey").click();
      assertThat(page.locator("form[data-passkey=create] [data-status]"))
          .containsText("holds a passkey for your account already");
      signOut(page);

      showPasskey(page);
      page.waitForURL("**/en");
      page.navigate(site.localAddress("/en/meetings/new"));
      assertThat(page.locator("h1")).containsText("Convene a meeting");
      page.navigate(site.localAddress("/en/account"));
      assertThat(page.locator("main")).containsText("Last used");
      signOut(page);

      page.navigate(site.localAddress("/en/sign-in"));
      device.verifies(false);
      button(page, "Sign in with a passkey").click();
      assertThat(page.locator("form[data-passkey=get] [data-status]"))
          .containsText("Nothing was done");
      device.verifies(true);
      showPasskey(page);
      page.waitForURL("**/en");
      page.navigate(site.localAddress("/en/account"));
      page.locator("[formaction$='/passkeys/remove']").click();
      assertThat(page.locator("main")).containsText("You have no passkey yet.");
      signOut(page);
      showPasskey(page);
      assertThat(page.locator("[role=alert]")).containsText("This passkey is not known here");
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void withoutAScriptTheButtonSaysWhatItNeeds() throws Exception {
    try (Page page = Chromium.page(1280, false)) {
      page.navigate(Site.get().localAddress("/en/sign-in"));
      assertThat(page.locator("main")).containsText("Passkeys need a browser that runs JavaScript");
      button(page, "Sign in with a passkey").click();
      assertThat(page.locator("[role=alert]")).containsText("Turn it on, or sign in another way");
      page.navigate(Site.get().address("/en/sign-in"));
      assertThat(page.locator("main")).containsText("Passkeys work at this address alone");
    }
  }

  @Test
  void aProviderIsLinkedLetsInAndIsLeftAgain() throws Exception {
    Site site = Site.get();
    try (ProviderProcess provider = ProviderProcess.start(Site.ISSUER, site.address(""));
        Page page = Chromium.page(1280, true)) {
      signInAs(page, site.address("/en/sign-in"), "Reviewer");
      page.navigate(site.address("/en/account"));
      button(page, "Link with Ministry").click();
      signInThere(page, "yulan@elsewhere.example");
      assertThat(page.locator("main")).containsText("Linked ");
      signOut(page);
      page.waitForURL(site.address("/en"));

      page.navigate(site.address("/en/sign-in?next=/en/account"));
      button(page, "Sign in with Ministry").click();
      // The provider still knows the browser: nobody has signed out there.
      page.waitForURL(site.address("/en/account"));
      assertThat(page.locator("main")).containsText(Pattern.compile("reviewer\\d?@example\\.org"));
      signOut(page);
      page.waitForURL(site.address("/en"));
      page.navigate(site.address("/en/sign-in"));
      button(page, "Sign in with Ministry").click();
      signInThere(page, "nobody@elsewhere.example");
      assertThat(page.locator("[role=alert]")).containsText("Accounts are given by invitation");
    }
  }

  @ParameterizedTest
  @CsvSource({"en, 1280, Delegate", "ar, 360, Moderator", "ru, 360, Panellist"})
  void thePagesWithPasskeysKeepNobodyOut(String language, int width, String role) throws Exception {
    Site site = Site.get();
    try (Page page = Chromium.page(width, true)) {
      Device.in(page);
      page.navigate(site.localAddress("/" + language + "/sign-in"));
      assertThat(AccessibilityIT.findings(page)).isEmpty();
      signInAs(page, site.localAddress("/en/sign-in"), role);
      page.navigate(site.localAddress("/" + language + "/account"));
      page.locator("#new-passkey").fill("Ключ 钥匙 مفتاح");
      page.locator("form[data-passkey=create] button").click();
      page.locator("[formaction$='/passkeys/remove']").first().waitFor();
      assertThat(AccessibilityIT.findings(page)).isEmpty();
      page.locator("[formaction$='/passkeys/remove']").first().click();
      assertThat(page.locator("[formaction$='/passkeys/remove']")).hasCount(0);
    }
  }

  /// A device built into the machine, that keeps passkeys and verifies its user.
  private record Device(CDPSession browser, String id) {

    static Device in(Page page) {
      CDPSession browser = page.context().newCDPSession(page);
      browser.send("WebAuthn.enable");
      JsonObject options = new JsonObject();
      options.addProperty("protocol", "ctap2");
      options.addProperty("transport", "internal");
      for (String able :
          List.of(
              "hasResidentKey",
              "hasUserVerification",
              "isUserVerified",
              "automaticPresenceSimulation")) {
        options.addProperty(able, true);
      }
      JsonObject device = new JsonObject();
      device.add("options", options);
      return new Device(
          browser,
          browser
              .send("WebAuthn.addVirtualAuthenticator", device)
              .get("authenticatorId")
              .getAsString());
    }

    void verifies(boolean does) {
      JsonObject told = new JsonObject();
      told.addProperty("authenticatorId", id);
      told.addProperty("isUserVerified", does);
      browser.send("WebAuthn.setUserVerified", told);
    }
  }

  private static void signInAs(Page page, String address, String role) {
    page.navigate(address);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(role).setExact(true))
        .first()
        .click();
    page.waitForURL("**/en");
  }

  private static void showPasskey(Page page) {
    page.navigate(page.url().replaceFirst("(//[^/]+).*", "$1/en/sign-in"));
    button(page, "Sign in with a passkey").click();
  }

  private static void signInThere(Page page, String name) {
    page.waitForURL(Pattern.compile(Pattern.quote(Site.ISSUER) + ".*"));
    page.locator("#username").fill(name);
    page.locator("#password").fill(ProviderServer.PASSWORD);
    page.locator("button[type=submit]").click();
  }

  private static void signOut(Page page) {
    page.locator("nav.account button").click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
