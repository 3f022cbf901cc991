package vallarta.compact.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.cli.Post;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;

/// People come in by invitation, password, code and letter, over real HTTP, SMTP and PostgreSQL, on
/// a site that is no demonstration.
class SignInIT {

  private static final String PASSWORD = "seven boats at low tide";

  @TempDir private static Path folder;

  private static Post post;
  private static RunningServer site;

  @BeforeAll
  static void open() throws Exception {
    Path register = folder.resolve("stakeholders.csv");
    Files.writeString(
        register,
        """
        key,name,name_language,type,state,region_m49,fictional
        sec,Secretariat of the test,en,un-agency,,001,true
        XAA,Republic of Aurelia,en,state,XAA,001,true
        """);
    String data = folder.resolve("data").toString();
    run("import", "stakeholders", register.toString(), "--data", data);
    String link =
        run(
            "user",
            "add",
            "--email",
            "chief@example.org",
            "--name",
            "Ilse Chief",
            "--role",
            "secretariat",
            "--organisation",
            "sec",
            "--data",
            data);
    post = Post.open();
    site = RunningServer.over(Path.of(data), post.settings());
    Visitor chief = Visitor.of(site);
    HttpResponse<String> chosen = chief.send(Post.path(link), "password", PASSWORD);
    assertThat(chosen.headers().firstValue("Location").orElseThrow()).endsWith("/en/account");
  }

  @AfterAll
  static void close() {
    site.close();
    post.close();
  }

  @Test
  void theSecretariatActsOnlyAfterASecondFactorWhichCountsOnce() throws Exception {
    invite("second@example.org", "secretariat", "sec");
    Visitor second = arrive("second@example.org");
    HttpResponse<String> turned = second.read("/en/meetings/new");
    assertThat(turned.statusCode()).isEqualTo(302);
    assertThat(turned.headers().firstValue("Location").orElseThrow()).contains("/en/second-factor");

    String setUp = second.read("/en/second-factor").body();
    Matcher secret = Pattern.compile("secret=([A-Z2-7]+)&").matcher(setUp.replace("&amp;", "&"));
    assertThat(secret.find()).isTrue();
    assertThat(setUp).contains("<svg class=\"qr\"");
    assertThat(second.send("/en/second-factor", "code", "000000").statusCode()).isEqualTo(422);
    Instant now = Instant.now();
    String paper = second.send("/en/second-factor", "code", code(secret.group(1), now)).body();
    List<String> codes =
        Pattern.compile("<code>([a-z2-7-]+)</code>")
            .matcher(paper)
            .results()
            .map(it -> it.group(1))
            .toList();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(second.read("/en/meetings/new").statusCode()).isEqualTo(200);

    // In another browser the password alone opens nothing, not even the account.
    Visitor other = Visitor.of(site);
    HttpResponse<String> half =
        other.send("/en/sign-in", "email", "second@example.org", "password", PASSWORD);
    assertThat(half.headers().firstValue("Location").orElseThrow()).contains("/en/second-factor");
    assertThat(other.read("/en/account").statusCode()).isEqualTo(302);
    assertThat(other.read("/en/meetings/new").statusCode()).isEqualTo(302);
    // The code that set it up was used.
    assertThat(other.send("/en/second-factor", "code", code(secret.group(1), now)).statusCode())
        .isEqualTo(422);
    // It may not be set up anew by whoever knows the password alone.
    assertThat(other.read("/en/second-factor").body()).doesNotContain("secret=");
    assertThat(other.send("/en/second-factor", "code", codes.getFirst()).statusCode())
        .isEqualTo(302);
    assertThat(other.read("/en/meetings/new").statusCode()).isEqualTo(200);
    Visitor third = Visitor.of(site);
    third.send("/en/sign-in", "email", "second@example.org", "password", PASSWORD);
    assertThat(third.send("/en/second-factor", "code", codes.getFirst()).statusCode())
        .as("a code on paper counts once")
        .isEqualTo(422);
  }

