package vallarta.compact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.meeting.Session;

/// What is a person's own (`self` in `docs/permissions.csv`), what is opened by a secret in its
/// address (`key`), and what is not published yet: for nobody else to see or to change.
class PrivateIT {

  private static RunningDemonstration site;
  private static List<Endpoint> endpoints;
  private static Side one;
  private static Side other;

  @BeforeAll
  static void start() throws Exception {
    site = RunningDemonstration.get();
    endpoints = Endpoint.all(site);
    one = Side.create(site);
    other = Side.create(site);
  }

  @Test
  void nobodySeesOrChangesWhatIsAnothersOwn() throws Exception {
    Owner owner = new Owner(one, Role.DELEGATE);
    Visitor stranger = other.visitor(Role.DELEGATE);
    SoftAssertions softly = new SoftAssertions();
    for (Endpoint it : of("self")) {
      Things.Call call = Things.make(it, owner);
      String path = it.at(call.values());
      String before = kept(owner);
      HttpResponse<String> answer =
          it.writes() ? stranger.send(path, call.fields()) : stranger.read(path);
      softly.assertThat(kept(owner)).as(it.name() + " by another").isEqualTo(before);
      softly
          .assertThat(answer.body())
          .as(it.name() + " by another")
          .doesNotContain(one.person(Role.DELEGATE).email(), one.person(Role.DELEGATE).name());
      if (!it.writes() && !call.values().isEmpty() && !call.everybodys()) {
        softly.assertThat(answer.statusCode()).as(it.name() + " by another").isIn(403, 404);
      }
    }
    for (Endpoint it : of("self")) {
      Things.Call call = Things.make(it, owner);
      String path = it.at(call.values());
      // One of them ends the session.
      Visitor again = Visitor.as(site, one.person(owner.role()).email());
      HttpResponse<String> answer =
          it.writes() ? again.send(path, call.fields()) : again.read(path);
      softly.assertThat(PermissionsIT.denied(answer)).as(it.name() + " by its owner").isFalse();
    }
    softly.assertAll();
  }

  @Test
  void aKeyOpensOneThingAndAnyOtherOpensNothing() throws Exception {
    Owner owner = new Owner(one, Role.ALTERNATE_FOCAL_POINT);
    Visitor nobody = Visitor.of(site);
    SoftAssertions softly = new SoftAssertions();
    for (Endpoint it : of("key")) {
      Things.Call call = Things.make(it, owner);
      for (String forged : List.of(Codes.next(), "1", "%27%20or%201=1--")) {
        String path = it.at(List.of(forged));
        HttpResponse<String> answer =
            it.writes() ? nobody.send(path, call.fields()) : nobody.read(path);
        softly.assertThat(answer.statusCode()).as(it.name() + " with " + forged).isIn(404, 410);
      }
      String path = it.at(call.values());
      HttpResponse<String> answer =
          it.writes() ? nobody.send(path, call.fields()) : nobody.read(path);
      softly.assertThat(answer.statusCode()).as(it.name() + " with its key").isIn(200, 302);
    }
    softly.assertAll();
  }

  /// Whoever does not prepare it is told that it is not there, or not theirs to change.
  @Test
  void whatIsNotPublishedIsNotThereForOthers() throws Exception {
    Session hidden = Side.hiddenSession(site);
    Owner owner = new Owner(other, Role.MAIN_FOCAL_POINT);
    String practice = new Owner(one, Role.CONTRIBUTOR).practice();
    SoftAssertions softly = new SoftAssertions();
    for (Endpoint it : endpoints) {
      String what = it.path().replaceFirst("^/\\{language}/(\\w+)/\\{(?:ref|session)}.*", "$1");
      String ref =
          switch (what) {
            case "sessions" -> hidden.ref();
            case "meetings" -> hidden.meeting().ref();
            case "practices" -> practice;
            default -> "";
          };
      if (ref.isEmpty()) {
        continue;
      }
      String path = it.at(List.of(ref, "1"));
      for (Visitor visitor : List.of(Visitor.of(site), owner.visitor())) {
        String[] fields = {"stakeholder", owner.stakeholder(), "turn", "1", "text", "Must"};
        HttpResponse<String> answer = it.writes() ? visitor.send(path, fields) : visitor.read(path);
        softly
            .assertThat(PermissionsIT.denied(answer) ? "denied" : answer.statusCode())
            .as(it.name() + " of what is not published")
            .isIn(it.isOpenToAll() ? List.of(404) : List.of(404, "denied"));
      }
    }
    softly.assertAll();
  }

  private static List<Endpoint> of(String whose) {
    return endpoints.stream().filter(it -> it.of().equals(whose)).toList();
  }

  /// Everything that is kept for the account of an owner, as one text.
  private static String kept(Owner owner) {
    JdbcClient jdbc = site.bean(JdbcClient.class);
    List<String> tables =
        jdbc.sql(
                """
                select table_schema || '.' || table_name from information_schema.columns
                where column_name = 'account' and table_schema !~ '^(pg_|information)' order by 1
                """)
            .query(String.class)
            .list();
    TreeSet<String> rows = new TreeSet<>();
    tables.forEach(it ->
        rows.addAll(
            jdbc.sql(
                    "select '%1$s ' || t::text from %1$s t where account::text = :account"
                        .formatted(it))
                .param("account", owner.account())
                .query(String.class)
                .list()));
    rows.addAll(
        jdbc.sql(
                """
                select t::text from access.account t where id::text = :account
                union all select 'session ' || session_id from access.session where principal_name = :account
                """)
            .param("account", owner.account())
            .query(String.class)
            .list());
    assertThat(rows).isNotEmpty();
    return String.join("\n", rows);
  }
}
