package vallarta.compact.participation.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.access.Role;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Programme;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.meeting.SessionType;

/// The floor is asked for by those who may, and given by those who lead the list, to one at a time.
class FloorIT {

  private static RunningDemonstration site;
  private static Visitor moderator;
  private static Visitor ferrenland;
  private static Visitor ombarra;

  private Session session;
  private String path;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    moderator = Visitor.as(site, "moderator@example.org");
    ferrenland = Visitor.as(site, "ferrenland@example.org");
    ombarra = Visitor.as(site, "delegate@example.org");
  }

  @BeforeEach
  void openAList() throws Exception {
    session = session(site);
    path = "/en/sessions/" + session.ref() + "/floor";
    assertThat(moderator.send(path + "/list", "act", "open").statusCode()).isEqualTo(302);
  }

  static Session session(RunningDemonstration site) {
    Programme programme = site.bean(Programme.class);
    LocalDate day = LocalDate.of(2026, 12, 4);
    Meeting meeting =
        programme.convene(
            "A meeting with a floor " + UUID.randomUUID(),
            "en",
            "",
            ZoneId.of("America/Mexico_City"),
            day,
            day,
            true);
    Session made =
        programme.schedule(
            meeting,
            SessionType.PLENARY,
            "Plenary of the test",
            "en",
            "",
            "",
            Instant.parse("2026-12-04T15:30:00Z"),
            Instant.parse("2026-12-04T17:00:00Z"));
    programme.publish(meeting);
    Persons persons = site.bean(Persons.class);
    programme.assign(
        made, persons.findByEmail("moderator@example.org").orElseThrow(), Role.MODERATOR);
    programme.assign(
        made, persons.findByEmail("rapporteur@example.org").orElseThrow(), Role.RAPPORTEUR);
    return site.bean(Meetings.class).session(made.ref());
  }

  @Test
  void takesTheFloorInTheOrderOfAsking() throws Exception {
    ask(ferrenland, "XFL");
    ask(ombarra, "XOB");
    ask(moderator, "en-lantern-children");
    assertThat(waiting()).containsExactly("XFL", "XOB", "en-lantern-children");
    give(turn("XFL"), 0);
    assertThat(read()).containsSubsequence("Has the floor", "Ferrenland", "Waiting: 2", "Ombarra");
    assertThat(list().speaker().orElseThrow().stakeholder().key()).isEqualTo("XFL");
    assertThat(list().speaker().orElseThrow().account()).isPositive();
  }

  @Test
  void takesOneRequestOfAFormThatIsSentTwice() throws Exception {
    String form = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> sent =
          ferrenland.send(path + "/ask", "stakeholder", "XFL", "form", form);
      assertThat(sent.statusCode()).isEqualTo(302);
    }
    assertThat(waiting()).containsExactly("XFL");
  }

  @Test
  void tellsWhoeverAsksAgainThatTheyWaitAlready() throws Exception {
    ask(ferrenland, "XFL");
    HttpResponse<String> again =
        Visitor.as(site, "ferrenland2@example.org").send(path + "/ask", "stakeholder", "XFL");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("Ferrenland is on the list already.");
    assertThat(waiting()).containsExactly("XFL");
    ferrenland.send(path + "/withdraw", "turn", turn("XFL"));
    assertThat(waiting()).isEmpty();
    ask(ferrenland, "XFL");
    assertThat(waiting()).containsExactly("XFL");
  }

  @Test
  void letsNobodyAskOrTakeBackForAnother() throws Exception {
    assertThat(ombarra.send(path + "/ask", "stakeholder", "XFL").statusCode()).isEqualTo(403);
    ask(ferrenland, "XFL");
    assertThat(ombarra.send(path + "/withdraw", "turn", turn("XFL")).statusCode()).isEqualTo(403);
    assertThat(waiting()).containsExactly("XFL");
    for (String act : List.of("give", "end", "yield", "move", "limit", "list")) {
      assertThat(ferrenland.send(path + "/" + act, "turn", turn("XFL")).statusCode())
          .as(act)
          .isEqualTo(403);
    }
    Visitor rapporteur = Visitor.as(site, "rapporteur@example.org");
    ask(rapporteur, "XOB");
    assertThat(rapporteur.send(path + "/give", "turn", turn("XOB")).statusCode()).isEqualTo(403);
    assertThat(Visitor.of(site).send(path + "/ask", "stakeholder", "XFL").statusCode())
        .isEqualTo(401);
  }

  @Test
  void asksWhoseARequestIsOfTheListItselfAndNotOfWhatAScreenSaw() throws Exception {
    read();
    // Somebody asks through another process: no screen of this one knows it yet.
    Stakeholder ferrenlandItself = site.bean(Stakeholders.class).find("XFL").orElseThrow();
    at(
        "10:00:00",
        it -> it.ask(session, ferrenlandItself, 0, Person.Gender.NOT_GIVEN, UUID.randomUUID()));
    assertThat(ombarra.send(path + "/withdraw", "turn", turn("XFL")).statusCode()).isEqualTo(403);
    assertThat(waiting()).containsExactly("XFL");
  }

  @Test
  void letsAModeratorLeadOnlyTheSessionThatTheyServe() throws Exception {
    site.bean(JdbcClient.class)
        .sql("delete from participation.session_officer where session = :id and role = 'moderator'")
        .param("id", session.id())
        .update();
    assertThat(moderator.send(path + "/list", "act", "close").statusCode()).isEqualTo(403);
    Visitor secretariat = Visitor.as(site, "secretariat@example.org");
    assertThat(secretariat.send(path + "/list", "act", "close").statusCode()).isEqualTo(302);
    HttpResponse<String> late = ferrenland.send(path + "/ask", "stakeholder", "XFL");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("The speakers’ list is closed.");
  }

  @Test
  void movesThoseWhoWait() throws Exception {
    ask(ferrenland, "XFL");
    ask(ombarra, "XOB");
    ask(moderator, "en-lantern-children");
    moderator.send(path + "/move", "turn", turn("en-lantern-children"), "place", "1");
    assertThat(waiting()).containsExactly("en-lantern-children", "XFL", "XOB");
    moderator.send(path + "/move", "turn", turn("en-lantern-children"), "place", "2");
    assertThat(waiting()).containsExactly("XFL", "en-lantern-children", "XOB");
    moderator.send(path + "/move", "turn", turn("XFL"), "place", "99");
    assertThat(waiting()).containsExactly("en-lantern-children", "XOB", "XFL");
  }

  @Test
  void showsTheSecondOfTwoModeratorsWhoHasTheFloor() throws Exception {
    ask(ferrenland, "XFL");
    ask(ombarra, "XOB");
    give(turn("XFL"), 0);
    HttpResponse<String> second =
        Visitor.as(site, "secretariat@example.org")
            .send(path + "/give", "turn", turn("XOB"), "seen", "0");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("Ferrenland was given the floor in the meantime.");
    give(turn("XFL"), 0);
    assertThat(waiting()).containsExactly("XOB");
    give(turn("XOB"), Long.parseLong(turn("XFL")));
    assertThat(list().speaker().orElseThrow().stakeholder().key()).isEqualTo("XOB");
    assertThat(state("XFL")).isEqualTo(Turn.State.DONE);
  }

  @Test
  void givesTheFloorToOneAloneOfManyToWhomItIsGivenAtOnce() throws Exception {
    List<String> keys = List.of("XFL", "XOB", "en-lantern-children", "en-univ-ombarra");
    for (String key : keys) {
      ask(moderator, key);
    }
    List<Callable<Integer>> givers = new ArrayList<>();
    for (String key : keys) {
      String turn = turn(key);
      givers.add(() -> moderator.send(path + "/give", "turn", turn, "seen", "0").statusCode());
    }
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService all = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> done : all.invokeAll(givers)) {
        answers.add(done.get());
      }
    }
    assertThat(answers).containsExactlyInAnyOrder(302, 409, 409, 409);
    assertThat(waiting()).hasSize(3);
  }

  @Test
  void setsTimeLimitsWithinReason() throws Exception {
    ask(ferrenland, "XFL");
    moderator.send(path + "/limit", "seconds", "120");
    assertThat(list().find(Long.parseLong(turn("XFL"))).orElseThrow().limit())
        .isEqualTo(Duration.ofMinutes(2));
    moderator.send(path + "/limit", "turn", turn("XFL"), "seconds", "300");
    assertThat(list().find(Long.parseLong(turn("XFL"))).orElseThrow().limit())
        .isEqualTo(Duration.ofMinutes(5));
    for (String wrong : List.of("9", "3601", "-1")) {
      HttpResponse<String> refused = moderator.send(path + "/limit", "seconds", wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
      assertThat(refused.body()).contains("from 10 to 3,600");
    }
    assertThat(list().limit()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void countsTheTimeThatWasSpokenAndGivesTheRestToAnother() throws Exception {
    ask(moderator, "XFL");
    ask(moderator, "XOB");
    ask(moderator, "en-lantern-children");
    // A clock that the test moves: Ferrenland speaks 70 of its 180 seconds and gives the rest, 110,
    // to Ombarra, which speaks 45 of them and gives the rest to the chair; the network speaks 200.
    at("10:00:00", it -> it.give(session, id("XFL"), 0));
    at("10:01:10", it -> it.yield(session, id("XFL"), id("XOB")));
    assertThat(list().speaker().orElseThrow().limit()).isEqualTo(Duration.ofSeconds(110));
    at("10:01:55", it -> it.yield(session, id("XOB"), 0));
    at("10:05:00", it -> it.give(session, id("en-lantern-children"), 0));
    at("10:08:20", it -> it.end(session, id("en-lantern-children")));
    at("10:09:00", it -> it.end(session, id("en-lantern-children")));
    assertThat(state("XFL")).isEqualTo(Turn.State.YIELDED);
    String csv = Visitor.of(site).read(path + "/times.csv").body();
    assertThat(csv)
        .startsWith("session,by,code,turns,seconds\n")
        .contains(
            session.ref() + ",all,,3,315\n",
            session.ref() + ",stakeholder-type,ngo,1,200\n",
            session.ref() + ",stakeholder-type,state,2,115\n",
            session.ref() + ",gender,not-given,3,315\n");
    assertThat(Visitor.of(site).read(path + "/times").body()).contains("5:15", "3:20", "1:55");
    assertThat(site.bean(SpeakingTimes.class).ofSession(session.ref()))
        .filteredOn(it -> it.by() == SpeakingTimes.By.REGION)
        .extracting(SpeakingTimes.Share::seconds)
        .satisfies(it -> assertThat(it.stream().mapToLong(Long::longValue).sum()).isEqualTo(315));
  }

  @Test
  void countsNoTimeBackwardsWhenTheServersClockIsSetBack() throws Exception {
    ask(moderator, "XFL");
    ask(moderator, "XOB");
    ask(moderator, "en-lantern-children");
    at("10:00:00", it -> it.give(session, id("XFL"), 0));
    // The clock is set back by an hour while Ferrenland speaks, twice more after that.
    at("09:00:00", it -> it.yield(session, id("XFL"), id("XOB")));
    assertThat(state("XFL")).isEqualTo(Turn.State.YIELDED);
    assertThat(list().speaker().orElseThrow().limit()).isEqualTo(Duration.ofMinutes(3));
    at("08:00:00", it -> it.give(session, id("en-lantern-children"), id("XOB")));
    assertThat(state("XOB")).isEqualTo(Turn.State.DONE);
    at("07:00:00", it -> it.end(session, id("en-lantern-children")));
    assertThat(Visitor.of(site).read(path + "/times.csv").body())
        .contains(session.ref() + ",all,,3,0\n")
        .doesNotContain(",-");
  }

  @Test
  void showsNobodyMoreThanTheWholeTime() throws Exception {
    ask(moderator, "XFL");
    // As if the clock had been set back by an hour just now.
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    Floor floor = new Floor(site.bean(TurnTable.class), event -> {}, ahead);
    long turn = id("XFL");
    site.bean(TransactionTemplate.class).executeWithoutResult(it -> floor.give(session, turn, 0));
    moderator.send(path + "/list", "act", "close");
    assertThat(read()).contains("<b dir=\"ltr\">3:00</b>", "data-limit=\"180\"");
    assertThat(moderator.send(path + "/end", "turn", turn("XFL")).statusCode()).isEqualTo(302);
    assertThat(state("XFL")).isEqualTo(Turn.State.DONE);
  }

  @Test
  void countsTheGenderThatWasGivenAndShowsItWithNobody() throws Exception {
    ferrenland.send(path + "/ask", "stakeholder", "XFL", "gender", "woman");
    at("10:00:00", it -> it.give(session, id("XFL"), 0));
    at("10:00:30", it -> it.end(session, id("XFL")));
    assertThat(Visitor.of(site).read(path + "/times.json").body())
        .contains("\"by\":\"gender\",\"code\":\"woman\",\"turns\":1,\"seconds\":30");
    assertThat(read()).doesNotContain("Amaru Vela");
  }

  @Test
  void tellsWhoeverTurnsToWhatIsNotThere() throws Exception {
    assertThat(moderator.send(path + "/give", "turn", "999999999").statusCode()).isEqualTo(404);
    assertThat(moderator.send(path + "/ask", "stakeholder", "nobody").statusCode()).isEqualTo(422);
    assertThat(ferrenland.send(path + "/ask", "stakeholder", "XFL", "form", "x").statusCode())
        .isEqualTo(422);
    assertThat(Visitor.of(site).read("/en/sessions/SE-999999/floor").statusCode()).isEqualTo(404);
    ask(ferrenland, "XFL");
    assertThat(moderator.send(path + "/end", "turn", turn("XFL")).body())
        .contains("Ferrenland does not have the floor yet.");
    give(turn("XFL"), 0);
    assertThat(ferrenland.send(path + "/withdraw", "turn", turn("XFL")).body())
        .contains("Ferrenland has the floor already.");
  }

  private void ask(Visitor who, String key) throws Exception {
    assertThat(who.send(path + "/ask", "stakeholder", key).statusCode()).isEqualTo(302);
  }

  private void give(String turn, long seen) throws Exception {
    assertThat(
            moderator.send(path + "/give", "turn", turn, "seen", Long.toString(seen)).statusCode())
        .isEqualTo(302);
  }

  private void at(String time, java.util.function.Consumer<Floor> act) {
    Clock clock = Clock.fixed(Instant.parse("2026-12-04T" + time + "Z"), ZoneOffset.UTC);
    Floor floor = new Floor(site.bean(TurnTable.class), event -> {}, clock);
    site.bean(TransactionTemplate.class).executeWithoutResult(it -> act.accept(floor));
  }

  private String read() throws Exception {
    return Visitor.of(site).read(path).body();
  }

  private SpeakersList list() {
    return site.bean(TurnTable.class).read(session.id());
  }

  private List<String> waiting() {
    return list().waiting().stream().map(it -> it.stakeholder().key()).toList();
  }

  private String turn(String key) {
    return Long.toString(id(key));
  }

  private long id(String key) {
    return last(key).id();
  }

  private Turn.State state(String key) {
    return last(key).state();
  }

  private Turn last(String key) {
    return list().turns().stream()
        .filter(it -> it.stakeholder().key().equals(key))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
