package vallarta.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody who speaks for an organisation hands in a document, and the secretariat takes it up, in
/// a real browser, with JavaScript and without; and none of their pages keeps anybody out.
class SubmitterIT {

  private static final List<String> OF_A_SUBMITTER =
      List.of(
          "/account",
          "/consultations",
          "/consultations/F-WC-2",
          "/submissions",
          "/submissions/mine",
          "/submissions/new",
          "/submissions/SU-1",
          "/submissions/SU-1/edit",
          "/submissions/SU-1/file",
          "/submissions/SU-1/cosignatories",
          "/submissions/SU-2",
          "/submissions/SU-2/receipt");
  private static final List<String> OF_THE_SECRETARIAT =
      List.of(
          "/submissions/queue",
          "/submissions/SU-3",
          "/consultations/F-WC-2/call/edit",
          "/consultations/F-RM-1/call/edit");

  private static final LocatorAssertions.HasTextOptions PATIENT =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"en, 1280", "ar, 360"})
  void noPageKeepsAnybodyOut(String language, int width) throws Exception {
    try (Page submitter = signedIn("Contributor", width, true);
        Page state = signedIn("Main focal point", width, true);
        Page secretariat = signedIn("Secretariat", width, true)) {
      assertThat(
              Stream.of(
                      found(submitter, language, OF_A_SUBMITTER),
                      found(state, language, List.of("/submissions/SU-2/sign")),
                      found(secretariat, language, OF_THE_SECRETARIAT))
                  .flatMap(it -> it))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @ResourceLock(Site.INPUTS)
  void handsInADocumentAndTheSecretariatTakesItUp(boolean javaScript) throws Exception {
    String title = "A lamp at every landing, " + (javaScript ? "first" : "second");
    String words =
        "States should light the landings of every harbour by night: %s.\n".formatted(javaScript);
    try (Page submitter = signedIn("Contributor", 1280, javaScript);
        Page secretariat = signedIn("Secretariat", 1280, javaScript);
        Page anybody = Chromium.page(1280, javaScript)) {
      submitter.navigate(Site.get().address("/en/account"));
      click(submitter, AriaRole.LINK, "My submissions");
      click(submitter, AriaRole.LINK, "Write a submission");
      submitter.getByLabel("Title").fill(title);
      click(submitter, AriaRole.BUTTON, "Save the draft");
      assertThat(submitter.locator("main")).containsText("has no file yet");
      click(submitter, AriaRole.LINK, "Upload a file, or paste a text");
      submitter
          .locator("#file")
          .setInputFiles(
              new FilePayload("program.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1, 2}));
      click(submitter, AriaRole.BUTTON, "Read and keep it");
      assertThat(submitter.locator("[role=alert]")).isVisible();
      submitter
          .locator("#file")
          .setInputFiles(
              new FilePayload("lamps.txt", "text/plain", words.getBytes(StandardCharsets.UTF_8)));
      click(submitter, AriaRole.BUTTON, "Read and keep it");
      assertThat(submitter.locator("#file")).containsText("1 found");
      String path = submitter.url().replaceFirst("#.*", "");
      click(submitter, AriaRole.BUTTON, "Hand in");
      assertThat(submitter.locator("h1")).containsText("Receipt of SU-");
      Download receipt =
          submitter.waitForDownload(() ->
              submitter.evaluate(
                  "it => { const a = document.querySelector('a[href$=\"receipt.pdf\"]'); a.download = 'r.pdf'; a.click(); }"));
      assertThat(Files.size(receipt.path())).isGreaterThan(10_000);

      secretariat.navigate(Site.get().address("/en/submissions/queue"));
      click(secretariat, AriaRole.LINK, title);
      click(secretariat, AriaRole.BUTTON, "Publish");
      assertThat(secretariat.locator("main")).containsText("It was taken up as an input.");
      anybody.navigate(path);
      assertThat(anybody.locator("h1")).hasText(title);
      anybody.locator("dl.terms a[href*='/inputs/I-']").click();
      assertThat(anybody.locator("mark").first()).containsText("light the landings");
    }
  }

  /// The server reads what it refuses to its end: a browser that is cut off shows an error of its
  /// own.
  @Test
  void isToldThatAFileIsTooLarge() throws Exception {
    Path large = folder.resolve("large.pdf");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100L * 1024 * 1024 + 1);
    }
    try (Page submitter = signedIn("Contributor", 1280, true)) {
      submitter.navigate(Site.get().address("/en/submissions/SU-1/file"));
      submitter.locator("#file").setInputFiles(large);
      click(submitter, AriaRole.BUTTON, "Read and keep it");
      assertThat(submitter.locator("h1")).hasText("This is too large", PATIENT);
      submitter.goBack();
      assertThat(submitter.locator("main")).containsText("submission.txt");
    }
  }

  private static Stream<String> found(Page page, String language, List<String> paths)
      throws Exception {
    Site site = Site.get();
    return paths.stream()
        .flatMap(path -> {
          page.navigate(site.address("/" + language + path));
          page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
          return AccessibilityIT.findings(page).map(it -> path + ": " + it);
        })
        .toList()
        .stream();
  }

  private static Page signedIn(String role, int width, boolean javaScript) throws Exception {
    Page page = Chromium.page(width, javaScript);
    page.navigate(Site.get().address("/en/sign-in"));
    page.getByRole(AriaRole.BUTTON, named(role)).first().click();
    page.waitForURL("**/en");
    return page;
  }

  private static void click(Page page, AriaRole role, String name) {
    page.getByRole(role, named(name)).first().click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
