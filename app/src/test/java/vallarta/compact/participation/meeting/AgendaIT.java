package vallarta.compact.participation.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vallarta.compact.access.Role;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.Mandate;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;

/// The own programme on the web and in a calendar, and what clashes in a programme.
class AgendaIT {

  private static final Instant BEGINS =
      Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

  private static RunningDemonstration site;
  private static Visitor secretariat;
  private static Visitor moderator;
  private static Programme programme;

  private Meeting meeting;
  private Session plenary;
  private Session group;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    secretariat = Visitor.as(site, "secretariat@example.org");
    moderator = Visitor.as(site, "moderator@example.org");
    programme = site.bean(Programme.class);
  }

  @BeforeEach
  void create() {
    LocalDate day = LocalDate.ofInstant(BEGINS, ZoneOffset.UTC);
    meeting =
        programme.convene(
            "A meeting of the test " + UUID.randomUUID(),
            "en",
            "Port Kassel",
            ZoneOffset.UTC,
            day,
            day.plusDays(1),
            true);
    plenary = schedule("Plenary", "Hall", 0, 2);
    group = schedule("Group", "Room 1", 1, 3);
    programme.publish(meeting);
  }

  @Test
  void followsWhatIsServedAndWhatIsChosenUnderAnAddressThatCanBeReplaced() throws Exception {
    programme.assign(group, person("moderator@example.org"), Role.MODERATOR);
    assertThat(moderator.read("/en/sessions/" + group.ref()).body())
        .contains("because you serve this session");
    assertThat(wish(plenary, "choose")).isEqualTo(302);
    assertThat(wish(plenary, "choose")).isEqualTo(302);
    assertThat(entry(group)).contains("At the same time:", "/sessions/" + plenary.ref());
    assertThat(entry(plenary)).contains("At the same time:", "/sessions/" + group.ref());

    moderator.send("/en/agenda/address");
    String address = address();
    assertThat(events(address)).contains(plenary.ref(), group.ref());
    programme.change(plenary, "Plenary", "Hall", hour(4), hour(5), false);
    assertThat(entry(group)).doesNotContain("At the same time:");
    assertThat(wish(plenary, "leave-out")).isEqualTo(302);
    assertThat(wish(group, "leave-out")).isEqualTo(302);
    assertThat(events(address)).contains(group.ref()).doesNotContain(plenary.ref());

    moderator.send("/en/agenda/address");
    assertThat(address()).isNotEqualTo(address);
    assertThat(Visitor.of(site).read(address).statusCode()).isEqualTo(404);
    assertThat(events(address())).contains(group.ref());
  }

  @Test
  void leavesOutWhatAnEndedMandateWasFor() throws Exception {
    Mandates mandates = site.bean(Mandates.class);
    Person person =
        site.bean(Persons.class)
            .withAccount(
                site.bean(Persons.class)
                    .register(
                        "A moderator of the test",
                        UUID.randomUUID() + "@example.org",
                        vallarta.compact.language.Language.EN,
                        true));
    Mandate mandate =
        mandates.give(
            person,
            mandates.ofPerson(person("moderator@example.org").id()).getFirst().stakeholder(),
            Role.MODERATOR,
            Instant.now(),
            null,
            0);
    programme.assign(group, person, Role.MODERATOR);
    Agenda agenda = site.bean(Agenda.class);
    assertThat(agenda.of(person.account())).extracting(Session::ref).containsExactly(group.ref());
    mandates.end(mandate.id(), 0);
    assertThat(agenda.of(person.account())).isEmpty();
  }

  @Test
  void keepsUnpublishedSessionsFromOthersAndAsksForSignIn() throws Exception {
    Meeting hidden =
        programme.convene(
            "Hidden " + UUID.randomUUID(),
            "en",
            "",
            ZoneOffset.UTC,
            meeting.firstDay(),
            meeting.lastDay(),
            true);
    Session session =
        programme.schedule(hidden, SessionType.PLENARY, "Hidden", "en", "", "", hour(0), hour(1));
    assertThat(wish(session, "choose")).isEqualTo(404);
    assertThat(Visitor.of(site).send("/en/sessions/" + plenary.ref() + "/agenda").statusCode())
        .isIn(302, 303, 401, 403);
    assertThat(Visitor.of(site).read("/en/agenda/" + "a".repeat(26) + ".ics").statusCode())
        .isEqualTo(404);
  }

  @Test
  void tellsTheSecretariatWhichSessionsNeedOneRoomOrOnePersonTwice() throws Exception {
    String edit = "/en/meetings/" + meeting.ref() + "/edit";
    assertThat(secretariat.read(edit).body()).doesNotContain("At the same time");
    Session second = schedule("Second group", "Room 1", 2, 4);
    assertThat(secretariat.read(edit).body()).contains("At the same time", "both in Room 1");
    programme.change(second, "Second group", "Room 2", hour(2), hour(4), false);
    programme.assign(group, person("moderator@example.org"), Role.MODERATOR);
    programme.assign(second, person("moderator@example.org"), Role.MODERATOR);
    assertThat(secretariat.read(edit).body())
        .contains("both served by")
        .doesNotContain("both in Room");
    programme.change(second, "Second group", "Room 2", hour(3), hour(4), false);
    assertThat(secretariat.read(edit).body()).doesNotContain("At the same time");
  }

  private Session schedule(String title, String room, int from, int to) {
    return programme.schedule(
        meeting, SessionType.PLENARY, title, "en", "", room, hour(from), hour(to));
  }

  private static Instant hour(int after) {
    return BEGINS.plus(after, ChronoUnit.HOURS);
  }

  private static Person person(String email) {
    return site.bean(Persons.class).findByEmail(email).orElseThrow();
  }

  private static int wish(Session session, String wish) throws Exception {
    return moderator.send("/en/sessions/" + session.ref() + "/agenda", "wish", wish).statusCode();
  }

  /// What the own programme says of a session of this test; others leave theirs on it, too.
  private static String entry(Session session) throws Exception {
    return Arrays.stream(moderator.read("/en/agenda").body().split("<section class=\"hour\">"))
        .filter(it ->
            it.substring(0, Math.max(0, it.indexOf("</article>")))
                .contains("/sessions/" + session.ref() + "\""))
        .findFirst()
        .orElseThrow();
  }

  private static String address() throws Exception {
    String page = moderator.read("/en/agenda").body();
    Matcher found = Pattern.compile("/en/agenda/[a-z2-7]{26}\\.ics").matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group();
  }

  /// The references of the sessions in a calendar, read by somebody who is not signed in.
  private static List<String> events(String address) throws Exception {
    String body = Visitor.of(site).read(address).body();
    return new CalendarBuilder()
        .build(new StringReader(body)).<VEvent>getComponents("VEVENT").stream()
            .map(it -> it.getUid().orElseThrow().getValue())
            .map(it -> it.substring(0, it.indexOf('@')))
            .toList();
  }
}
