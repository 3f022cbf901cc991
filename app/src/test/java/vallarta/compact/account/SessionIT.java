package vallarta.compact.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.cli.Post;
import vallarta.compact.cli.Visitor;

/// Session ids that somebody made up, kept, cut or planted open nothing, on a site with a secure
/// public address.
class SessionIT {

  @TempDir private static Path folder;

  private static InvitedSite site;

  @BeforeAll
  static void open() throws Exception {
    site =
        InvitedSite.open(
            folder,
            Map.of(
                "vallarta.limits.factor",
                1000,
                "vallarta.site.address",
                "https://stocktaking.example.org"));
    site.invite("person@example.org", "delegate", "XAA");
    String link = Post.link(site.post().mailTo("person@example.org", "invited"));
    String path = link.replaceFirst("^https://stocktaking.example.org", "");
    assertThat(Visitor.of(site.server()).send(path, "password", InvitedSite.PASSWORD).statusCode())
        .isEqualTo(302);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void forgedIdsOpenNothingAndBreakNothing() throws Exception {
    String real = session(signIn(""));
    assertThat(read(real).statusCode()).isEqualTo(200);
    String plain = new String(Base64.getDecoder().decode(real), StandardCharsets.UTF_8);
    for (String forged :
        List.of(
            "x",
            "%00",
            "' or '1'='1",
            "../../etc/passwd",
            "=".repeat(50),
            "A".repeat(4_000),
            plain,
            real.substring(1),
            real.substring(0, real.length() - 4),
            real.toLowerCase(Locale.ROOT),
            encoded(plain.toUpperCase(Locale.ROOT)),
            encoded("' or '1'='1' --"),
            encoded("11111111-2222-3333-4444-555555555555"),
            encoded("\u0000".repeat(36)))) {
      HttpResponse<String> answer = read(forged);
      assertThat(answer.statusCode()).as(forged).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .as(forged)
          .contains("/en/sign-in?next=");
    }
    assertThat(read(real).statusCode()).as("the real one still does").isEqualTo(200);
  }

  @Test
  void anIdThatWasPlantedBeforeASignInIsNotTheOneAfterIt() throws Exception {
    String planted = encoded("11111111-2222-3333-4444-555555555555");
    String fresh = session(signIn(planted));
    assertThat(fresh).isNotEqualTo(planted);
    assertThat(read(planted).statusCode()).isEqualTo(302);
    String again = session(signIn(fresh));
    assertThat(again).isNotEqualTo(fresh);
    assertThat(read(fresh).statusCode()).as("the one before is over").isEqualTo(302);
    assertThat(read(again).statusCode()).isEqualTo(200);
    post("/en/sign-out", again, "");
    assertThat(read(again).statusCode()).as("kept beyond the sign-out").isEqualTo(302);
  }

  @Test
  void theCookieIsForSecureLinesAndThisSiteAndNoScript() throws Exception {
    assertThat(signIn("").headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("session=")
        .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(read("").headers().firstValue("Set-Cookie")).as("none for reading").isEmpty();
  }

  private static HttpResponse<String> signIn(String cookie) throws Exception {
    HttpResponse<String> in =
        post(
            "/en/sign-in",
            cookie,
            "email=person%40example.org&password=" + InvitedSite.PASSWORD.replace(' ', '+'));
    assertThat(in.statusCode()).isEqualTo(302);
    return in;
  }

  private static HttpResponse<String> post(String path, String cookie, String form)
      throws Exception {
    return send(
        request(path, cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> read(String cookie) throws Exception {
    return send(request("/en/account", cookie));
  }

  private static HttpRequest.Builder request(String path, String cookie) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.server().address(path)).header("Accept", "text/html");
    return cookie.isEmpty() ? request : request.header("Cookie", "session=" + cookie);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String session(HttpResponse<String> signedIn) {
    return signedIn
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .replaceFirst("^session=([^;]+).*", "$1");
  }

  private static String encoded(String id) {
    return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }
}
