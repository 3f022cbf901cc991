package vallarta.compact.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.UriComponentsBuilder;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;
import vallarta.testkit.provider.ProviderProcess;
import vallarta.testkit.provider.ProviderServer;

/// People come in by the word of a provider that runs in a process of its own and asks for proof of
/// PKCE, all over real HTTP.
class ProviderIT {

  @TempDir private static Path folder;

  private static InvitedSite site;
  private static ProviderProcess provider;
  private static String issuer;
  private static String issuerAway;

  @BeforeAll
  static void open() throws Exception {
    issuer = ProviderProcess.issuer();
    issuerAway = ProviderProcess.issuer();
    Map<String, Object> settings = new HashMap<>(Map.of("vallarta.limits.factor", 1000));
    known(settings, "site", issuer, "Ministry", ProviderServer.secret("site"));
    settings.put("vallarta.sign-in.providers.site.two-factors", "mfa");
    known(settings, "public", issuer, "Ministry without a secret", "");
    known(settings, "asking", issuer, "Ministry that asks", ProviderServer.secret("asking"));
    known(settings, "away", issuerAway, "Institute", ProviderServer.secret("away"));
    known(settings, "broken", "ftp://nowhere", "Written wrongly", "");
    // The site starts while nobody answers for any of them.
    site = InvitedSite.open(folder, settings);
    provider = ProviderProcess.start(issuer, at(""));
  }

  @AfterAll
  static void close() {
    provider.close();
    site.close();
  }

  @Test
  void whoIsInvitedComesInByAVerifiedAddressAndIsKnownAgainWithoutIt() throws Exception {
    site.invite("anna@example.org", "delegate", "XAA");
    site.invite("heir@example.org", "delegate", "XAA");
    Traveller anna = Traveller.to(site);
    String asked = anna.leave("site", "/en/meetings?x=1");
    assertThat(asked).startsWith(issuer + "/oauth2/authorize?");
    assertThat(
            UriComponentsBuilder.fromUriString(asked).build().getQueryParams().toSingleValueMap())
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("scope", "openid%20email")
        .containsKeys("code_challenge", "nonce", "state");
    String before = anna.browser().cookie("session");
    HttpResponse<String> in = anna.follow(anna.signIn(asked, "anna@example.org"));
    assertThat(in.uri()).hasToString(at("/en/meetings?x=1"));
    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(anna.browser().cookie("session")).as("a new id").isNotEmpty().isNotEqualTo(before);
    assertThat(anna.browser().read("/en/account").body())
        .contains("anna@example.org", "<bdi>Ministry</bdi>", "Linked ")
        .contains("This is the only way into your account");

    // She has another address now, and somebody else has hers.
    Traveller renamed = Traveller.to(site);
    renamed.come("site", "anna@example.org>heir@example.org");
    assertThat(renamed.browser().read("/en/account").body()).contains("anna@example.org");
    Traveller heir = Traveller.to(site);
    HttpResponse<String> refused = heir.come("site", "other@example.org>anna@example.org");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("do not belong together");
    assertThat(heir.browser().read("/en/account").statusCode()).isEqualTo(302);
  }

  @Test
  void nobodyElseComesInAndNoAccountIsOpened() throws Exception {
    for (String email :
        List.of("unverified-vera@example.org", "nameless-nils@example.org", "backer@example.org")) {
      site.invite(email, "delegate", "XAA");
    }
    site.invite("closed@example.org", "delegate", "XAA");
    site.jdbc()
        .sql("update access.account set disabled_at = now() where email = 'closed@example.org'")
        .update();
    site.server().bean(Accounts.class).open("uninvited@example.org", Language.EN);
    long accounts = accounts();
    Map<String, String> refusals = new LinkedHashMap<>();
    refusals.put("stranger@example.org", "no account here has the address that it gave");
    refusals.put("uninvited@example.org", "Accounts are given by invitation");
    refusals.put("closed@example.org", "no account here has the address that it gave");
    // The Kelvin sign, of which a database takes k for the small letter.
    refusals.put("x>bac\u212aer@example.org", "no account here has the address that it gave");
    refusals.put("unverified-vera@example.org", "does not say that it has verified your address");
    refusals.put("nameless-nils@example.org", "does not say that it has verified your address");
    for (Map.Entry<String, String> refusal : refusals.entrySet()) {
      Traveller traveller = Traveller.to(site);
      HttpResponse<String> answer = traveller.come("site", refusal.getKey());
      assertThat(answer.statusCode()).as(refusal.getKey()).isEqualTo(403);
      assertThat(answer.body())
          .as(refusal.getKey())
          .contains("<h1>Sign in</h1>", "Ministry", refusal.getValue());
      assertThat(traveller.browser().read("/en/account").statusCode())
          .as(refusal.getKey())
          .isEqualTo(302);
    }
    assertThat(accounts()).isEqualTo(accounts);
  }

