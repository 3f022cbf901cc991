package vallarta.compact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;

/// The table of who may call what, `docs/permissions.csv`, is the specification: what is mapped is
/// in it and the other way round, and each endpoint is called over HTTP by somebody in each role
/// and by nobody. Whose thing it is is tried by [OwnershipIT].
class PermissionsIT {

  /// They begin and end sessions, or answer what went wrong.
  private static final Set<String> APART =
      Set.of("POST /{language}/sign-out", "POST /{language}/sign-in/as", "GET /error");

  /// How browsers say that a form was sent from somewhere else.
  private static final List<String[]> ELSEWHERE =
      List.of(
          new String[] {"Sec-Fetch-Site", "cross-site"},
          new String[] {"Sec-Fetch-Site", "same-site"},
          new String[] {"Origin", "https://elsewhere.example"},
          new String[] {"Origin", "null"});

  private static RunningDemonstration site;
  private static List<Endpoint> endpoints;

  @BeforeAll
  static void read() throws Exception {
    site = RunningDemonstration.get();
    endpoints = Endpoint.all(site);
  }

  @Test
  void theTableHasEveryEndpointAndNoOther() throws Exception {
    List<String> table = PermissionsTable.lines();
    List<String> code = PermissionsTable.of(endpoints);
    assertThat(code.stream().filter(it -> !table.contains(it)))
        .as("rows that docs/permissions.csv lacks; all are in app/target/permissions.csv")
        .isEmpty();
    assertThat(table.stream().filter(it -> !code.contains(it)))
        .as("rows of docs/permissions.csv that the code does not have")
        .isEmpty();
    assertThat(table.equals(code)).as("the rows are in their order, each once").isTrue();
    assertThat(code.stream().filter(it -> it.matches(".*(,nobody,|say here).*"))).isEmpty();
  }

  @Test
  void whatIsAnybodysIsOnlyRead() {
    assertThat(endpoints.stream().filter(it -> it.ofAny() && it.writes()))
        .as("who writes writes for somebody")
        .isEmpty();
  }

  @Test
  void everyRoleIsLetInWhereTheTableSaysSoAndNowhereElse() throws Exception {
    Map<Role, Visitor> people = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      people.put(role, Visitor.as(site, emailOf(role)));
    }
    Visitor nobody = Visitor.of(site);
    SoftAssertions softly = new SoftAssertions();
    int calls = 0;
    for (Endpoint it : endpoints) {
      if (APART.contains(it.name())) {
        continue;
      }
      HttpResponse<String> read = call(nobody, it);
      softly.assertThat(denied(read)).as(it.name() + " by nobody").isEqualTo(!it.isOpenToAll());
      softly
          .assertThat(read.headers().firstValue("Content-Security-Policy"))
          .as(it.name())
          .contains(SecurityRules.CONTENT_SECURITY_POLICY);
      softly.assertThat(read.statusCode()).as(it.name() + " by nobody").isNotEqualTo(500);
      calls++;
      for (Map.Entry<Role, Visitor> person : people.entrySet()) {
        boolean open =
            it.isOpenToAll()
                || it.openTo().equals("signed-in")
                || it.roles().contains(person.getKey());
        HttpResponse<String> answer = call(person.getValue(), it);
        String who = it.name() + " by a " + person.getKey().tag();
        softly.assertThat(denied(answer)).as(who).isEqualTo(!open);
        softly.assertThat(answer.statusCode()).as(who).isNotEqualTo(500);
        calls++;
      }
    }
    softly.assertAll();
    assertThat(calls).isGreaterThan(1_000);
  }

  @Test
  void nothingIsChangedFromThePageOfAnotherSite() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (Endpoint it : endpoints) {
      if (!it.writes()) {
        continue;
      }
      Visitor visitor =
          it.isOpenToAll()
              ? Visitor.of(site)
              : Visitor.as(
                  site, emailOf(it.roles().isEmpty() ? Role.DELEGATE : it.roles().getFirst()));
      for (String[] from : ELSEWHERE) {
        softly
            .assertThat(visitor.sendFrom(from[0], from[1], path(it)).statusCode())
            .as(it.name() + " from " + String.join(" ", from))
            .isEqualTo(403);
      }
      softly
          .assertThat(visitor.sendFrom("Sec-Fetch-Site", "same-origin", path(it)).statusCode())
          .as(it.name() + " from a page of this site")
          .isNotIn(401, 403);
    }
    softly.assertAll();
  }

  /// Told to sign in, led to the sign-in page, or forbidden. Having passed the gate, a call may
  /// still find no such object, or lack its fields.
  static boolean denied(HttpResponse<String> answer) {
    return answer.statusCode() == 401
        || answer.statusCode() == 403
        || (answer.statusCode() == 302
            && answer.headers().firstValue("Location").orElse("").contains("/sign-in?next="));
  }

  private static HttpResponse<String> call(Visitor visitor, Endpoint endpoint) throws Exception {
    return endpoint.writes() ? visitor.send(path(endpoint)) : visitor.read(path(endpoint));
  }

  /// With things that are not there.
  private static String path(Endpoint endpoint) {
    return endpoint
        .path()
        .replace("{language}", "en")
        .replaceAll("\\{(id|index)}", "999999999")
        .replaceAll("\\{first:.*", "nothing")
        .replaceAll("\\{[^}]+}", "XX-0")
        .replace("/**", "/x");
  }

  private static String emailOf(Role role) {
    return site.bean(JdbcClient.class)
        .sql(
            """
            select p.email from participation.mandate m join participation.person p on p.id = m.person
            where m.role = :role and p.account is not null order by m.id limit 1
            """)
        .param("role", role.tag())
        .query(String.class)
        .single();
  }
}
