package vallarta.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vallarta.compact.language.Language;
import vallarta.compact.web.Stylesheet;

/// The shell over real HTTP, with the gallery of all parts as its pages.
@SpringBootTest(
    classes = ShellApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "vallarta.demo=true")
class ShellTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({
    "'', /en",
    "'fr-CA,fr;q=0.9,en;q=0.8', /fr",
    "'de,zh;q=0.4,ru;q=0.6', /ru",
    "'de', /en",
    "'=;;', /en"
  })
  void theDoorLeadsToTheLanguageThatTheReaderLikesBest(String accepted, String home)
      throws Exception {
    HttpResponse<String> answer =
        get("/", accepted.isEmpty() ? List.of() : List.of("Accept-Language", accepted));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo(home);
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Language");
  }

  @Test
  void aPermanentAddressHasNoLanguageAndKeepsItsParameters() throws Exception {
    assertThat(header(get("/gallery?theme=a%26b&empty="), "Location"))
        .isEqualTo("/en/gallery?theme=a%26b");
    assertThat(get("/en/gallery?theme=a%26b").body())
        .contains("/gallery?theme=a%26b\" dir=\"ltr\"");
  }

  @Test
  void dataHasAPermanentAddressToo() throws Exception {
    assertThat(header(get("/gallery.csv"), "Location")).isEqualTo("/en/gallery.csv");
    assertThat(header(get("/gallery/words.json"), "Location")).isEqualTo("/en/gallery/words.json");
    assertThat(get("/favicon.ico").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageIsThereInEveryLanguageAndLeadsToItselfInTheOthers(Language language)
      throws Exception {
    for (String path : List.of("/gallery", "/gallery/words", "/about")) {
      HttpResponse<String> page = get("/" + language.tag() + path + "?page=2");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"" + language.tag() + "\" dir=\"" + language.direction() + "\">");
      Language.list()
          .forEach(
              it -> assertThat(page.body()).contains("href=\"/" + it.tag() + path + "?page=2\""));
    }
  }

  @Test
  void theLanguagesStandInTheOrderOfTheUnitedNations() throws Exception {
    assertThat(get("/en/about").body())
        .containsSubsequence(">عربي<", ">中文<", ">English<", ">Français<", ">Русский<", ">Español<");
  }

  @Test
  void anUnknownLanguageOrPageIsNotFoundInTheLanguageOfTheReader() throws Exception {
    HttpResponse<String> unknown = get("/xx/about", List.of("Accept-Language", "es"));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("<html lang=\"es\"", "Página no encontrada");
    HttpResponse<String> page = get("/ar/nothing", List.of("Accept-Language", "es"));
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("<html lang=\"ar\" dir=\"rtl\"", "الصفحة غير موجودة")
        .doesNotContain("rel=\"canonical\"");
  }

  @Test
  void aProgramIsToldAFailureAsProblemJson() throws Exception {
    HttpResponse<String> missing = get("/fr/nothing.json");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "Content-Type")).startsWith("application/problem+json");
    assertThat(missing.body())
        .contains("\"status\":404", "\"instance\":\"/fr/nothing.json\"", "Rien n’est publié");
    HttpResponse<String> domain = get("/en/withdrawn", List.of("Accept", "application/json"));
    assertThat(domain.statusCode()).isEqualTo(410);
    assertThat(domain.body()).contains("\"code\":\"TEST-001\"", "page 7");
  }

  @Test
  void aFailureOfAStageIsAPageThatSaysWhatIsTheMatter() throws Exception {
    HttpResponse<String> page = get("/en/withdrawn");
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("This was withdrawn", "page 7", "TEST-001");
  }

  @Test
  void aFailureLeadsBackToThePageItWasAskedFromAndToNoOtherSite() throws Exception {
    String from = "http://127.0.0.1:%d".formatted(port);
    assertThat(get("/en/withdrawn", List.of("Referer", from + "/en/gallery?page=2")).body())
        .contains("href=\"/en/gallery?page=2\">Back to the page before");
    for (String elsewhere :
        List.of("http://elsewhere.example/en/gallery", from + "//elsewhere.example", "x")) {
      assertThat(get("/en/withdrawn", List.of("Referer", elsewhere)).body())
          .as(elsewhere)
          .doesNotContain("Back to the page before");
    }
    assertThat(get("/en/withdrawn", List.of("Referer", from + "/en/withdrawn")).body())
        .doesNotContain("Back to the page before");
  }

  @Test
  void anUnexpectedFailureTellsANumberAndNothingElse() throws Exception {
    for (String path : List.of("/en/broken", "/en/unrendered")) {
      HttpResponse<String> page = get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(500);
      assertThat(page.body())
          .as(path)
          .contains("Number of this failure")
          .doesNotContain("a secret", "Exception");
    }
  }

  @Test
  void aValueThatIsNotOneIsABadRequest() throws Exception {
    assertThat(get("/en/number/x").statusCode()).isEqualTo(400);
  }

  @Test
  void anEndpointIsClosedToWhomItDoesNotName() throws Exception {
    assertThat(get("/en/undeclared").statusCode()).isEqualTo(403);
    assertThat(get("/en/secretariat").statusCode()).isEqualTo(401);
    HttpResponse<String> reader = get("/en/secretariat?a=b", List.of("Accept", "text/html"));
    assertThat(reader.statusCode()).isEqualTo(302);
    assertThat(header(reader, "Location")).endsWith("/en/sign-in?next=%2Fen%2Fsecretariat%3Fa%3Db");
  }

  @ParameterizedTest
  @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200"})
  void aFormOfAnotherSiteChangesNothing(String site, int status) throws Exception {
    assertThat(
            send(request("/en/change")
                    .header("Sec-Fetch-Site", site)
                    .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(status);
  }

  @Test
  void anOlderBrowserIsKnownByItsOrigin() throws Exception {
    HttpRequest.Builder post = request("/en/change").POST(HttpRequest.BodyPublishers.noBody());
    assertThat(send(post.copy().header("Origin", "https://elsewhere.example")).statusCode())
        .isEqualTo(403);
    assertThat(send(post.copy().header("Origin", "null")).statusCode()).isEqualTo(403);
    assertThat(send(post.copy().header("Origin", "http://127.0.0.1:" + port)).statusCode())
        .isEqualTo(200);
    assertThat(send(post).statusCode()).isEqualTo(200);
  }

  @Test
  void readingSetsNoCookieAndAllowsNothingInlineOrForeign() throws Exception {
    HttpResponse<String> page = get("/en/gallery");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(page, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(page.body()).doesNotContain(" style=", "<style", "<script", " onclick");
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() throws Exception {
    String tag = header(get("/en/gallery"), "ETag");
    assertThat(tag).startsWith("W/\"");
    HttpResponse<String> again = get("/en/gallery", List.of("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/fr/gallery", List.of("If-None-Match", tag)).statusCode()).isEqualTo(200);
  }

  @Test
  void assetsAreKeptForAYearUnderTheirFingerprint() throws Exception {
    String body = get("/en/about").body();
    String href = body.replaceFirst("(?s).*rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
    assertThat(href).matches("/assets/shell-[0-9a-f]{32}\\.css");
    HttpResponse<String> asset = get(href);
    assertThat(asset.statusCode()).isEqualTo(200);
    assertThat(header(asset, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
    assertThat(get("/assets/shell-00000000000000000000000000000000.css").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aPageAndItsStyleAreLight() throws Exception {
    assertThat(gzipped(get("/ar/gallery/words").body())).isLessThan(14_000);
    assertThat(gzipped(Stylesheet.text())).isLessThan(14_000);
  }

  @Test
  void largeAnswersTravelCompressed() throws Exception {
    assertThat(header(get("/en/gallery", List.of("Accept-Encoding", "gzip")), "Content-Encoding"))
        .isEqualTo("gzip");
  }

  private static int gzipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(path, List.of());
  }

  private HttpResponse<String> get(String path, List<String> headers) throws Exception {
    HttpRequest.Builder request = request(path);
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
