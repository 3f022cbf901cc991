package vallarta.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What comes over the line for a first visit: pages of text at most 60 KB, pages of data at most
/// 120 KB, nothing from anybody else, nothing that is missing, nothing that the page's own policy
/// forbids, and no complaint in the console but that a missing page is missing.
class WeightIT {

  private static final int TEXT = 60 * 1024;
  private static final int DATA = 120 * 1024;

  static Stream<Arguments> budgets() {
    return Stream.concat(
        Pages.texts().map(it -> Arguments.of(it, TEXT)),
        Pages.data().map(it -> Arguments.of(it, DATA)));
  }

  @ParameterizedTest
  @MethodSource("budgets")
  void isWithinItsBudgetAndAsksNobodyElse(String path, int budget) throws Exception {
    Site site = Site.get();
    for (String language : List.of("en", "ar")) {
      String address = site.address("/" + language + path);
      try (Page page = Chromium.page(1280, true)) {
        AtomicLong bytes = new AtomicLong();
        List<String> elsewhere = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on(
            "Network.loadingFinished",
            (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        page.onRequest(it -> {
          if (!it.url().startsWith(site.address("/"))) {
            elsewhere.add(it.url());
          }
        });
        page.onConsoleMessage(it -> {
          if (!it.text().contains("status of 404") || !it.location().startsWith(address)) {
            complaints.add(it.text() + " at " + it.location());
          }
        });
        page.onPageError(complaints::add);
        page.onResponse(it -> {
          if (it.status() >= 400 && !it.url().equals(address)) {
            complaints.add(it.status() + " for " + it.url());
          }
        });
        Response answer = page.navigate(address);
        page.waitForLoadState();
        assertThat(answer.headerValue("content-security-policy")).contains("default-src 'none'");
        assertThat(bytes.get()).as(language + path).isPositive().isLessThanOrEqualTo(budget);
        assertThat(elsewhere).isEmpty();
        assertThat(complaints).isEmpty();
      }
    }
  }
}
