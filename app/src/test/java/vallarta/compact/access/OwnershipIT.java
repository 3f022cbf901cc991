package vallarta.compact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;

/// Whose thing it is: each endpoint that is somebody's by `docs/permissions.csv` is tried, in each
/// role that may call it, on a thing that is there: its owner is let through, and everybody else is
/// not, whatever they may do elsewhere. A right that is lost is lost at once.
class OwnershipIT {

  /// A request that its owner may make.
  private record Try(Endpoint endpoint, Owner owner, Things.Call call) {

    Role role() {
      return owner.role();
    }

    HttpResponse<String> by(Visitor visitor) throws Exception {
      String path = endpoint.at(call.values());
      return endpoint.writes() ? visitor.send(path, call.fields()) : visitor.read(path);
    }

    @Override
    public String toString() {
      return endpoint.name() + " by a " + role().tag();
    }
  }

  private static RunningDemonstration site;
  private static List<Endpoint> endpoints;

  /// Those that belong to a stakeholder or a session.
  private static List<Endpoint> owned;

  @BeforeAll
  static void start() throws Exception {
    site = RunningDemonstration.get();
    endpoints = Endpoint.all(site);
    owned = endpoints.stream().filter(it -> it.of().matches(".*(stakeholder|session).*")).toList();
  }

