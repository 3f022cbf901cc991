package vallarta.compact.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.cli.Visitor;

/// Passkeys over real HTTP and PostgreSQL: what is let in, and everything that is not.
class PasskeyIT {

  @TempDir private static Path folder;

  private static InvitedSite site;
  private static String origin;

  @BeforeAll
  static void open() throws Exception {
    site = InvitedSite.open(folder, Map.of("vallarta.limits.factor", 1000));
    origin = "http://localhost:" + site.server().address("/").getPort();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void aPasskeyLetsTheSecretariatInByItselfAndUnderANewSessionId() throws Exception {
    site.invite("head@example.org", "secretariat", "sec");
    Visitor head = site.arrive("head@example.org");
    assertThat(head.read("/en/meetings/new").statusCode()).as("one factor").isEqualTo(302);
    SoftwareAuthenticator device = added(head, "Telephone");
    String page = head.read("/en/account").body();
    assertThat(page).contains("value=\"Telephone\"", "Not used yet.", "counts as two factors");

    Visitor other = site.visitor();
    HttpResponse<String> in = shown(other, device, "/en/meetings/new");
    assertThat(in.statusCode()).isEqualTo(302);
    assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/en/meetings/new");
    assertThat(other.read("/en/meetings/new").statusCode()).isEqualTo(200);
    assertThat(other.read("/en/account").body()).contains("Last used");
    String before = other.cookie("session");
    shown(other, device.counting(3), "");
    assertThat(other.cookie("session")).isNotEmpty().isNotEqualTo(before);
    HttpResponse<String> elsewhere =
        shown(site.visitor(), device.counting(4), "https://evil.example/");
    assertThat(elsewhere.headers().firstValue("Location").orElseThrow()).endsWith("/en");
  }

  @Test
  void anAnswerCountsOnceAndForWhatWasAskedAlone() throws Exception {
    site.invite("once@example.org", "delegate", "XAA");
    Visitor once = site.arrive("once@example.org");
    SoftwareAuthenticator device = added(once, "Key");
    Visitor visitor = site.visitor();
    String answer = device.counting(2).show(asked(visitor));
    assertThat(send(visitor, answer).statusCode()).isEqualTo(302);
    for (Visitor replaying : List.of(visitor, site.visitor())) {
      HttpResponse<String> replayed = send(replaying, answer);
      assertThat(replayed.statusCode()).isEqualTo(422);
      assertThat(replayed.body()).contains("was answered already");
    }

    String late = device.counting(3).show(asked(visitor));
    site.jdbc().sql("update access.challenge set expires_at = now() - interval '1 s'").update();
    assertThat(send(visitor, late).body()).contains("more than 5 minutes old");
    String toAdd = once.sendByScript("/en/account/passkeys/options", "").body();
    assertThat(send(visitor, device.show(toAdd)).body())
        .as("what is asked to add a passkey lets nobody in")
        .contains("was answered already");
    assertThat(send(visitor, device.show("{\"challenge\":\"b3du\"}")).statusCode())
        .as("a challenge of the sender's own")
        .isEqualTo(422);
    // What was refused is not asked a second time either.
    String wrong = device.at("https://evil.example").show(asked(visitor));
    assertThat(send(visitor, wrong).body()).contains("was not accepted");
    assertThat(send(visitor, wrong).body()).contains("was answered already");
  }

  @Test
  void nothingElseLetsAnybodyIn() throws Exception {
    site.invite("strict@example.org", "delegate", "XAA");
    SoftwareAuthenticator device = added(site.arrive("strict@example.org"), "Key").counting(7);
    Visitor visitor = site.visitor();
    assertThat(shown(visitor, device, "").statusCode()).isEqualTo(302);
    byte[] own = device.handle();

    refused(device.counting(7), "used as often as before: a copy");
    refused(device.counting(0), "does not count any more");
    device.counting(8);
    refused(device.at("http://evil.example"), "the page of another site");
    refused(device.at(origin.replace("http:", "https:")), "another scheme");
    refused(device.at("http://localhost:1"), "another port");
    device.at(origin);
    refused(device.forDomain("evil.example"), "the passkey of another domain");
    device.forDomain("localhost");
    refused(device.verifying(false), "nobody was verified");
    device.verifying(true);
    refused(device.of("other".getBytes(StandardCharsets.UTF_8)), "as another account");
    refused(device.of(new byte[0]), "as no account");
    device.of(own);
    String answer = device.show(asked(visitor));
    String broken = answer.replaceFirst("\"signature\":\"MEU?C?I?", "\"signature\":\"AAAA");
    assertThat(broken).isNotEqualTo(answer);
    assertThat(send(visitor, broken).statusCode()).as("a wrong signature").isEqualTo(422);
    for (String nonsense :
        List.of("{}", "[]", "null", "x", "{\"response\":{}}", "x".repeat(70_000))) {
      assertThat(send(visitor, nonsense).statusCode()).as(nonsense).isEqualTo(422);
    }
    assertThat(send(visitor, "").body())
        .as("a browser without scripts")
        .contains("Passkeys need JavaScript, and this browser does not run it here");
    assertThat(shown(visitor, device, "").statusCode())
        .as("and still the right one")
        .isEqualTo(302);

    site.jdbc()
        .sql("update access.account set disabled_at = now() where email = 'strict@example.org'")
        .update();
    assertThat(shown(site.visitor(), device.counting(9), "").body())
        .as("a closed account")
        .contains("is not known here");
  }

  @Test
  void aRemovedPasskeyLetsNobodyInAndTheLastWayInStays() throws Exception {
    site.invite("owner@example.org", "delegate", "XAA");
    site.invite("stranger@example.org", "delegate", "XAA");
    Visitor owner = site.arrive("owner@example.org");
    Visitor stranger = site.arrive("stranger@example.org");
    SoftwareAuthenticator device = added(owner, "Old telephone");
    String id = id(owner, "Old telephone");

    stranger.send("/en/account/passkeys/rename", "id", id, "name", "Mine now");
    stranger.send("/en/account/passkeys/remove", "id", id);
    assertThat(owner.read("/en/account").body()).contains("value=\"Old telephone\"");
    owner.send("/en/account/passkeys/rename", "id", id, "name", "Red telephone");
    assertThat(owner.read("/en/account").body()).contains("value=\"Red telephone\"");
    HttpResponse<String> nameless = owner.send("/en/account/passkeys/rename", "id", id);
    assertThat(nameless.statusCode()).isEqualTo(422);
    assertThat(nameless.body()).contains("a name of 1 to 100 characters");

    site.jdbc()
        .sql("update access.account set password = null where email = 'owner@example.org'")
        .update();
    HttpResponse<String> last = owner.send("/en/account/passkeys/remove", "id", id);
    assertThat(last.statusCode()).isEqualTo(409);
    assertThat(last.body()).contains("the only way into your account");
    assertThat(owner.send("/en/account/password", "password", "nine geese at noon").statusCode())
        .isEqualTo(302);
    assertThat(owner.send("/en/account/passkeys/remove", "id", id).statusCode()).isEqualTo(302);
    HttpResponse<String> gone = shown(site.visitor(), device.counting(2), "");
    assertThat(gone.statusCode()).isEqualTo(422);
    assertThat(gone.body()).contains("This passkey is not known here. It may have been removed.");
  }

  @Test
  void waysInAreAddedAndRemovedSoonAfterASignInAlone() throws Exception {
    site.invite("away@example.org", "delegate", "XAA");
    Visitor away = site.arrive("away@example.org");
    SoftwareAuthenticator device = added(away, "Laptop");
    String id = id(away, "Laptop");
    String options = away.sendByScript("/en/account/passkeys/options", "").body();
    String answer = new SoftwareAuthenticator(origin).make(options);
    site.letTimePass("away@example.org");

    String page = away.read("/en/account").body();
    assertThat(page)
        .contains("/en/sign-in?next=%2Fen%2Faccount", "Sign in again")
        .doesNotContain("/account/passkeys/remove", "data-passkey=\"create\"");
    HttpResponse<String> asked = away.sendByScript("/en/account/passkeys/options", "");
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("ACC-016", "more than ten minutes ago");
    for (HttpResponse<String> late :
        List.of(
            away.send("/en/account/passkeys", "name", "Thief's", "credential", answer),
            away.send("/en/account/passkeys/remove", "id", id),
            away.send("/en/account/authenticator/remove"))) {
      assertThat(late.statusCode()).isEqualTo(422);
      assertThat(late.body()).contains("You signed in more than ten minutes ago.");
    }
    site.jdbc()
        .sql("update access.account set password = null where email = 'away@example.org'")
        .update();
    assertThat(away.send("/en/account/password", "password", "nine geese at noon").statusCode())
        .as("no password for an account that had none")
        .isEqualTo(422);
    assertThat(away.read("/en/second-factor").headers().firstValue("Location").orElseThrow())
        .as("no authenticator either")
        .contains("/en/sign-in?next=%2Fen%2Fsecond-factor");
    assertThat(shown(away, device.counting(2), "/en/account").statusCode()).isEqualTo(302);
    assertThat(away.read("/en/second-factor").body()).contains("secret=");
    assertThat(away.send("/en/account/passkeys", "name", "New", "credential", answer).statusCode())
        .isEqualTo(302);
    assertThat(
            site.jdbc()
                .sql(
                    "select string_agg(name, ', ' order by id) from access.passkey where account = :account")
                .param("account", site.account("away@example.org"))
                .query(String.class)
                .single())
        .isEqualTo("Laptop, New");
  }

  @Test
  void aDeviceIsAddedOnceWithAVerifiedUserAndToOneAccount() throws Exception {
    site.invite("adding@example.org", "delegate", "XAA");
    Visitor adding = site.arrive("adding@example.org");
    SoftwareAuthenticator device = added(adding, "Key");
    String again = adding.sendByScript("/en/account/passkeys/options", "").body();
    assertThat(again).contains("\"excludeCredentials\":[{", "\"userVerification\":\"required\"");
    HttpResponse<String> twice =
        adding.send("/en/account/passkeys", "name", "Key 2", "credential", device.make(again));
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("holds a passkey for your account already");

    SoftwareAuthenticator careless = new SoftwareAuthenticator(origin).verifying(false);
    assertThat(add(adding, careless, "Careless").body()).contains("was not accepted");
    SoftwareAuthenticator lured = new SoftwareAuthenticator("https://evil.example");
    assertThat(add(adding, lured, "Lured").body()).contains("Open " + origin);
    site.invite("victim@example.org", "delegate", "XAA");
    Visitor victim = site.arrive("victim@example.org");
    String own = adding.sendByScript("/en/account/passkeys/options", "").body();
    HttpResponse<String> planted =
        victim.send(
            "/en/account/passkeys",
            "name",
            "Planted",
            "credential",
            new SoftwareAuthenticator(origin).make(own));
    assertThat(planted.body()).as("asked for another account").contains("was answered already");
    assertThat(site.visitor().sendByScript("/en/account/passkeys/options", "").statusCode())
        .isEqualTo(401);
  }

  @Test
  void atAnotherAddressThePageSaysWherePasskeysWork() throws Exception {
    String page = site.visitor().read("/en/sign-in").body();
    assertThat(page)
        .contains("Passkeys work at this address alone:", "href=\"" + origin + "/\"")
        .doesNotContain("/assets/passkey-");
    assertThat(site.visitor().read(origin + "/en/sign-in").body())
        .contains("Sign in with a passkey", "/assets/passkey-", "a browser that runs JavaScript");
  }

  private static SoftwareAuthenticator added(Visitor visitor, String name) throws Exception {
    SoftwareAuthenticator device = new SoftwareAuthenticator(origin);
    assertThat(add(visitor, device, name).statusCode()).isEqualTo(302);
    return device.counting(2);
  }

  private static HttpResponse<String> add(
      Visitor visitor, SoftwareAuthenticator device, String name) throws Exception {
    String options = visitor.sendByScript("/en/account/passkeys/options", "").body();
    return visitor.send("/en/account/passkeys", "name", name, "credential", device.make(options));
  }

  private static String asked(Visitor visitor) throws Exception {
    return visitor.sendByScript("/en/sign-in/passkey/options", "").body();
  }

  private static HttpResponse<String> shown(
      Visitor visitor, SoftwareAuthenticator device, String next) throws Exception {
    String answer = device.show(asked(visitor));
    return visitor.send("/en/sign-in/passkey", "credential", answer, "next", next);
  }

  private static HttpResponse<String> send(Visitor visitor, String answer) throws Exception {
    return visitor.send("/en/sign-in/passkey", "credential", answer);
  }

  private static void refused(SoftwareAuthenticator device, String why) throws Exception {
    Visitor visitor = site.visitor();
    HttpResponse<String> answer = shown(visitor, device, "");
    assertThat(answer.statusCode()).as(why).isEqualTo(422);
    assertThat(answer.body()).as(why).contains("The passkey was not accepted. Open " + origin);
    assertThat(visitor.cookie("session")).as(why).isEmpty();
  }

  /// The number of a passkey on the page of the account.
  private static String id(Visitor visitor, String name) throws Exception {
    Matcher row =
        Pattern.compile("id=\"name-(\\d+)\"[^>]*value=\"" + name + "\"")
            .matcher(visitor.read("/en/account").body());
    assertThat(row.find()).isTrue();
    return row.group(1);
  }
}
