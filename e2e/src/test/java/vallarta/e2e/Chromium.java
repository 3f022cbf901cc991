package vallarta.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine, started once for each thread of tests (Playwright belongs to the
/// thread that made it); without one they are skipped and say so.
final class Chromium {

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final ThreadLocal<Browser> RUNNING = ThreadLocal.withInitial(Chromium::start);

  private Chromium() {}

  /// A page of a fresh visitor, who leaves when the page is closed. Nothing moves slowly for them,
  /// so that a test sees where a key has led.
  static Page page(int width, boolean javaScript) {
    Page page =
        RUNNING
            .get()
            .newPage(
                new Browser.NewPageOptions()
                    .setViewportSize(width, 800)
                    .setJavaScriptEnabled(javaScript)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en"));
    page.setDefaultTimeout(15_000);
    return page;
  }

  private static Browser start() {
    Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(Path.of(""));
    Assumptions.assumeTrue(
        Files.isExecutable(program), "skipped: there is no Chromium on this machine");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
  }
}