  @Test
  void onlyTheBrowserThatLeftComesBackOnceAndInTime() throws Exception {
    site.invite("careful@example.org", "delegate", "XAA");
    Traveller careful = Traveller.to(site);
    String spare = code(careful.signIn(careful.leave("site", ""), "careful@example.org"));
    String back = careful.signIn(careful.leave("site", ""), "careful@example.org");
    Traveller thief = Traveller.to(site);
    thief.leave("site", "");
    for (String wrong :
        List.of(
            back.replaceFirst("state=[^&]+", "state=en.AAAA"),
            back.replaceFirst("&?state=[^&]+", ""),
            back.replaceFirst("\\?.*", ""))) {
      HttpResponse<String> refused = careful.follow(wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
      assertThat(refused.body()).as(wrong).contains("was not begun in this browser");
    }
    for (Traveller another : List.of(thief, Traveller.to(site))) {
      assertThat(another.follow(back).body()).contains("was not begun in this browser");
    }
    HttpResponse<String> injected = careful.follow(back.replace(code(back), spare));
    assertThat(injected.statusCode()).as("the code of another visit").isEqualTo(502);
    assertThat(injected.body()).contains("The answer of Ministry was not accepted");
    assertThat(careful.follow(back).body()).as("again").contains("was finished already");

    String other = careful.signIn(careful.leave("site", ""), "careful@example.org");
    assertThat(careful.follow(other.replace("/provider/site", "/provider/public")).body())
        .as("with the answer of another provider")
        .contains("was not begun in this browser");
    String mixed = careful.signIn(careful.leave("site", ""), "careful@example.org");
    assertThat(careful.follow(mixed + "&iss=https%3A%2F%2Fevil.example").body())
        .contains("The answer of Ministry was not accepted");
    assertThat(careful.browser().read("/en/account").statusCode()).isEqualTo(302);

    HttpResponse<String> in =
        careful.follow(
            careful.signIn(careful.leave("site", "https://evil.example/"), "careful@example.org"));
    assertThat(in.uri()).hasToString(at("/en"));
    assertThat(careful.browser().read("/en/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aWordThatIsNotForThisVisitOrNotForNowIsNotTaken() throws Exception {
    Map<String, String> refusals =
        Map.of(
            "late-lea@example.org", "disagree about what time it is",
            "early-eva@example.org", "disagree about what time it is",
            "nonce-nora@example.org", "The answer of Ministry was not accepted");
    for (Map.Entry<String, String> refusal : refusals.entrySet()) {
      site.invite(refusal.getKey(), "delegate", "XAA");
      Traveller traveller = Traveller.to(site);
      HttpResponse<String> answer = traveller.come("site", refusal.getKey());
      assertThat(answer.statusCode()).as(refusal.getKey()).isEqualTo(502);
      assertThat(answer.body()).as(refusal.getKey()).contains(refusal.getValue());
      assertThat(traveller.browser().read("/en/account").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void theProviderAsksForProofAndItsErrorsAreToldPlainly() throws Exception {
    site.invite("plain@example.org", "delegate", "XAA");
    Traveller plain = Traveller.to(site);
    String unproved = plain.leave("public", "").replaceFirst("&code_challenge=[^&]+", "");
    HttpResponse<String> refused = plain.follow(plain.signIn(unproved, "plain@example.org"));
    assertThat(refused.statusCode()).as("it refuses who sends no challenge").isEqualTo(502);
    assertThat(refused.body()).contains("could not answer this request");
    assertThat(plain.come("public", "plain@example.org").statusCode())
        .as("a public client proves itself by PKCE alone")
        .isEqualTo(200);
    assertThat(plain.browser().read("/en/account").body()).contains("plain@example.org");

    Traveller denying = Traveller.to(site);
    HttpResponse<String> denied =
        denying.follow(
            denying.signIn(denying.leave("asking", "/en/record"), "plain@example.org", false));
    assertThat(denied.statusCode()).isEqualTo(422);
    assertThat(denied.body())
        .contains("Ministry that asks did not vouch for you, because you cancelled")
        .as("where the reader was going is kept")
        .contains("name=\"next\" value=\"/en/record\"")
        .doesNotContain("access_denied", "Exception");
    String error = denying.leave("site", "").replaceFirst(".*[?&]state=([^&]+).*", "$1");
    assertThat(
            denying.follow(at("/sign-in/provider/site?error=%3Cscript%3E&state=" + error)).body())
        .contains("could not answer this request")
        .doesNotContain("<script>");
    assertThat(denying.browser().read("/fr/sign-in/provider/nobody?state=x").statusCode())
        .isEqualTo(404);
    assertThat(denying.follow(at("/sign-in/provider/site?state=fr.x")).uri())
        .as("in the language of the visit")
        .hasToString(at("/fr/sign-in/provider/site?state=fr.x"));
  }

  @Test
  void anAddressIsAlsoTakenFromWhereTheProviderTellsOfPersons() throws Exception {
    site.invite("quiet-quin@example.org", "delegate", "XAA");
    Traveller quin = Traveller.to(site);
    assertThat(quin.come("site", "quiet-quin@example.org").statusCode()).isEqualTo(200);
    assertThat(quin.browser().read("/en/account").body()).contains("quiet-quin@example.org");
  }

  @Test
  void itIsOneFactorUnlessTheProviderSaysTwoAndIsBelieved() throws Exception {
    site.invite("single@example.org", "secretariat", "sec");
    site.invite("twofold-tom@example.org", "secretariat", "sec");
    Traveller single = Traveller.to(site);
    single.come("site", "single@example.org");
    HttpResponse<String> held = single.browser().read("/en/meetings/new");
    assertThat(held.headers().firstValue("Location").orElseThrow()).contains("/second-factor");
    assertThat(
            single
                .browser()
                .send("/en/account/password", "password", "nine geese at noon")
                .statusCode())
        .isEqualTo(302);
    single
        .browser()
        .send("/en/sign-in", "email", "single@example.org", "password", "nine geese at noon");
    assertThat(single.browser().read("/en/meetings/new").statusCode())
        .as("a password does not make two of it")
        .isEqualTo(302);

    Traveller tom = Traveller.to(site);
    tom.come("site", "twofold-tom@example.org");
    assertThat(tom.browser().read("/en/meetings/new").statusCode()).isEqualTo(200);
    Traveller doubted = Traveller.to(site);
    doubted.come("public", "twofold-tom@example.org");
    assertThat(doubted.browser().read("/en/meetings/new").statusCode())
        .as("where its word is not trusted")
        .isEqualTo(302);

    Traveller guarded = Traveller.to(site);
    guarded.come("site", "single@example.org");
    guarded.browser().setUpSecondFactor();
    assertThat(guarded.browser().read("/en/meetings/new").statusCode()).isEqualTo(200);
    Traveller half = Traveller.to(site);
    assertThat(half.come("site", "single@example.org").uri().getPath())
        .isEqualTo("/en/second-factor");
    assertThat(half.browser().read("/en/account").statusCode()).isEqualTo(302);
  }

  @Test
  void itIsLinkedAndUnlinkedOnThePageOfTheAccount() throws Exception {
    site.invite("owner@example.org", "delegate", "XAA");
    site.invite("rival@example.org", "delegate", "XAA");
    Visitor owner = site.arrive("owner@example.org");
    Traveller linking = Traveller.of(site, owner);
    HttpResponse<String> linked =
        linking.follow(linking.signIn(linking.leaveToLink("site"), "private@elsewhere.example"));
    assertThat(linked.uri()).hasToString(at("/en/account"));
    assertThat(linked.body()).contains("Linked ", "account/providers/unlink");
    Traveller later = Traveller.to(site);
    later.come("site", "private@elsewhere.example");
    assertThat(later.browser().read("/en/account").body()).contains("owner@example.org");

    Traveller rival = Traveller.of(site, site.arrive("rival@example.org"));
    HttpResponse<String> taken =
        rival.follow(rival.signIn(rival.leaveToLink("site"), "private@elsewhere.example"));
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body()).contains("<h1>Your account</h1>", "do not belong together");

    String id = link(owner);
    rival.browser().send("/en/account/providers/unlink", "id", id);
    site.letTimePass("owner@example.org");
    assertThat(owner.read("/en/account").body()).doesNotContain("account/providers/unlink\"><but");
    assertThat(owner.send("/en/account/providers/unlink", "id", id).body())
        .contains("You signed in more than ten minutes ago");
    assertThat(owner.send("/en/account/providers/link", "name", "site").statusCode())
        .isEqualTo(422);
    owner.send("/en/sign-in", "email", "owner@example.org", "password", InvitedSite.PASSWORD);
    site.jdbc()
        .sql("update access.account set password = null where email = 'owner@example.org'")
        .update();
    assertThat(owner.send("/en/account/providers/unlink", "id", id).statusCode())
        .as("the only way in")
        .isEqualTo(409);
    owner.send("/en/account/password", "password", "nine geese at noon");
    assertThat(owner.send("/en/account/providers/unlink", "id", id).statusCode()).isEqualTo(302);
    for (String name : List.of("private@elsewhere.example", "owner@example.org")) {
      Traveller gone = Traveller.to(site);
      gone.come("site", name);
      assertThat(gone.browser().read("/en/account").statusCode()).as(name).isEqualTo(302);
    }
    Traveller anew = Traveller.of(site, owner);
    anew.follow(anew.signIn(anew.leaveToLink("site"), "private@elsewhere.example"));
    assertThat(owner.read("/en/account").body()).contains("Linked ");
  }

  @Test
  void aVisitToLinkEndsWithTheSession() throws Exception {
    site.invite("leaver@example.org", "delegate", "XAA");
    Traveller leaver = Traveller.of(site, site.arrive("leaver@example.org"));
    String back = leaver.signIn(leaver.leaveToLink("site"), "leaver@example.org");
    leaver.browser().send("/en/sign-out");
    assertThat(leaver.follow(back).body()).contains("was not begun in this browser");
    assertThat(site.visitor().send("/en/account/providers/link", "name", "site").statusCode())
        .isEqualTo(401);
  }

  @Test
  void signingOutLeadsToTheProviderWhichForgetsTheBrowserToo() throws Exception {
    site.invite("out@example.org", "delegate", "XAA");
    Traveller out = Traveller.to(site);
    out.come("site", "out@example.org");
    HttpResponse<String> page = out.browser().send("/en/sign-out");
    assertThat(page.body())
        .contains("<h1>You are signed out</h1>", "You are being led to Ministry")
        .contains("<a href=\"/en/sign-in?next=");
    String exit = Traveller.led(page);
    assertThat(exit).startsWith(issuer).contains("id_token_hint=ey", "client_id=site");
    assertThat(out.signIn(exit, "")).isEqualTo(at("/"));
    assertThat(out.browser().read("/en/account").statusCode()).isEqualTo(302);
    HttpResponse<String> asked = out.browser().read(out.leave("site", ""));
    assertThat(asked.headers().firstValue("Location").orElseThrow()).endsWith("/login");
  }

  @Test
  void aProviderThatIsAwayKeepsNobodyFromTheOtherWays() throws Exception {
    site.invite("patient@example.org", "delegate", "XAA");
    site.arrive("patient@example.org");
    Visitor patient = site.visitor();
    assertThat(patient.read("/en/sign-in").body())
        .contains("Sign in with Institute")
        .as("what is written wrongly is not offered")
        .doesNotContain("Written wrongly");
    HttpResponse<String> away = patient.send("/en/sign-in/provider/away", "next", "/en/record");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body())
        .contains("Institute does not answer at the moment", "name=\"next\" value=\"/en/record\"")
        .doesNotContain("Exception");
    assertThat(
            patient
                .send(
                    "/en/sign-in", "email", "patient@example.org", "password", InvitedSite.PASSWORD)
                .statusCode())
        .isEqualTo(302);

    // It comes up, vouches, and is gone before the site asks for more.
    Traveller traveller = Traveller.to(site);
    String back;
    try (ProviderProcess institute = ProviderProcess.start(issuerAway, at(""))) {
      back = traveller.signIn(traveller.leave("away", ""), "patient@example.org");
    }
    HttpResponse<String> gone = traveller.follow(back);
    assertThat(gone.statusCode()).isEqualTo(503);
    assertThat(gone.body()).contains("Institute does not answer at the moment");
  }

  private static void known(
      Map<String, Object> settings, String name, String issuer, String label, String secret) {
    String at = "vallarta.sign-in.providers." + name + ".";
    settings.put(at + "issuer", issuer);
    settings.put(at + "client-id", name);
    settings.put(at + "client-secret", secret);
    settings.put(at + "label", label);
  }

  /// The number of the link on the page of the account.
  private static String link(Visitor visitor) throws Exception {
    Matcher row =
        Pattern.compile("providers/unlink\"><input type=\"hidden\" name=\"id\" value=\"(\\d+)\"")
            .matcher(visitor.read("/en/account").body());
    assertThat(row.find()).isTrue();
    return row.group(1);
  }

  private static String code(String address) {
    return address.replaceFirst(".*[?&]code=([^&]+).*", "$1");
  }

  private static long accounts() {
    return site.jdbc().sql("select count(*) from access.account").query(Long.class).single();
  }

  private static String at(String path) {
    String root = site.server().address("").toString();
    return root + path;
  }
}
