package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.record.RecordAudit;
import vallarta.compact.review.voice.Pledged;

/// One review: the secretariat draws what is declared done, reviewers who do not see each other
/// assess it, and what they recommend is published as the beginning of the next cycle.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class F02_OneReview {

  private record Task(String ref, String commitment, String email) {}

  private static RunningDemonstration site;
  private static Visitor secretariat;
  private static Visitor reader;
  private static String review;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    secretariat = Visitor.as(site, "secretariat@example.org");
    reader = Visitor.of(site);
  }

  @Test
  @Order(1)
  void theSecretariatDrawsByRiskAndEverybodySeesHow() throws Exception {
    String[] plan = {
      "name", "A review of the journey",
      "language", "en",
      "year", "2026",
      "size", "1",
      "seed", "7"
    };
    assertThat(reader.send("/en/reviews/new", plan).statusCode()).isEqualTo(401);
    String path = Pledged.place(secretariat.send("/en/reviews/new", plan));
    review = path.substring(path.lastIndexOf('/') + 1);
    assertThat(reader.read(path).body()).contains("A review of the journey", "1 commitment drawn");
  }

  @Test
  @Order(2)
  void twoReviewersAssessAndNeitherSeesTheOther() throws Exception {
    List<Task> tasks = tasks();
    assertThat(tasks).hasSize(2);
    for (Task task : tasks) {
      Visitor reviewer = Visitor.as(site, task.email());
      assertThat(reviewer.read("/en/reviews/mine").body()).contains(task.commitment());
      assertThat(reviewer.read("/en/commitments/" + task.commitment()).body())
          .doesNotContain("What the journey saw");
      HttpResponse<String> answer =
          reviewer.send(
              "/en/reviews/mine/" + task.ref(),
              "verdict",
              "partly-kept",
              "language",
              "en",
              "reasons",
              "What the journey saw by " + task.ref(),
              "recommendation",
              "The State should publish what the journey missed.");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }
  }

  @Test
  @Order(3)
  void whatTheyFoundIsPublishedWithoutTheirNames() throws Exception {
    String path = "/en/reviews/" + review;
    assertThat(secretariat.send(path + "/publish").statusCode()).isEqualTo(302);
    String page = reader.read(path).body();
    assertThat(page)
        .contains("Partly kept", "What the journey saw", "what the journey missed")
        .doesNotContain("@example.org");
    String commitment = tasks().getFirst().commitment();
    assertThat(reader.read("/es/commitments/" + commitment + "/voices").body())
        .contains("What the journey saw");
    assertThat(reader.read("/en/thread/" + commitment + "/whole").body()).contains("FN-");
    assertThat(reader.read("/en/changes").body()).contains("Finding");
    assertThat(reader.read("/en/scorecard/assessed.csv").body()).contains(commitment);
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  /// Who is asked to assess what; nobody sees it on a page.
  private static List<Task> tasks() {
    return site.bean(JdbcClient.class)
        .sql(
            """
            select 'AS-' || s.id, 'CM-' || s.commitment, p.email
            from review.assessment s join participation.person p on p.account = s.reviewer
            where 'RV-' || s.review = :review and s.state <> 'recused' order by s.id
            """)
        .param("review", review)
        .query((row, n) -> new Task(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }
}