  @Test
  void aWrongAddressAndAWrongPasswordAreAnsweredAlikeAndTenOfThemCloseTheAccountForAWhile()
      throws Exception {
    invite("guessed@example.org", "delegate", "XAA");
    arrive("guessed@example.org");
    Visitor guesser = Visitor.of(site);
    String known =
        guesser.send("/en/sign-in", "email", "guessed@example.org", "password", "x").body();
    String unknown =
        guesser.send("/en/sign-in", "email", "nobody99@example.org", "password", "x").body();
    assertThat(known.replace("guessed", "nobody99")).isEqualTo(unknown);
    for (int i = 0; i < 9; i++) {
      guesser.send("/en/sign-in", "email", "Guessed@example.org", "password", "x");
    }
    HttpResponse<String> closed =
        guesser.send("/en/sign-in", "email", "guessed@example.org", "password", PASSWORD);
    assertThat(closed.statusCode()).isEqualTo(429);
    assertThat(closed.body()).contains("Wait 15 minutes");
    assertThat(
            site.bean(JdbcClient.class)
                .sql("select password from access.account where email = 'guessed@example.org'")
                .query(String.class)
                .single())
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void aForgottenPasswordIsChosenAnewByALetterThatWorksOnceAndEndsAllSessions() throws Exception {
    invite("forgetful@example.org", "delegate", "XAA");
    Visitor before = arrive("forgetful@example.org");
    assertThat(before.read("/en/account").statusCode()).isEqualTo(200);

    Visitor visitor = Visitor.of(site);
    String sent = visitor.send("/fr/sign-in/forgotten", "email", "forgetful@example.org").body();
    assertThat(visitor.send("/fr/sign-in/forgotten", "email", "nobody@example.org").body())
        .as("nobody learns who has an account")
        .isEqualTo(sent);
    MimeMessage letter = post.mailTo("forgetful@example.org", "new password");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    String link = Post.link(letter);
    HttpResponse<String> plain = visitor.send(link, "password", "forgetful forgetful");
    assertThat(plain.statusCode()).isEqualTo(422);
    assertThat(plain.body()).contains("too easy to guess");
    assertThat(visitor.send(link, "password", "short").statusCode()).isEqualTo(422);
    assertThat(visitor.send(link, "password", "nine geese over the bay").statusCode())
        .isEqualTo(302);
    assertThat(visitor.send(link, "password", "ten geese over the bay").statusCode())
        .isEqualTo(410);
    assertThat(before.read("/en/account").statusCode()).as("ended").isEqualTo(302);
    assertThat(visitor.read("/en/account").statusCode()).isEqualTo(200);
    assertThat(
            site.bean(JdbcClient.class)
                .sql("select count(*) from mail.outbox where sent_at is not null and body <> ''")
                .query(Long.class)
                .single())
        .as("sent letters are not kept")
        .isZero();
  }

  @Test
  void anExpiredInvitationSaysSoAndWhatToDo() throws Exception {
    invite("late@example.org", "delegate", "XAA");
    String link = Post.link(post.mailTo("late@example.org", "invited"));
    site.bean(JdbcClient.class)
        .sql(
            """
            update access.letter set expires_at = now() - interval '1 second'
            where account = (select id from access.account where email = 'late@example.org')
            """)
        .update();
    Visitor visitor = Visitor.of(site);
    HttpResponse<String> answer = visitor.send(link, "password", PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains("its time is over").contains("Ask for a new one");
    HttpResponse<String> read = visitor.read(link.replace("/en/", "/es/"));
    assertThat(read.statusCode()).isEqualTo(410);
    assertThat(read.body()).contains("ha vencido", "Pida otro en «¿Olvidó su contraseña?»");
    assertThat(visitor.read("/en/account").statusCode()).as("nobody is signed in").isEqualTo(302);
    assertThat(
            site.bean(JdbcClient.class)
                .sql(
                    "select count(*) from access.account where email = 'late@example.org' and password is null")
                .query(Long.class)
                .single())
        .as("no password was set")
        .isEqualTo(1);
  }

  @Test
  void sessionsAreListedAndCanBeEndedAndTheirIdsAreNeitherFixedNorForged() throws Exception {
    invite("many@example.org", "delegate", "XAA");
    Visitor first = arrive("many@example.org");
    Visitor second = Visitor.of(site);
    second.send("/en/sign-in", "email", "many@example.org", "password", PASSWORD);
    String before = second.cookie("session");
    second.send("/en/sign-in", "email", "many@example.org", "password", PASSWORD);
    assertThat(second.cookie("session")).as("a new id").isNotEqualTo(before);
    assertThat(as(before).statusCode()).as("the old id opens nothing").isEqualTo(302);
    String forged =
        Base64.getEncoder().encodeToString("11111111-2222-3333-4444-555555555555".getBytes());
    assertThat(as(forged).statusCode()).isEqualTo(302);

    String page = first.read("/en/account").body();
    assertThat(Pattern.compile("name=\"began\"").matcher(page).results()).hasSize(2);
    assertThat(first.send("/en/account/sessions/end").statusCode()).isEqualTo(302);
    assertThat(second.read("/en/account").statusCode()).isEqualTo(302);
    assertThat(first.read("/en/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aForgedSessionOpensNothingAndSaysToSignIn() throws Exception {
    long before = sessions();
    for (String forged :
        List.of("", "x", "%00", "' or 1=1 --", "\u00e9\u00e9", "MTEx", "a".repeat(4_000))) {
      String cookie = forged.replaceAll("[^\\x21-\\x7e]", "~").replace(' ', '+');
      HttpResponse<String> read = as(cookie);
      assertThat(read.statusCode()).as(forged).isEqualTo(302);
      assertThat(read.headers().firstValue("Location").orElseThrow()).contains("/en/sign-in?next=");
      HttpResponse<String> sent = sendAs(cookie, "/fr/account/mails");
      assertThat(sent.statusCode()).as(forged).isEqualTo(401);
      assertThat(sent.body()).contains("Connectez-vous");
    }
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void aSignInLeadsNowhereElseAndIsNotSentFromElsewhere() throws Exception {
    invite("led@example.org", "delegate", "XAA");
    arrive("led@example.org");
    for (String next :
        List.of("//evil.example", "https://evil.example", "/\\evil.example", "evil")) {
      HttpResponse<String> led =
          Visitor.of(site)
              .send("/en/sign-in", "email", "led@example.org", "password", PASSWORD, "next", next);
      assertThat(led.headers().firstValue("Location").orElseThrow())
          .as(next)
          .matches("(http://127\\.0\\.0\\.1:\\d+)?/en");
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String[] header :
          List.of(
              new String[] {"Sec-Fetch-Site", "cross-site"},
              new String[] {"Origin", "https://evil.example"},
              new String[] {"Origin", "null"})) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(site.address("/en/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header(header[0], header[1])
                    .POST(
                        BodyPublishers.ofString(
                            "email=led%40example.org&password=" + PASSWORD.replace(' ', '+')))
                    .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(Arrays.toString(header)).isEqualTo(403);
      }
    }
  }

  @Test
  void nobodySendsMoreThanTheAllowanceFromOneAddress() throws Exception {
    int granted = 0;
    HttpResponse<String> answer = site.upload("/en/record/verify", "a.txt", "a");
    while (answer.statusCode() == 200 && granted < 100) {
      granted++;
      answer = site.upload("/en/record/verify", "a.txt", "a");
    }
    assertThat(granted).isBetween(20, 21);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 31L);
    assertThat(answer.body()).contains("Wait some minutes");
  }

  @Test
  void whatIsOfTheDemonstrationIsNotHere() throws Exception {
    Visitor visitor = Visitor.of(site);
    assertThat(visitor.send("/en/sign-in/as", "account", "1").statusCode()).isEqualTo(404);
    assertThat(visitor.read("/en/mails").statusCode()).isEqualTo(404);
    assertThat(visitor.read("/en/sign-in").body()).doesNotContain("/sign-in/as");
  }

  @Test
  void newsAreToldOnceAWeekInOneMailAndOneClickStopsThem() throws Exception {
    invite("reader@example.org", "delegate", "XAA");
    News news = site.bean(News.class);
    JdbcClient jdbc = site.bean(JdbcClient.class);
    long account =
        jdbc.sql("select id from access.account where email = 'reader@example.org'")
            .query(Long.class)
            .single();
    news.keep(account, "disposition", "S-1", "/inputs/I-1", "account.mails.weekly", Map.of());
    news.keep(account, "disposition", "S-2", "/inputs/I-2", "account.mails.daily", Map.of());
    news.keep(account, "disposition", "S-1", "/inputs/I-1", "account.mails.never", Map.of());
    assertThat(news.tell()).as("the week is not over").isZero();
    jdbc.sql("update access.news set at = at - interval '8 days'").update();
    assertThat(news.tell()).isEqualTo(1);
    assertThat(news.tell()).as("never an empty one").isZero();

    MimeMessage mail = post.mailTo("reader@example.org", "2 things have changed");
    String body = mail.getContent().toString();
    assertThat(body)
        .containsSubsequence("What became of your statements", "Never", "/en/inputs/I-1")
        .contains("Once a day")
        .as("of each thing only the newest")
        .doesNotContain("Once a week");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String stop = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
    Visitor visitor = Visitor.of(site);
    assertThat(visitor.read(Post.path(stop)).body()).contains("<button>Stop these mails</button>");
    assertThat(visitor.send(Post.path(stop), "List-Unsubscribe", "One-Click").body())
        .contains("Done.");
    assertThat(visitor.send("/en/news/stop/unknown").statusCode()).isEqualTo(404);
    news.keep(account, "disposition", "S-3", "/inputs/I-1", "account.mails.weekly", Map.of());
    jdbc.sql("update access.news set at = at - interval '8 days'").update();
    assertThat(news.tell()).isZero();
  }

  private static void invite(String email, String role, String organisation) {
    JdbcClient jdbc = site.bean(JdbcClient.class);
    site.bean(Invitations.class).invite(email, Language.EN);
    jdbc.sql(
            """
            insert into participation.person (name, email, language, fictional, account)
            select 'P', email, 'en', true, id from access.account where email = :email
            """)
        .param("email", email)
        .update();
    jdbc.sql(
            """
            insert into participation.mandate (person, stakeholder, role, begins_at)
            select id, :organisation, :role, now() from participation.person where email = :email
            """)
        .param("email", email)
        .param("role", role)
        .param("organisation", organisation)
        .update();
  }

  /// Follows the letter of invitation.
  private static Visitor arrive(String email) throws Exception {
    Visitor visitor = Visitor.of(site);
    String link = Post.link(post.mailTo(email, "invited"));
    assertThat(visitor.read(link).statusCode()).isEqualTo(200);
    assertThat(visitor.send(link, "password", PASSWORD).statusCode()).isEqualTo(302);
    return visitor;
  }

  private static HttpResponse<String> as(String session) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(site.address("/en/account"))
              .header("Cookie", "session=" + session)
              .header("Accept", "text/html")
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static HttpResponse<String> sendAs(String session, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(site.address(path))
              .header("Cookie", "session=" + session)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Accept", "text/html")
              .POST(BodyPublishers.ofString("rhythm=never"))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static long sessions() {
    return site.bean(JdbcClient.class)
        .sql("select count(*) from access.session")
        .query(Long.class)
        .single();
  }

  private static String code(String secret, Instant at) throws Exception {
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    return codes.generateOneTimePasswordString(
        new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm()), at);
  }

  private static String run(String... args) {
    CommandLineRun run = CommandLineRun.of(args);
    assertThat(run.code()).as(run.talk()).isZero();
    return run.out();
  }
}
