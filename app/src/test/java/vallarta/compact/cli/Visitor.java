package vallarta.compact.cli;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody with a browser of their own, without scripts: reads pages, sends forms, keeps a cookie.
public final class Visitor {

  private final RunningDemonstration site;
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private Visitor(RunningDemonstration site) {
    this.site = site;
  }

  public static Visitor of(RunningDemonstration site) {
    return new Visitor(site);
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
    Visitor visitor = new Visitor(site);
    HttpResponse<String> in = visitor.send("/en/sign-in/as", "account", Long.toString(account));
    if (in.statusCode() != 302) {
      throw new IllegalStateException("sign-in as " + email + " gave " + in.statusCode());
    }
    return visitor;
  }

  public HttpResponse<String> read(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(site.address(path)).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  /// Sends a form as a page does: fields as name and value in turn.
  public HttpResponse<String> send(String path, String... fields)
      throws IOException, InterruptedException {
    return browser.send(
        form(path, fields).header("Accept", "text/html").build(), BodyHandlers.ofString());
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

  private HttpRequest.Builder form(String path, String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(
          URLEncoder.encode(fields[i], StandardCharsets.UTF_8)
              + "="
              + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return HttpRequest.newBuilder(site.address(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(String.join("&", pairs)));
  }
}
