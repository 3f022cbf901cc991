package vallarta.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine, started once for all tests of a run; without one they are skipped
/// and say so.
final class Chromium {

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static @Nullable Browser running;

  private Chromium() {}

  /// A page of a fresh visitor, who leaves when the page is closed.
  static Page page(int width, boolean javaScript) {
    Page page =
        browser()
            .newPage(
                new Browser.NewPageOptions()
                    .setViewportSize(width, 800)
                    .setJavaScriptEnabled(javaScript)
                    .setLocale("en"));
    page.setDefaultTimeout(15_000);
    return page;
  }

  private static synchronized Browser browser() {
    Browser known = running;
    if (known == null) {
      Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(Path.of(""));
      Assumptions.assumeTrue(
          Files.isExecutable(program), "skipped: there is no Chromium on this machine");
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      known =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(program)
                      .setArgs(
                          List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
      running = known;
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return known;
  }
}
