package vallarta.compact.review.follow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vallarta.compact.account.News;
import vallarta.compact.cli.Post;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.cli.Visitor;
import vallarta.compact.review.Promised;

/// Whoever follows something hears when anything changes on its thread, by one mail a week or by a
/// feed, and stops it in one click.
class FollowIT {

  private static final String MAIL = "contributor@example.org";

  private static Post post;
  private static RunningServer site;
  private static Promised promised;
  private static Visitor contributor;
  private static Visitor ferrenland;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    post = Post.open();
    Map<String, Object> settings = new HashMap<>(post.settings());
    settings.put("vallarta.demo", true);
    settings.put("vallarta.limits.factor", 1000);
    site = RunningServer.over(folder, settings).demonstrating();
    promised = new Promised(site::bean);
    contributor = as(MAIL);
    ferrenland = as("ferrenland@example.org");
    tellWhatTheDemonstrationBrought();
  }

  @AfterAll
  static void stop() {
    site.close();
    post.close();
  }

  @Test
  void aSubmitterHearsWhenTheCommitmentThatCameFromTheirSentenceMoves() throws Exception {
    String statement = statement(1);
    gather();
    begin(statement);
    String commitment =
        Promised.publish(ferrenland, "XFL", "Lamps on every pier", "sources", statement);
    gather();
    String report = promised.report(commitment, "XFL", "Nine piers are lit");
    promised.parallel(commitment, "en-lantern-children", "Ours is dark");
    gather();
    assertThat(news().tell()).as("the week is not over").isZero();
    aWeekLater();
    assertThat(news().tell()).isEqualTo(1);
    assertThat(news().tell()).as("never an empty one").isZero();
    MimeMessage mail = post.mailTo(MAIL, "4 things have changed");
    assertThat(mail.getContent().toString())
        .contains(
            "What you follow",
            "Commitment %s published: Lamps on every pier".formatted(commitment),
            "Report %s published: Nine piers are lit".formatted(report),
            "from “No report” to “Under way”: Nine piers are lit",
            "Ours is dark",
            "(you follow %s)".formatted(statement),
            "/en/commitments/" + commitment);
    String stop = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
    assertThat(Visitor.of(site).send(Post.path(stop), "List-Unsubscribe", "One-Click").body())
        .contains("Done.");
    promised.finding(commitment, "Found dark");
    gather();
    aWeekLater();
    assertThat(news().tell()).as("all mails are stopped").isZero();
    assertThat(contributor.read("/en/follows").body()).contains("news mails are turned off");
    contributor.send("/en/account/mails", "rhythm", "weekly", "tongue", "en");
    contributor.send("/en/follow/" + statement, "act", "end");
  }

  @Test
  void nobodyIsToldWhoDidNotAskOrEndedIt() throws Exception {
    String statement = statement(2);
    begin(statement);
    assertThat(contributor.read("/en/follows").body())
        .contains("Stop following " + statement, "/en/statements/" + statement);
    assertThat(contributor.read("/en/statements/" + statement).body()).contains("You follow this");
    assertThat(ferrenland.read("/en/statements/" + statement).body()).contains("Follow this");
    contributor.send("/en/follow/" + statement, "act", "end");
    assertThat(contributor.read("/en/follows").body()).doesNotContain("following " + statement);
    Promised.publish(ferrenland, "XFL", "Unheard", "sources", statement);
    gather();
    aWeekLater();
    assertThat(news().tell()).isZero();
  }

  @Test
  void whoeverIsNotSignedInIsLedToTheSignInAndBack() throws Exception {
    HttpResponse<String> answer = Visitor.of(site).read("/en/follow/PT-1");
    assertThat(answer.statusCode()).isIn(302, 303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .contains("/sign-in", "follow");
    assertThat(contributor.read("/en/follow/CM-999999").statusCode()).isEqualTo(404);
    assertThat(contributor.send("/en/follow/CM-999999").body()).contains("REV-400");
  }

  @Test
  void aSubmissionIsFollowedBeforeItIsPublished() throws Exception {
    String waiting =
        promised.one(
            "select 'SU-' || min(id) from consultation.submission where state = 'handed-in'");
    assertThat(site.fetch("/en/submissions/" + waiting).body())
        .contains("/en/follow/" + waiting, ".atom");
    begin(waiting);
    assertThat(contributor.read("/en/follows").body()).contains(waiting);
    contributor.send("/en/follow/" + waiting, "act", "end");
  }

  @Test
  void theFeedOfAnObjectIsAValidOneOfAllThatCameOfIt() throws Exception {
    String statement = statement(3);
    String commitment =
        Promised.publish(ferrenland, "XFL", "Quays <with> ramps & rails", "sources", statement);
    String report = promised.report(commitment, "XFL", "Two ramps");
    promised.logged();
    HttpResponse<String> answer = site.fetch("/en/follow/%s.atom".formatted(statement));
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    Element feed = AtomFeed.valid(answer.body());
    assertThat(answer.body())
        .contains("Quays &lt;with&gt; ramps &amp; rails", "Report " + report, "Two ramps");
    NodeList entries = feed.getElementsByTagName("entry");
    assertThat(entries.getLength()).isEqualTo(3);
    Set<String> known = new HashSet<>();
    for (int i = 0; i < entries.getLength(); i++) {
      known.add(((Element) entries.item(i)).getElementsByTagName("id").item(0).getTextContent());
    }
    assertThat(site.fetch("/ar/follow/%s.atom".formatted(statement)).body())
        .as("an entry is the same in every language")
        .contains(known);
    AtomFeed.valid(site.fetch("/zh/follow/PT-1.atom").body());
    assertThat(site.fetch("/en/follow/S-999999.atom").statusCode()).isEqualTo(404);
  }

  private static void begin(String ref) throws Exception {
    assertThat(contributor.send("/en/follow/" + ref, "act", "begin").statusCode()).isEqualTo(302);
    assertThat(contributor.read("/en/follow/" + ref).body()).contains("You follow " + ref);
  }

  private static void gather() throws Exception {
    promised.logged();
    site.bean(FollowNews.class).gather();
  }

  private static void aWeekLater() {
    site.bean(JdbcClient.class)
        .sql("update access.news set at = at - interval '8 days' where told_at is null")
        .update();
  }

  private static void tellWhatTheDemonstrationBrought() {
    aWeekLater();
    news().tell();
  }

  private static News news() {
    return site.bean(News.class);
  }

  /// A statement that no point keeps, another one for each number.
  private static String statement(int number) {
    return promised.one(
        """
        select 'S-' || s.number from consultation.statement s where not exists (
          select from stocktaking.summary_point k where 'S-' || s.number = any (k.sources))
        order by s.number desc offset %d limit 1
        """
            .formatted(number));
  }

  private static Visitor as(String email) throws Exception {
    Visitor visitor = Visitor.of(site);
    long account =
        site.bean(JdbcClient.class)
            .sql("select id from access.account where email = :email")
            .param("email", email)
            .query(Long.class)
            .single();
    visitor.send("/en/sign-in/as", "account", Long.toString(account));
    return visitor;
  }
}
