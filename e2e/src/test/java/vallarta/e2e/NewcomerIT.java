package vallarta.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The first minutes of somebody who has just started the demonstration, with JavaScript and
/// without.
class NewcomerIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNumberLeadsBackToTheWords(boolean javaScript) throws Exception {
    try (Page page = Chromium.page(1280, javaScript)) {
      page.navigate(Site.get().address("/en"));
      page.getByRole(AriaRole.LINK, named("See what was raised, and what was not")).click();
      Locator cell = page.locator("a[href$='/matrix/children/human']");
      int voices = Integer.parseInt(cell.innerText().strip());
      cell.click();
      assertThat(page.locator("p.lead")).containsText(voices + " voices raised it");
      Locator saidBy = page.getByRole(AriaRole.LINK, named("said by")).first();
      String volume = saidBy.innerText().replace("said by ", "").strip();
      saidBy.click();
      page.waitForURL("**/en/groups/G-*");
      assertThat(page.locator("p.lead")).containsText("by " + volume + " distinct voices");
      page.locator("article.saying a.id").click();
      page.waitForURL("**/en/statements/S-*");
      String words = page.locator("blockquote.large").innerText().strip();
      page.getByRole(AriaRole.LINK, named("See it in its text")).click();
      page.waitForURL("**/en/inputs/I-*");
      assertThat(page.locator(":target")).isVisible();
      assertThat(page.locator(":target")).containsText(words);
    }
  }

  /// The fifth input is a document, not a table: its statements are marked where they stand.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStatementOfADocumentIsMarkedInItsText(boolean javaScript) throws Exception {
    try (Page page = Chromium.page(1280, javaScript)) {
      page.navigate(Site.get().address("/en/statements?input=I-5"));
      page.locator("article.saying a.id").first().click();
      page.waitForURL("**/en/statements/S-*");
      String reference = page.url().replaceFirst(".*/", "");
      String words = page.locator("blockquote.large").innerText().strip();
      page.getByRole(AriaRole.LINK, named("See it in its text")).click();
      page.waitForURL("**/en/inputs/I-5*");
      assertThat(page.locator("mark:target")).hasId(reference);
      assertThat(page.locator("mark:target")).hasText(words);
      assertThat(page.locator("mark:target")).isInViewport();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void searchMarksWhatItFound(boolean javaScript) throws Exception {
    try (Page page = Chromium.page(1280, javaScript)) {
      page.navigate(Site.get().address("/en"));
      page.getByLabel("Search all texts").fill("\"immigration detention\"");
      page.getByLabel("Search all texts").press("Enter");
      assertThat(page.locator("mark").first()).hasText("immigration detention");
      assertThat(page.url()).contains("/en/search?q=");
    }
  }

  @Test
  void anotherLanguageIsTheSamePageMirrored() throws Exception {
    try (Page page = Chromium.page(1280, true)) {
      page.navigate(Site.get().address("/en/statements/S-203"));
      String words = page.locator("blockquote.large").innerText();
      page.getByRole(AriaRole.LINK, named("عربي")).click();
      assertThat(page.url()).endsWith("/ar/statements/S-203");
      assertThat(page.locator("html")).hasAttribute("dir", "rtl");
      assertThat(page.locator("blockquote.large")).hasAttribute("lang", "en");
      assertThat(page.locator("blockquote.large").innerText()).isEqualTo(words);
      double brand = page.locator(".brand").boundingBox().x;
      assertThat(brand).as("the name stands on the right").isGreaterThan(640);
    }
  }

  @Test
  void theTableOfThePageIsTheTableOfTheFile() throws Exception {
    try (Page page = Chromium.page(1280, true)) {
      page.navigate(Site.get().address("/en/matrix"));
      String shown = page.locator("a[href$='/matrix/children/human']").innerText().strip();
      Download download =
          page.waitForDownload(() -> page.locator("footer a[href$='/matrix.csv']").click());
      String csv = Files.readString(download.path());
      assertThat(csv.lines().filter(it -> it.startsWith("children,human,")).findFirst())
          .hasValueSatisfying(it -> assertThat(it).startsWith("children,human," + shown + ","));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFilterNarrowsTheListAndIsRemovedAgain(boolean javaScript) throws Exception {
    try (Page page = Chromium.page(1280, javaScript)) {
      page.navigate(Site.get().address("/en/statements"));
      int all = page.locator("article.saying").count();
      page.locator("select[name=theme]").selectOption("statelessness");
      page.getByRole(AriaRole.BUTTON, named("Apply")).click();
      assertThat(page.url()).contains("theme=statelessness");
      assertThat(page.locator("article.saying").count()).isPositive().isLessThan(all);
      page.locator(".active a").first().click();
      assertThat(page.url()).doesNotContain("theme=statelessness");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @ResourceLock(Site.INPUTS)
  void aTableWithMistakesIsToldRowByRowAndTheMendedOneArrives(boolean javaScript) throws Exception {
    Path bad = folder.resolve("mistakes-%s.csv".formatted(javaScript));
    Files.writeString(bad, "text,language\nTowns should open schools.,xx\n");
    Path good = folder.resolve("mended-%s.csv".formatted(javaScript));
    Files.writeString(
        good,
        "text,language\nTowns should open schools to newcomers %s.,en\n".formatted(javaScript));
    try (Page page = Chromium.page(1280, javaScript)) {
      page.navigate(Site.get().address("/en/import"));
      page.getByLabel("File").setInputFiles(bad);
      page.getByRole(AriaRole.BUTTON, named("Send")).click();
      assertThat(page).hasTitle(Pattern.compile("^Error"));
      assertThat(page.locator("main"))
          .containsText(
              "Row 2, column language: “xx” is not one of the values of this column. Use one of:");
      assertThat(Site.get().fetch("/en/inputs").body())
          .as("nothing was written")
          .doesNotContain(bad.getFileName().toString());
      page.getByLabel("File").setInputFiles(good);
      page.getByRole(AriaRole.BUTTON, named("Send")).click();
      page.waitForURL("**/en/inputs/I-*");
      assertThat(page.locator("main")).containsText("Towns should open schools to newcomers");
      page.navigate(Site.get().address("/en/inputs"));
      assertThat(page.locator("main")).containsText(good.getFileName().toString());
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
