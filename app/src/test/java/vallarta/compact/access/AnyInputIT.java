package vallarta.compact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;

/// Whatever somebody sends in a field of a form or of an address, they are told what is the matter
/// with it: nothing fails, nothing that is too long is kept, and every page can still be read.
class AnyInputIT {

  private static final String PASTED = "pasted ".repeat(3_000);
  private static final List<String> VALUES =
      List.of("junk <b>'\u202e\";--", "99999999999999999999", "", PASTED);

  /// Fields of forms that are taken as a whole, and what all others may hold to be taken.
  private static final Map<String, String> FIELDS = new TreeMap<>();

  static {
    String[] fields = {
      "act",
      "save",
      "amount",
      "",
      "answer",
      "Yes",
      "begins",
      "2026-12-04T09:00",
      "decision",
      "reject",
      "dimension",
      "national",
      "direction",
      "need",
      "email",
      "",
      "ends",
      "2026-12-04T10:00",
      "first",
      "2026-12-04",
      "frame",
      "2030",
      "function",
      "",
      "hours",
      "48",
      "identifier",
      "",
      "kind",
      "capacity",
      "language",
      "en",
      "last",
      "2026-12-05",
      "listing",
      "",
      "name",
      "Somebody",
      "name_language",
      "en",
      "objective",
      "Twenty classes",
      "of",
      "state",
      "owner",
      "",
      "place",
      "Port Kassel",
      "point",
      "0",
      "reason",
      "A reason",
      "region",
      "",
      "role",
      "delegate",
      "room",
      "Hall",
      "seats",
      "99",
      "seen",
      "1",
      "stakeholder",
      "",
      "state",
      "",
      "statement",
      "S-1",
      "summary",
      "We teach",
      "text",
      "One thing",
      "theme",
      "education",
      "title",
      "A title",
      "to",
      "up",
      "topic",
      "local-action",
      "type",
      "plenary",
      "unit",
      "",
      "wish",
      "name",
      "zone",
      "UTC"
    };
    for (int i = 0; i < fields.length; i += 2) {
      FIELDS.put(fields[i], fields[i + 1]);
    }
  }

  private static RunningDemonstration site;
  private static Side side;
  private static Visitor secretariat;

  @BeforeAll
  static void start() throws Exception {
    site = RunningDemonstration.get();
    side = Side.create(site);
    secretariat = Visitor.as(site, "secretariat@example.org");
  }

