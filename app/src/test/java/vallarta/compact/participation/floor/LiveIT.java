package vallarta.compact.participation.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.meeting.Session;

/// Every screen shows the list as it is, at once.
class LiveIT {

  private RunningDemonstration site;
  private Visitor moderator;
  private String path;

  @BeforeEach
  void openAList() throws Exception {
    site = RunningDemonstration.get();
    moderator = Visitor.as(site, "moderator@example.org");
    Session session = FloorIT.session(site);
    path = "/sessions/" + session.ref() + "/floor";
    moderator.send("/en" + path + "/list", "act", "open");
  }

  @Test
  void sendsEachChangeToEveryListenerWithinASecondInTheirLanguage() throws Exception {
    try (Screen english = new Screen("/en" + path);
        Screen arabic = new Screen("/ar" + path)) {
      assertThat(english.await("Nobody waits for the floor.")).isLessThan(1000);
      assertThat(arabic.await("لا أحد ينتظر الكلمة.")).isLessThan(1000);
      moderator.send("/en" + path + "/ask", "stakeholder", "XFL");
      assertThat(english.await("Waiting: 1 speaker")).isLessThan(1000);
      assertThat(arabic.await("في الانتظار: متكلم واحد")).isLessThan(1000);
      assertThat(english.await("Ferrenland")).isLessThan(1000);
    }
  }

  @Test
  void readsTheListOnceForAllWhoListen() throws Exception {
    List<Screen> screens = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        screens.add(new Screen("/en" + path));
      }
      for (Screen screen : screens) {
        screen.await("Nobody waits");
      }
      assertThat(site.bean(Live.class).listening()).isGreaterThanOrEqualTo(50);
      moderator.send("/en" + path + "/ask", "stakeholder", "XFL");
      for (Screen screen : screens) {
        assertThat(screen.await("Ferrenland")).isLessThan(1000);
      }
    } finally {
      screens.forEach(Screen::close);
    }
    // Whoever left is forgotten when the next change is sent.
    for (int i = 0; i < 100 && site.bean(Live.class).listening() >= 50; i++) {
      moderator.send("/en" + path + "/limit", "seconds", Integer.toString(60 + i));
      Thread.sleep(50);
    }
    assertThat(site.bean(Live.class).listening()).isLessThan(50);
  }

  @Test
  void saysThatItIsAStreamThatNobodyKeeps() throws Exception {
    try (Screen screen = new Screen("/en" + path)) {
      assertThat(screen.answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
      assertThat(screen.answer.headers().firstValue("Cache-Control").orElseThrow())
          .contains("no-store");
    }
  }

  @Test
  void renewsThePageOfAReaderWithoutScriptsWhoAsksForIt() throws Exception {
    HttpResponse<String> page = site.fetch("/en" + path);
    assertThat(page.headers().firstValue("Refresh")).isEmpty();
    assertThat(page.body()).contains("<noscript>", "?renew=10");
    assertThat(site.fetch("/en" + path + "/screen?renew=10").headers().firstValue("Refresh"))
        .contains("10");
  }

  /// A reader of the stream.
  private final class Screen implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Screen(String floor) throws Exception {
      answer =
          client.send(
              HttpRequest.newBuilder(site.address(floor + "/events"))
                  .header("Accept", "text/event-stream")
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      Thread.ofVirtual()
          .start(() -> {
            try (var reader =
                new java.io.BufferedReader(
                    new java.io.InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
              reader.lines().forEach(lines::add);
            } catch (java.io.IOException | java.io.UncheckedIOException closed) {
              lines.add("");
            }
          });
    }

    /// Milliseconds until a line with these words came, at most five seconds.
    long await(String words) throws InterruptedException {
      long begin = System.nanoTime();
      while (System.nanoTime() - begin < 5_000_000_000L) {
        String line = lines.poll(5, TimeUnit.SECONDS);
        if (line != null && line.contains(words)) {
          break;
        }
      }
      return (System.nanoTime() - begin) / 1_000_000;
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}
