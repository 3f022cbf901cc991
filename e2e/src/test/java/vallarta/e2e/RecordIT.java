package vallarta.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody who doubts a statement finds it in the public record, takes its proof away, and has it
/// checked, with scripts and without.
class RecordIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStatementLeadsToItsEntryAndItsProof(boolean javaScript) throws Exception {
    try (Page page = Chromium.page(1280, javaScript)) {
      page.navigate(Site.get().address("/en/statements/S-203"));
      page.getByRole(AriaRole.LINK, named("Verify")).click();
      page.waitForURL("**/en/record/objects/S-203");
      page.locator("ol.sayings a[href*='/record/entries/']").first().click();
      page.waitForURL("**/en/record/entries/*");
      assertThat(page.locator("p.lead")).containsText("Found at index");
      assertThat(page.locator("p.lead")).containsText("lead from this entry to the signed root");
      Download download =
          page.waitForDownload(
              () -> page.getByRole(AriaRole.LINK, named("Download the proof")).click());
      Path proof = folder.resolve(download.suggestedFilename());
      download.saveAs(proof);
      assertThat(Files.readString(proof)).startsWith("c2sp.org/tlog-proof@v1\n");

      page.navigate(Site.get().address("/en/record/verify"));
      page.locator("#file").setInputFiles(proof);
      page.getByRole(AriaRole.BUTTON, button("Check the file")).click();
      assertThat(page.locator("section.answer")).containsText("The proof holds: index");
      assertThat(page.locator("section.answer")).containsText("S-203");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReferenceIsLookedUpAndAStrangersFileIsNotFound(boolean javaScript) throws Exception {
    Path stranger = Files.writeString(folder.resolve("letter.txt"), "Nobody handed this in.");
    try (Page page = Chromium.page(360, javaScript)) {
      page.navigate(Site.get().address("/en/record"));
      page.getByRole(AriaRole.LINK, named("Is it in the record?")).click();
      page.locator("#ref").fill("S-203");
      page.getByRole(AriaRole.BUTTON, button("Look it up")).click();
      assertThat(page.locator("section.answer")).containsText("Found: 1 entry in a record of");
      page.locator("#file").setInputFiles(stranger);
      page.getByRole(AriaRole.BUTTON, button("Check the file")).click();
      assertThat(page.locator("section.answer")).containsText("Not found.");
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