  @Test
  void isAnsweredAndNeverFails() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (Endpoint it : Endpoint.all(site)) {
      if (it.name().matches(".*/(sign-out|sign-in/as|error|events)|GET /[^{].*|GET /\\{first.*")) {
        continue;
      }
      Owner owner = owner(it);
      List<String> values = values(it, owner);
      for (String field : fields(it.handler())) {
        for (String value : VALUES) {
          HttpResponse<String> answer = call(it, owner, values, field, value);
          String what = "%s with %s=%s".formatted(it.name(), field, beginning(value));
          softly.assertThat(answer.statusCode()).as(what).isLessThan(500);
        }
      }
      for (String field : fields(it.handler()).stream().limit(1).toList()) {
        softly
            .assertThat(call(it, owner, values, field, "a\0b").statusCode())
            .as(it.name() + " with a character that no text has")
            .isEqualTo(400);
      }
    }
    softly.assertAll();
    nothingPastedIsKept();
    everyPageStands();
  }

  private static HttpResponse<String> call(
      Endpoint it, Owner owner, List<String> values, String field, String value) throws Exception {
    Map<String, String> sent = new LinkedHashMap<>();
    for (String name : fields(it.handler())) {
      if (FIELDS.containsKey(name)) {
        sent.put(name, FIELDS.get(name));
      }
    }
    sent.computeIfPresent("email", (name, empty) -> owner.fresh());
    sent.computeIfPresent("stakeholder", (name, empty) -> owner.stakeholder());
    sent.computeIfPresent("owner", (name, empty) -> owner.stakeholder());
    sent.put(field, value);
    String path = it.at(values);
    Visitor visitor = visitor(it, owner);
    if (it.writes()) {
      return visitor.send(
          path,
          sent.entrySet().stream()
              .flatMap(each -> Arrays.asList(each.getKey(), each.getValue()).stream())
              .toArray(String[]::new));
    }
    String start = value.substring(0, Math.min(value.length(), 2_000));
    return visitor.read(
        path + "?" + field + "=" + URLEncoder.encode(start, StandardCharsets.UTF_8));
  }

  private static Owner owner(Endpoint it) {
    return new Owner(
        side,
        it.roles().stream()
            .filter(role -> role.scope() != Role.Scope.PROCESS)
            .findFirst()
            .orElse(it.of().equals("self") ? Role.PANELLIST : Role.MAIN_FOCAL_POINT));
  }

  private static Visitor visitor(Endpoint it, Owner owner) throws Exception {
    if (it.isOpenToAll()) {
      return Visitor.of(site);
    }
    if (it.of().equals("self")) {
      // Some of them end the session.
      return Visitor.as(site, side.person(owner.role()).email());
    }
    if (it.roles().equals(List.of(Role.REVIEWER))) {
      return Visitor.as(site, "reviewer@example.org");
    }
    return it.roles().contains(Role.SECRETARIAT) ? secretariat : owner.visitor();
  }

  /// Things that are there; those that are not somebody's are made for this endpoint alone.
  private static List<String> values(Endpoint it, Owner owner) throws Exception {
    if (Things.endpoints().contains(it.name())) {
      return Things.make(it, owner).values();
    }
    return switch (it.path().replaceFirst("^/\\{language}/([a-z-]+)/\\{.*", "$1")) {
      case "campaigns", "groups" -> List.of("G-203");
      case "inputs" -> List.of("I-3");
      case "matrix" -> List.of("children", "human");
      case "meetings" -> List.of(Side.hiddenSession(site).meeting().ref());
      case "outcomes" -> List.of("PC-1");
      case "participants" -> List.of(Side.participant(site));
      case "points" -> List.of("PT-1");
      case "practices" -> List.of(owner.practice());
      case "registrations" -> List.of(owner.registration());
      case "sessions" -> List.of(Side.hiddenSession(site).ref(), "1");
      case "statements" -> List.of("S-25");
      default -> List.of("1", "1");
    };
  }

  private static Set<String> fields(HandlerMethod method) {
    Set<String> fields = new TreeSet<>();
    for (Parameter it : method.getMethod().getParameters()) {
      RequestParam says = it.getAnnotation(RequestParam.class);
      if (says != null && Map.class.isAssignableFrom(it.getType())) {
        fields.addAll(FIELDS.keySet());
      } else if (says != null) {
        fields.add(says.name().isEmpty() ? it.getName() : says.name());
      }
      if (it.isAnnotationPresent(ModelAttribute.class)) {
        Arrays.stream(it.getType().getRecordComponents()).forEach(c -> fields.add(c.getName()));
      }
    }
    return fields;
  }

  private static void nothingPastedIsKept() {
    JdbcClient jdbc = site.bean(JdbcClient.class);
    List<String> kept = new ArrayList<>();
    jdbc.sql(
            """
            select format('select ''%1$s.%2$s.%3$s'' from %1$I.%2$I where %3$I::text like ''%%' || repeat('pasted ', 2000) || '%%'' limit 1',
              c.table_schema, c.table_name, c.column_name)
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.data_type in ('text', 'ARRAY') and t.table_type = 'BASE TABLE'
              and c.table_schema !~ '^(pg_|information)'
            """)
        .query(String.class)
        .list()
        .forEach(it -> kept.addAll(jdbc.sql(it).query(String.class).list()));
    assertThat(kept).as("columns that took 21,000 characters").isEmpty();
  }

  private static void everyPageStands() throws Exception {
    String session = "/en/sessions/" + side.session().ref();
    Set<String> pages =
        Set.of("/en/meetings", "/en/participants", "/en/points", "/en/outcomes", "/en/practices");
    SoftAssertions softly = new SoftAssertions();
    for (String page : pages) {
      softly.assertThat(secretariat.read(page).statusCode()).as(page).isEqualTo(200);
    }
    for (String part : List.of("", "/floor", "/summary", "/points", "/workspace", "/room")) {
      softly
          .assertThat(side.visitor(Role.MODERATOR).read(session + part).statusCode())
          .as(part)
          .isEqualTo(200);
    }
    softly.assertAll();
  }

  private static String beginning(String value) {
    return value.substring(0, Math.min(value.length(), 20));
  }
}
