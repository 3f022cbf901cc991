package vallarta.compact.commitment.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.CommitmentRegister;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.record.PublicRecord;

/// Many commitments changed together: by whoever may, seen first, in one transaction, whole or not
/// at all, each with its version and its act.
class BatchIT {

  private static final String WORK = "/en/commitments/work";

  private static RunningDemonstration site;
  private static Visitor ferrenland;
  private static Visitor secretariat;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    ferrenland = Visitor.as(site, "ferrenland@example.org");
    secretariat = Visitor.as(site, "secretariat@example.org");
  }

  @Test
  void theOwnerChangesAllThatMatchAfterSeeingWhatWould() throws Exception {
    String word = word();
    List<Long> ids = make("XFL", word, 3, true);
    String[] fields = {
      "q",
      word,
      "owner",
      "XFL",
      "all",
      "true",
      "expected",
      "3",
      "code",
      "+dimension:local",
      "code",
      "-dimension:national",
      "to-office",
      "Office of Schools",
      "to-schedule",
      "once"
    };
    HttpResponse<String> preview = ferrenland.send(WORK, fields);
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("3 commitments are selected. 3 would change.", "<ins>local");
    assertThat(commitment(ids.getFirst()).version()).isEqualTo(2);
    assertThat(ferrenland.send(WORK, with(fields, "act", "run")).statusCode())
        .as("without a reason")
        .isEqualTo(422);
    String page = run(ferrenland, with(fields, "act", "run", "reason", "A new ministry"));
    assertThat(ended(ferrenland, page)).contains("3 commitments were changed", "A new ministry");
    for (long id : ids) {
      Commitment it = commitment(id);
      assertThat(it.told().dimensions()).containsExactly("local");
      assertThat(it.told().office()).isEqualTo("Office of Schools");
      assertThat(it.told().schedule()).isEqualTo(Schedule.ONCE);
      assertThat(it.version()).isEqualTo(3);
      assertThat(site.fetch("/en/commitments/%s/versions".formatted(it.ref())).body())
          .contains("A new ministry");
      assertThat(site.bean(PublicRecord.class).history(it.ref())).hasSize(2);
    }
    assertThat(ferrenland.send(WORK, fields).body()).contains("0 would change");
  }

  @Test
  void boxesChooseSomeAndTheRestStaysAsItIs() throws Exception {
    String word = word();
    List<Long> ids = make("XFL", word, 2, false);
    assertThat(ferrenland.read(WORK + "?tick=page&q=" + word).body())
        .contains("value=\"CM-%d\" checked".formatted(ids.getFirst()))
        .contains("All 2 that match");
    String page =
        run(
            ferrenland,
            "owner",
            "XFL",
            "pick",
            "CM-" + ids.getFirst(),
            "code",
            "+objective:7",
            "set-sdg",
            "10.7",
            "act",
            "run");
    assertThat(ended(ferrenland, page)).contains("1 commitment was changed");
    assertThat(commitment(ids.getFirst()).told().objectives()).containsExactly("7");
    assertThat(commitment(ids.getFirst()).told().sdg()).containsExactly("10.7");
    assertThat(commitment(ids.getLast()).version()).isEqualTo(1);
  }

  @Test
  void theSecretariatChangesCodesOfWhatIsPublishedAndNothingElse() throws Exception {
    String word = word();
    List<Long> published = make("XOB", word, 2, true);
    List<Long> drafts = make("XOB", word, 2, false);
    assertThat(secretariat.read(WORK + "?q=" + word).body())
        .contains("CM-" + published.getFirst())
        .doesNotContain("CM-" + drafts.getFirst());
    String all = "true";
    String page =
        run(
            secretariat,
            "q",
            word,
            "all",
            all,
            "expected",
            "2",
            "code",
            "+theme:education",
            "act",
            "run",
            "reason",
            "Coded by the taxonomy");
    assertThat(ended(secretariat, page)).contains("2 commitments were changed");
    assertThat(commitment(published.getFirst()).told().themes()).contains("education");
    assertThat(commitment(drafts.getFirst()).told().themes()).isEmpty();
    assertThat(
            secretariat
                .send(WORK, "q", word, "all", all, "expected", "2", "to-office", "Ours")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            secretariat
                .send(WORK, "pick", "CM-" + drafts.getFirst(), "code", "+theme:education")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void nobodyChangesWhatIsAnothers() throws Exception {
    long theirs = make("XOB", word(), 1, true).getFirst();
    String pick = "CM-" + theirs;
    HttpResponse<String> refused =
        ferrenland.send(WORK, "owner", "XFL", "pick", pick, "code", "+dimension:local");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("COMM-122", pick);
    assertThat(
            ferrenland
                .send(WORK, "owner", "XOB", "pick", pick, "code", "+dimension:local")
                .statusCode())
        .isEqualTo(403);
    String word = word();
    long published = make("XFL", word, 1, true).getFirst();
    assertThat(
            Visitor.as(site, "ferrenland2@example.org")
                .send(WORK, "owner", "XFL", "pick", "CM-" + published, "code", "+dimension:local")
                .statusCode())
        .as("an alternate drafts, and binds nobody")
        .isEqualTo(403);
  }

  @Test
  void whatIsWrongIsToldAndNothingRuns() throws Exception {
    String word = word();
    String pick = "CM-" + make("XFL", word, 1, false).getFirst();
    assertThat(ferrenland.send(WORK, "owner", "XFL", "pick", pick).body())
        .contains("Choose what is to be set");
    assertThat(ferrenland.send(WORK, "owner", "XFL", "pick", pick, "set-sdg", "99.9").statusCode())
        .isEqualTo(422);
    assertThat(
            ferrenland
                .send(WORK, "owner", "XFL", "pick", pick, "to-obligation", "an oath")
                .statusCode())
        .isEqualTo(422);
    assertThat(
            ferrenland
                .send(WORK, "owner", "XFL", "pick", pick, "code", "+dimension:nowhere")
                .statusCode())
        .isEqualTo(422);
    assertThat(ferrenland.send(WORK, "owner", "XFL", "code", "+dimension:local").body())
        .contains("COMM-123");
    HttpResponse<String> moved =
        ferrenland.send(
            WORK,
            "q",
            word,
            "owner",
            "XFL",
            "all",
            "true",
            "expected",
            "7",
            "code",
            "+dimension:local");
    assertThat(moved.statusCode()).isEqualTo(409);
    assertThat(moved.body()).contains("COMM-121");
  }

  @Test
  void aBatchIsSeenByItsOwnerAndTheSecretariatAlone() throws Exception {
    long id = make("XFL", word(), 1, false).getFirst();
    String page =
        run(
            ferrenland,
            "owner",
            "XFL",
            "pick",
            "CM-" + id,
            "code",
            "+dimension:local",
            "act",
            "run");
    ended(ferrenland, page);
    assertThat(Visitor.as(site, "ombarra@example.org").read(page).statusCode()).isEqualTo(404);
    assertThat(secretariat.read(page).statusCode()).isEqualTo(200);
    assertThat(Visitor.of(site).read(page).statusCode()).isEqualTo(302);
  }

  @Test
  void aViewIsKeptForWhoeverKeepsItAndNobodyElse() throws Exception {
    String name = "Schools & <local> " + word();
    assertThat(
            ferrenland
                .send("/en/commitments/views", "name", name, "dimension", "local", "q", "a & b")
                .statusCode())
        .isEqualTo(302);
    String body = ferrenland.read(WORK).body();
    assertThat(body).contains("Schools &amp; &lt;local>", "q=a%20%26%20b&amp;dimension=local");
    assertThat(secretariat.read(WORK).body()).doesNotContain(name.substring(name.length() - 8));
    long id =
        site.bean(JdbcClient.class)
            .sql("select id from commitment.saved_view where name = :name")
            .param("name", name)
            .query(Long.class)
            .single();
    secretariat.send("/en/commitments/views/%d/remove".formatted(id));
    assertThat(ferrenland.read(WORK).body()).contains("Schools &amp; &lt;local>");
    ferrenland.send("/en/commitments/views/%d/remove".formatted(id));
    assertThat(ferrenland.read(WORK).body()).doesNotContain("Schools &amp; &lt;local>");
    assertThat(ferrenland.send("/en/commitments/views", "name", " ").statusCode()).isEqualTo(422);
  }

  private static String run(Visitor who, String... fields) throws Exception {
    HttpResponse<String> answer = who.send(WORK, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /// The page of a batch edit once it has ended.
  private static String ended(Visitor who, String page) throws Exception {
    for (int i = 0; i < 600; i++) {
      HttpResponse<String> answer = who.read(page);
      if (answer.headers().firstValue("Refresh").isEmpty()) {
        return answer.body();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it does not end: " + page);
  }

  private static String[] with(String[] fields, String... more) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static List<Long> make(String owner, String word, int count, boolean published) {
    return Made.of(register(), site.bean(TransactionTemplate.class), owner, word, count, published);
  }

  private static CommitmentRegister register() {
    return site.bean(CommitmentRegister.class);
  }

  private static Commitment commitment(long id) {
    return register().list(List.of(id)).getFirst();
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }
}