  @Test
  void thereIsAThingToTryEveryEndpointOnThatIsSomebodys() {
    assertThat(Things.endpoints())
        .as("Things has one line for each endpoint whose column `of` is not empty")
        .containsExactlyInAnyOrderElementsOf(
            endpoints.stream()
                .filter(it -> !it.of().isEmpty())
                .map(Endpoint::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void theOwnerIsLetThroughAndNobodyElseInAnyRole() throws Exception {
    Side one = Side.create(site);
    Side other = Side.create(site);
    Map<String, Visitor> strangers = new HashMap<>();
    SoftAssertions softly = new SoftAssertions();
    for (Try it : tries(one)) {
      String of = "of another " + it.role().scope().tag();
      turnedAway(softly, it, other.visitor(it.role()), of, it.endpoint().unseen() ? 404 : 403);
      for (Role here : Side.scoped()) {
        boolean closed = !it.endpoint().roles().contains(here) && here.scope() == it.role().scope();
        if (closed) {
          Visitor stranger =
              strangers.computeIfAbsent(
                  it.role() + " " + here, key -> stranger(one, it.role(), here));
          String who = "elsewhere, who is a " + here.tag() + " here";
          turnedAway(softly, it, stranger, who, 403, it.endpoint().unseen() ? 404 : 403);
        }
      }
      letThrough(softly, it, it.owner().visitor(), "of its own");
    }
    softly.assertAll();
  }

  @Test
  void theSecretariatIsLetThroughWhoeversItIs() throws Exception {
    Side one = Side.create(site);
    Visitor secretariat = secretariat();
    SoftAssertions softly = new SoftAssertions();
    for (Try it : tries(one)) {
      softly
          .assertThat(PermissionsIT.denied(it.by(secretariat)))
          .as(it.endpoint().name() + " by the secretariat")
          .isEqualTo(!it.endpoint().roles().contains(Role.SECRETARIAT));
    }
    softly.assertAll();
  }

  @Test
  void aMandateThatEndsEndsItsRightsAtOnce() throws Exception {
    Side side = Side.create(site);
    isLost(
        triesInTurn(side),
        () -> {
          for (Role role : Side.scoped()) {
            act("/mandates/%s/end".formatted(side.mandate(role).ref()));
          }
        });
  }

  @Test
  void whoHandsAMandateOverHandsItsRightsOver() throws Exception {
    Side side = Side.create(site);
    side.serveByTwoMandates();
    List<Try> tries = triesInTurn(side);
    isLost(
        tries,
        () -> {
          for (Role role : Side.scoped()) {
            act(
                "/mandates/%s/hand-over".formatted(side.mandate(role).ref()),
                "name",
                "Somebody else",
                "email",
                successor(side, role));
          }
        });
    Map<Role, Visitor> successors = new EnumMap<>(Role.class);
    for (Role role : Side.scoped()) {
      successors.put(role, Visitor.byLetter(site, successor(side, role)));
    }
    SoftAssertions softly = new SoftAssertions();
    for (Try it : tries) {
      // Whoever is accredited as the head of a delegation is so in person.
      boolean asHead = it.endpoint().path().contains("/registrations/");
      if (!asHead || it.role() == Role.MAIN_FOCAL_POINT) {
        letThrough(softly, it, Objects.requireNonNull(successors.get(it.role())), "who took over");
      }
    }
    softly.assertAll();
  }

  @Test
  void whoLeavesTheProcessLeavesNobodyWithARight() throws Exception {
    Side side = Side.create(site);
    isLost(
        triesInTurn(side),
        () -> {
          for (Role role : List.of(Role.MAIN_FOCAL_POINT, Role.CONTRIBUTOR)) {
            String participant = new Owner(side, role).participant();
            act("/participants/%s/withdraw".formatted(participant), "reason", "It left.");
          }
        });
  }

  @Test
  void whoIsTakenOffASessionServesItNoMore() throws Exception {
    Side side = Side.create(site);
    isLost(
        triesInTurn(side).stream().filter(it -> it.role().scope() == Role.Scope.SESSION).toList(),
        () -> {
          for (Role role : Side.SERVING) {
            act(
                "/sessions/%s/officers/end".formatted(side.session().ref()),
                "person",
                Long.toString(side.person(role).id()),
                "role",
                role.tag());
          }
        });
  }

  /// What the secretariat does.
  @FunctionalInterface
  private interface Event {
    void happen() throws Exception;
  }

  /// Everything may be done before the event and nothing after it.
  private static void isLost(List<Try> tries, Event event) throws Exception {
    assertThat(tries).hasSizeGreaterThan(20);
    SoftAssertions softly = new SoftAssertions();
    for (Try it : tries) {
      letThrough(softly, it, it.owner().visitor(), "before");
    }
    event.happen();
    for (Try it : tries) {
      turnedAway(
          softly, it, it.owner().visitor(), "afterwards", 403, it.endpoint().unseen() ? 404 : 403);
    }
    softly.assertAll();
  }

  private static void letThrough(SoftAssertions softly, Try it, Visitor visitor, String who)
      throws Exception {
    HttpResponse<String> answer = it.by(visitor);
    softly
        .assertThat(PermissionsIT.denied(answer) ? "denied" : answer.statusCode())
        .as(it + " " + who)
        .satisfies(status -> assertThat(status).isNotEqualTo("denied").isNotEqualTo(500));
  }

  private static void turnedAway(
      SoftAssertions softly, Try it, Visitor visitor, String who, Object... statuses)
      throws Exception {
    softly.assertThat(it.by(visitor).statusCode()).as(it + " " + who).isIn(statuses);
  }

  private static void act(String path, String... fields) throws Exception {
    HttpResponse<String> answer = secretariat().send("/en" + path, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  /// Each endpoint that belongs to a stakeholder or a session, in each role that holds for one.
  private static List<Try> tries(Side side) throws Exception {
    List<Try> tries = new ArrayList<>();
    for (Endpoint endpoint : owned) {
      for (Role role : endpoint.roles()) {
        if (role.scope() != Role.Scope.PROCESS) {
          Owner owner = new Owner(side, role);
          tries.add(new Try(endpoint, owner, Things.make(endpoint, owner)));
        }
      }
    }
    return tries;
  }

  private static Visitor stranger(Side side, Role elsewhere, Role here) {
    try {
      return side.stranger(elsewhere, here);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String successor(Side side, Role role) {
    String name = "successor-%s-%s@example.org".formatted(side.session().ref(), role.tag());
    return name.toLowerCase(Locale.ROOT);
  }

  private static Visitor secretariat() throws Exception {
    return Visitor.as(site, "secretariat@example.org");
  }

  /// Each of those endpoints once, in one of its roles, each role in its turn: what takes a right
  /// away takes it from the mandate, whatever it opened.
  private static List<Try> triesInTurn(Side side) throws Exception {
    List<Try> tries = new ArrayList<>();
    int turn = 0;
    for (Endpoint endpoint : owned) {
      List<Role> roles =
          endpoint.roles().stream().filter(it -> it.scope() != Role.Scope.PROCESS).toList();
      Owner owner = new Owner(side, roles.get(turn++ % roles.size()));
      tries.add(new Try(endpoint, owner, Things.make(endpoint, owner)));
    }
    return tries;
  }
}
