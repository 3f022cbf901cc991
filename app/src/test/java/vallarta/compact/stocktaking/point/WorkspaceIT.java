package vallarta.compact.stocktaking.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;

/// Those who serve a session keep its points, without losing any and without writing over each
/// other.
class WorkspaceIT {

  private static final Pattern POINT = Pattern.compile("<li id=\"PT-(\\d+)\">");

  private static RunningDemonstration site;
  private static Visitor rapporteur;
  private static Visitor moderator;

  private SessionOfTest session;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    rapporteur = Visitor.as(site, "rapporteur@example.org");
    moderator = Visitor.as(site, "moderator@example.org");
  }

  @BeforeEach
  void create() {
    session = SessionOfTest.create(site);
  }

  @Test
  void keepsAPointForEachLine() throws Exception {
    capture("Data must be disaggregated\n\n  Return must be dignified \n");
    String page = rapporteur.read(session.workspace()).body();
    assertThat(page).containsSubsequence("Data must be disaggregated", "Return must be dignified");
    assertThat(points()).hasSize(2);
  }

  @Test
  void keepsAPointOnceThatIsSentTwice() throws Exception {
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> sent =
          rapporteur.sendByScript(
              session.workspace(), "0", "capture", key, "text", "One\nTwo", "language", "en");
      assertThat(sent.statusCode()).isEqualTo(200);
      assertThat(sent.body()).contains("Saved ", "Mexico");
    }
    assertThat(points()).hasSize(2);
  }

  @Test
  void showsBothVersionsToWhomeverCameSecond() throws Exception {
    capture("The first wording");
    String id = points().getFirst();
    assertThat(save(moderator, id, "1", "The moderator's wording").statusCode()).isEqualTo(302);
    HttpResponse<String> second = save(rapporteur, id, "1", "The rapporteur's wording");
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(second.body())
        .contains("The moderator's wording", "The rapporteur's wording", "Marek Kovel")
        .doesNotContain("rapporteur%27s");
    assertThat(rapporteur.read(session.workspace()).body())
        .contains("The moderator's wording")
        .doesNotContain("The rapporteur's wording");
    assertThat(save(rapporteur, id, "2", "Both together").statusCode()).isEqualTo(302);
    assertThat(versions(id))
        .containsExactly("The first wording", "The moderator's wording", "Both together");
  }

  @Test
  void tellsAScriptOfAConflictToo() throws Exception {
    capture("A wording");
    String path = session.workspace() + "/" + points().getFirst();
    assertThat(rapporteur.sendByScript(path, "1", "text", "Another", "language", "en").statusCode())
        .isEqualTo(200);
    HttpResponse<String> late =
        moderator.sendByScript(path, "1", "text", "A third", "language", "en");
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("\"version\":2", "Another", "Rosa Iturbe");
    assertThat(rapporteur.send(path, "text", "Blind", "language", "en").statusCode())
        .isEqualTo(428);
  }

  @Test
  void tellsWhoeverMovesOnlyWhatTheySawThatSomebodyElseChangedIt() throws Exception {
    capture("Above\nA wording");
    String id = points().getLast();
    save(moderator, id, "1", "Another wording");
    for (String act : List.of("remove", "restore", "merge", "split")) {
      HttpResponse<String> late =
          rapporteur.send(
              session.workspace() + "/" + id + "/" + act, "seen", "1", "text", "One\nTwo");
      assertThat(late.statusCode()).as(act).isEqualTo(412);
      assertThat(late.body())
          .as(act)
          .contains("STOC-028", "Marek Kovel changed PT-" + id, "Nothing was changed");
    }
    assertThat(points()).hasSize(2);
    assertThat(versions(id)).containsExactly("A wording", "Another wording");
    assertThat(newest(points().getFirst())).isEqualTo("Above");
  }

  @Test
  void losesNoWordAmongTwentyWhoWriteAtOnce() throws Exception {
    capture("0");
    String id = points().getFirst();
    List<Callable<Integer>> editors = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      String mark = "mark-" + i + ".";
      Visitor editor = i % 2 == 0 ? rapporteur : moderator;
      editors.add(() -> add(editor, id, mark));
    }
    try (ExecutorService all = Executors.newFixedThreadPool(20)) {
      for (Future<Integer> done : all.invokeAll(editors)) {
        assertThat(done.get()).isEqualTo(200);
      }
    }
    String text = newest(id);
    for (int i = 1; i <= 20; i++) {
      assertThat(text).containsOnlyOnce("mark-" + i + ".");
    }
    assertThat(versions(id)).hasSize(21);
  }

  @Test
  void ordersMergesSplitsTakesOutAndPutsBack() throws Exception {
    capture("A\nB\nC");
    List<String> ids = points();
    rapporteur.send(session.workspace() + "/" + ids.get(2) + "/move", "to", "up");
    assertThat(points()).containsExactly(ids.get(0), ids.get(2), ids.get(1));
    rapporteur.send(session.workspace() + "/" + ids.get(2) + "/merge", "seen", "1");
    assertThat(points()).containsExactly(ids.get(0), ids.get(1));
    assertThat(newest(ids.get(0))).isEqualTo("A\nC");
    rapporteur.send(
        session.workspace() + "/" + ids.get(0) + "/split", "seen", "2", "text", "A\nC again");
    assertThat(points()).hasSize(3).startsWith(ids.get(0)).endsWith(ids.get(1));
    rapporteur.send(session.workspace() + "/" + ids.get(1) + "/remove", "seen", "1");
    assertThat(points()).doesNotContain(ids.get(1));
    rapporteur.send(session.workspace() + "/" + ids.get(1) + "/restore", "seen", "2");
    assertThat(points()).contains(ids.get(1));
  }

  @Test
  void linksAPointToAStatementFoundBySearch() throws Exception {
    capture("Children are not to be detained");
    String path = session.workspace() + "/" + points().getFirst();
    String page = rapporteur.read(path + "?q=children").body();
    Matcher found = Pattern.compile("name=\"statement\" value=\"(S-\\d+)\"").matcher(page);
    assertThat(found.find()).isTrue();
    rapporteur.send(path + "/sources", "statement", found.group(1), "act", "add");
    assertThat(rapporteur.read(session.workspace()).body())
        .contains("/en/statements/" + found.group(1));
    HttpResponse<String> unknown =
        rapporteur.send(path + "/sources", "statement", "S-99999999", "act", "add");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("S-99999999");
  }

  @Test
  void turnsDownAPasteOfTwoMegabytesAndKeepsNothingOfIt() throws Exception {
    HttpResponse<String> sent =
        rapporteur.send(session.workspace(), "text", "x".repeat(2_000_000), "language", "en");
    assertThat(sent.statusCode()).isEqualTo(413);
    assertThat(sent.body()).contains("2,000,000", "2,000 characters", "xxxx");
    assertThat(points()).isEmpty();
  }

  @Test
  void turnsDownAPasteThatTheServerDoesNotReadAtAll() throws Exception {
    HttpResponse<String> sent =
        rapporteur.send(session.workspace(), "text", "x".repeat(9_000_000), "language", "en");
    assertThat(sent.statusCode()).isEqualTo(413);
    assertThat(sent.body())
        .contains("This is too large", "Nothing was saved")
        .doesNotContain("xxx");
    assertThat(points()).isEmpty();
  }

  @Test
  void isClosedToWhoeverDoesNotServeTheSession() throws Exception {
    for (String other : List.of("delegate@example.org", "ferrenland@example.org")) {
      assertThat(Visitor.as(site, other).read(session.workspace()).statusCode()).isEqualTo(403);
    }
    Visitor secretariat = Visitor.as(site, "secretariat@example.org");
    assertThat(secretariat.read(session.workspace()).statusCode()).isEqualTo(200);
    assertThat(secretariat.send(session.workspace(), "text", "Mine", "language", "en").statusCode())
        .isEqualTo(403);
    HttpResponse<String> reader = Visitor.of(site).read(session.workspace());
    assertThat(reader.statusCode()).isEqualTo(302);
    assertThat(reader.headers().firstValue("Location").orElseThrow()).contains("/en/sign-in?next=");
    site.bean(JdbcClient.class)
        .sql("delete from participation.session_officer where session = :id and role = 'moderator'")
        .param("id", session.id())
        .update();
    assertThat(moderator.read(session.workspace()).statusCode()).isEqualTo(403);
  }

  private void capture(String text) throws Exception {
    assertThat(rapporteur.send(session.workspace(), "text", text, "language", "en").statusCode())
        .isEqualTo(302);
  }

  private HttpResponse<String> save(Visitor who, String id, String seen, String text)
      throws Exception {
    return who.send(session.workspace() + "/" + id, "seen", seen, "text", text, "language", "en");
  }

  /// Adds a mark to whatever the point says, again until nobody came between.
  private int add(Visitor editor, String id, String mark) throws Exception {
    for (int tries = 0; tries < 500; tries++) {
      String page = editor.read(session.workspace() + "/" + id).body();
      Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(page);
      Matcher text = Pattern.compile("<textarea id=\"text\"[^>]*>([^<]*)<").matcher(page);
      if (!seen.find() || !text.find()) {
        return 500;
      }
      int status =
          editor
              .sendByScript(
                  session.workspace() + "/" + id,
                  seen.group(1),
                  "text",
                  text.group(1) + " " + mark,
                  "language",
                  "en")
              .statusCode();
      if (status != 412) {
        return status;
      }
    }
    return 412;
  }

  private List<String> points() throws Exception {
    String page = rapporteur.read(session.workspace()).body();
    return POINT.matcher(page).results().map(it -> it.group(1)).toList();
  }

  private List<String> versions(String id) {
    return site.bean(JdbcClient.class)
        .sql("select body from stocktaking.point_version where point = :id order by version")
        .param("id", Long.parseLong(id))
        .query(String.class)
        .list();
  }

  private String newest(String id) {
    return versions(id).getLast();
  }
}
