package vallarta.compact.cli;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody with a browser of their own, without scripts: reads pages, sends forms, keeps a cookie.
public final class Visitor {

  private final UnaryOperator<String> addresses;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

  private Visitor(UnaryOperator<String> addresses) {
    this.addresses = addresses;
  }

  public static Visitor of(RunningDemonstration site) {
    return new Visitor(path -> site.address(path).toString());
  }

  public static Visitor of(RunningServer server) {
    return new Visitor(path -> server.address(path).toString());
  }

  /// Signs in as the person of the demonstration who has that address.
  public static Visitor as(RunningDemonstration site, String email)
      throws IOException, InterruptedException {
    long account =
        site.bean(JdbcClient.class)
            .sql("select id from access.account where email = :email")
            .param("email", email)
            .query(Long.class)
            .single();
    Visitor visitor = of(site);
    HttpResponse<String> in = visitor.send("/en/sign-in/as", "account", Long.toString(account));
    if (in.statusCode() != 302) {
      throw new IllegalStateException("sign-in as " + email + " gave " + in.statusCode());
    }
    return visitor;
  }

  /// Follows a letter of invitation, and chooses a password.
  public static Visitor arrive(RunningServer server, String link)
      throws IOException, InterruptedException {
    Visitor visitor = of(server);
    HttpResponse<String> in = visitor.send(link, "password", "seven boats at low tide");
    if (in.statusCode() != 302) {
      throw new IllegalStateException("the letter gave " + in.statusCode());
    }
    return visitor;
  }

  /// Sets up a second factor, as an authenticator on a telephone does.
  public void setUpSecondFactor() throws Exception {
    Matcher secret =
        Pattern.compile("secret=([A-Z2-7]+)&").matcher(read("/en/second-factor").body());
    if (!secret.find()) {
      throw new IllegalStateException("no second factor to set up");
    }
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    String code =
        codes.generateOneTimePasswordString(
            new SecretKeySpec(new Base32().decode(secret.group(1)), codes.getAlgorithm()),
            Instant.now());
    send("/en/second-factor", "code", code);
  }

  /// Follows the newest letter that was written to that address, and chooses a password.
  public static Visitor byLetter(RunningDemonstration site, String email)
      throws IOException, InterruptedException {
    String body =
        site.bean(JdbcClient.class)
            .sql("select body from mail.outbox where address = :email order by id desc limit 1")
            .param("email", email)
            .query(String.class)
            .single();
    String link = body.lines().filter(it -> it.startsWith("http")).findFirst().orElseThrow();
    Visitor visitor = of(site);
    HttpResponse<String> in = visitor.send(link, "password", "seven boats at low tide");
    if (in.statusCode() != 302) {
      throw new IllegalStateException("the letter to " + email + " gave " + in.statusCode());
    }
    return visitor;
  }

  public HttpResponse<String> read(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  /// Sends a form as a page does: fields as name and value in turn.
  public HttpResponse<String> send(String path, String... fields)
      throws IOException, InterruptedException {
    return browser.send(
        form(path, fields).header("Accept", "text/html").build(), BodyHandlers.ofString());
  }

  /// Sends a form as a browser does that says where it comes from, in that header.
  public HttpResponse<String> sendFrom(String header, String origin, String path, String... fields)
      throws IOException, InterruptedException {
    return browser.send(
        form(path, fields).header("Accept", "text/html").header(header, origin).build(),
        BodyHandlers.ofString());
  }

  /// Sends a form with one file, as a page does.
  ///
  /// @param field name of the field of the file
  public HttpResponse<String> upload(String path, String field, String file, String text)
      throws IOException, InterruptedException {
    String body =
        "--part\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--part--\r\n"
            .formatted(field, file, text);
    return browser.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "multipart/form-data; boundary=part")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /// Sends a form with one file of any bytes.
  ///
  /// @param field name of the field of the file
  public HttpResponse<String> upload(String path, String field, String name, Path file)
      throws IOException, InterruptedException {
    String head =
        "--part\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
            .formatted(field, name);
    return browser.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "multipart/form-data; boundary=part")
            .header("Accept", "text/html")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--part--\r\n")))
            .build(),
        BodyHandlers.ofString());
  }

  /// What is at an address, as it came.
  public byte[] bytes(String path) throws IOException, InterruptedException {
    return browser
        .send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofByteArray())
        .body();
  }

  /// Sends a form as a script does.
  ///
  /// @param version for `If-Match`
  public HttpResponse<String> sendByScript(String path, String version, String... fields)
      throws IOException, InterruptedException {
    return browser.send(
        form(path, fields)
            .header("Accept", "application/json")
            .header("If-Match", '"' + version + '"')
            .build(),
        BodyHandlers.ofString());
  }

  /// The value of a cookie of the site, or empty.
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(it -> it.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private URI at(String path) {
    return URI.create(path.startsWith("http") ? path : addresses.apply(path));
  }

  private HttpRequest.Builder form(String path, String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(
          URLEncoder.encode(fields[i], StandardCharsets.UTF_8)
              + "="
              + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return HttpRequest.newBuilder(at(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(String.join("&", pairs)));
  }
}
