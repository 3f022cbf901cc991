package vallarta.compact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;

/// The table of who may call what, `docs/permissions.csv`, is the specification: what is mapped is
/// in it and the other way round, and each endpoint is called over HTTP by somebody in each role
/// and by nobody. Whose object it is is tested by each stage.
class PermissionsIT {

  private static final Path TABLE = Path.of("../docs/permissions.csv");
  private static final String ALL = "all";

  /// From method and path to the roles that may call it, or `all`, or `signed-in`.
  private static final Map<String, String> MAPPED = new TreeMap<>();

  private static RunningDemonstration site;

  @BeforeAll
  static void read() throws Exception {
    site = RunningDemonstration.get();
    site.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach(PermissionsIT::add);
  }

  @Test
  void theTableHasEveryEndpointAndNoOther() throws Exception {
    List<String> rows = new ArrayList<>(List.of("endpoint,open_to"));
    MAPPED.forEach((endpoint, to) -> rows.add(endpoint + "," + to));
    assertThat(String.join("\n", Files.readAllLines(TABLE))).isEqualTo(String.join("\n", rows));
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
    for (String row : Files.readAllLines(TABLE).stream().skip(1).toList()) {
      String endpoint = row.substring(0, row.lastIndexOf(','));
      List<String> to = List.of(row.substring(row.lastIndexOf(',') + 1).split(" "));
      if (endpoint.endsWith("/sign-out")
          || endpoint.endsWith("/sign-in/as")
          || endpoint.endsWith("/error")) {
        continue;
      }
      boolean open = to.contains(ALL);
      softly
          .assertThat(denied(call(nobody, endpoint)))
          .as(endpoint + " by nobody")
          .isEqualTo(!open);
      calls++;
      for (Map.Entry<Role, Visitor> person : people.entrySet()) {
        String role = person.getKey().tag();
        softly
            .assertThat(denied(call(person.getValue(), endpoint)))
            .as(endpoint + " by a " + role)
            .isEqualTo(!open && !to.contains(role) && !to.contains("signed-in"));
        calls++;
      }
    }
    softly.assertAll();
    assertThat(calls).isGreaterThan(1_000);
  }

  private static HttpResponse<String> call(Visitor visitor, String endpoint) throws Exception {
    String path =
        endpoint
            .substring(endpoint.indexOf(' ') + 1)
            .replace("{language}", "en")
            .replaceAll("\\{(id|index)}", "999999999")
            .replaceAll("\\{first:.*", "nothing")
            .replaceAll("\\{[^}]+}", "XX-0")
            .replace("/**", "/x");
    return endpoint.startsWith("POST") ? visitor.send(path) : visitor.read(path);
  }

  /// Told to sign in, led to the sign-in page, or forbidden. Having passed the gate, a call may
  /// still find no such object, or lack its fields.
  private static boolean denied(HttpResponse<String> answer) {
    return answer.statusCode() == 401
        || answer.statusCode() == 403
        || (answer.statusCode() == 302
            && answer.headers().firstValue("Location").orElse("").contains("/sign-in?next="));
  }

  private static void add(RequestMappingInfo info, HandlerMethod method) {
    if (method.getBeanType().getPackageName().startsWith("vallarta.")) {
      String verb =
          info.getMethodsCondition().getMethods().stream()
              .findFirst()
              .map(Enum::name)
              .orElse("GET");
      info.getPatternValues().forEach(path -> MAPPED.put(verb + " " + path, to(method)));
    }
  }

  /// The method's own word goes before that of its class.
  private static String to(HandlerMethod method) {
    for (AnnotatedElement on : List.of(method.getMethod(), method.getBeanType())) {
      OpenTo roles = AnnotatedElementUtils.findMergedAnnotation(on, OpenTo.class);
      if (roles != null) {
        return String.join(" ", Arrays.stream(roles.value()).sorted().map(Role::tag).toList());
      }
      if (AnnotatedElementUtils.hasAnnotation(on, OpenToAll.class)) {
        return ALL;
      }
      if (AnnotatedElementUtils.hasAnnotation(on, OpenToSignedIn.class)) {
        return "signed-in";
      }
    }
    return "nobody";
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
