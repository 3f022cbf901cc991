package vallarta.compact.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.access.Right;
import vallarta.compact.access.Role;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Programme;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.meeting.SessionType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;

/// The secretariat keeps the register; focal points of a State keep their own; who leaves takes no
/// history away.
class ParticipantsIT {

  private static RunningDemonstration site;
  private static Visitor secretariat;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    secretariat = Visitor.as(site, "secretariat@example.org");
  }

  @Test
  void entersAStateGivesItAFocalPointAndShowsBothToEverybody() throws Exception {
    String ref = enter("Principality of Quill", "state", "XQL", "019", "");
    String page = site.fetch("/en/participants/" + ref).body();
    assertThat(page).contains("Principality of Quill", "Americas (UN M49 019)", "ISO 3166-1 XQL");
    HttpResponse<String> given =
        give(secretariat, ref, "Olga Quill", "olga@example.org", "main-focal-point");
    assertThat(given.statusCode()).isEqualTo(302);
    assertThat(site.fetch("/en/participants/" + ref).body())
        .contains("Main focal point", "Olga Quill");
    assertThat(site.fetch("/en/mails").body())
        .as("she is invited")
        .contains("olga@example.org", "You are invited to sign in");
    assertThat(site.fetch("/en/participants.csv").body())
        .contains(ref + ",XQL,Principality of Quill,en,state,XQL,019,,,true");
    HttpResponse<String> second =
        give(secretariat, ref, "Piet Quill", "piet@example.org", "main-focal-point");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("has a main focal point at that time", "piet@example.org");
    assertThat(site.bean(Persons.class).findByEmail("piet@example.org"))
        .as("nothing is half-written")
        .isEmpty();
  }

  @Test
  void aFocalPointKeepsThoseOfItsOwnStateAndOfNoOther() throws Exception {
    String own = refOf("XFL");
    String other = refOf("XOB");
    Visitor focalPoint = Visitor.as(site, "ferrenland@example.org");
    assertThat(give(focalPoint, own, "Dana Ferren", "dana@example.org", "delegate").statusCode())
        .isEqualTo(302);
    assertThat(give(focalPoint, other, "Dana Ferren", "dana@example.org", "delegate").statusCode())
        .isEqualTo(403);
    assertThat(give(focalPoint, own, "Dana Ferren", "dana@example.org", "secretariat").statusCode())
        .isEqualTo(403);
    assertThat(focalPoint.read("/en/participants/" + own).body()).contains("Dana Ferren");
    assertThat(site.fetch("/en/participants/" + own).body())
        .as("a delegate is no public figure")
        .doesNotContain("Dana Ferren");
    assertThat(Visitor.as(site, "contributor@example.org").read("/en/participants/" + own).body())
        .doesNotContain("Dana Ferren");
    String theirs =
        site.bean(Mandates.class).ofStakeholder("XOB").stream()
            .filter(it -> it.role() == Role.DELEGATE)
            .findFirst()
            .orElseThrow()
            .ref();
    assertThat(focalPoint.send("/en/mandates/" + theirs + "/end").statusCode()).isEqualTo(403);
  }

  @Test
  void aFocalPointHandsNothingOverThatIsHeldForAnotherState() throws Exception {
    String own = enter("Republic of Alder", "state", "XAL", "150", "");
    String other = enter("Republic of Birch", "state", "XBI", "150", "");
    give(secretariat, own, "Ann Alder", "ann@example.org", "main-focal-point");
    Visitor ann = Visitor.byLetter(site, "ann@example.org");
    give(secretariat, other, "Ann Alder", "ann@example.org", "delegate");
    HttpResponse<String> theirs = handOver(ann, mandate("XBI"), "Ben Birch", "ben@example.org");
    assertThat(theirs.statusCode()).as("the delegate of another State").isEqualTo(403);
    assertThat(site.bean(Persons.class).findByEmail("ben@example.org")).isEmpty();
    HttpResponse<String> mine = handOver(ann, mandate("XAL"), "Bea Alder", "bea@example.org");
    assertThat(mine.statusCode()).isEqualTo(302);
    assertThat(ann.read("/en/mandates/%s/hand-over".formatted(mandate("XAL"))).statusCode())
        .as("what waits is the successor's to know")
        .isEqualTo(403);
  }

  @Test
  void tellsOfMandatesThatCannotBeAndGivesNone() throws Exception {
    String ref = enter("Republic of Cedar", "state", "XCD", "150", "");
    Map<String, String[]> wrong =
        Map.of(
            "en", new String[] {"2026-12-05", "2026-12-04", "The mandate ends before it begins"},
            "es", new String[] {"2026-12-05", "2026-12-05", "El mandato termina antes de empezar"},
            "fr", new String[] {"5.12.2026", "", "« 5.12.2026 »"});
    for (Map.Entry<String, String[]> it : wrong.entrySet()) {
      HttpResponse<String> answer =
          secretariat.send(
              "/%s/participants/%s/mandates".formatted(it.getKey(), ref),
              "name",
              "Cy Cedar",
              "email",
              "cy.cedar@example.org",
              "role",
              "delegate",
              "begins",
              it.getValue()[0],
              "ends",
              it.getValue()[1]);
      assertThat(answer.statusCode()).as(it.getKey()).isIn(409, 422);
      assertThat(answer.body())
          .as(it.getKey())
          .contains(it.getValue()[2], "value=\"Cy Cedar\"", "value=\"cy.cedar@example.org\"");
    }
    assertThat(site.bean(Mandates.class).ofStakeholder("XCD")).isEmpty();
    assertThat(site.bean(Persons.class).findByEmail("cy.cedar@example.org")).isEmpty();

    give(secretariat, ref, "Cy Cedar", "cy.cedar@example.org", "delegate");
    HttpResponse<String> again =
        give(secretariat, ref, "Cy Cedar", "cy.cedar@example.org", "delegate");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body())
        .contains("already has the same mandate at that time: " + mandate("XCD"), "End that one");
    assertThat(site.bean(Mandates.class).ofStakeholder("XCD")).hasSize(1);
  }

  @Test
  void mandatesEndAndAreHandedOverThoughTheServersClockIsSetBack() throws Exception {
    String ref = enter("Republic of Dahlia", "state", "XDH", "150", "");
    give(secretariat, ref, "Di Dahlia", "di.dahlia@example.org", "main-focal-point");
    give(secretariat, ref, "Di Dahlia", "di.dahlia@example.org", "delegate");
    Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    Mandates back =
        new Mandates(
            site.bean(JdbcClient.class),
            site.bean(MandateFacts.class),
            site.bean(PublicRecord.class),
            site.bean(Revision.class),
            earlier);
    Persons persons = site.bean(Persons.class);
    Person successor =
        persons.withAccount(persons.register("Do", "do.dahlia@example.org", Language.EN, true));
    List<Mandate> given = site.bean(Mandates.class).ofStakeholder("XDH");
    TransactionTemplate transactions = site.bean(TransactionTemplate.class);
    transactions.executeWithoutResult(status -> {
      back.handOver(given.getFirst().id(), successor, 0);
      back.end(given.getLast().id(), 0);
    });
    Person di = persons.findByEmail("di.dahlia@example.org").orElseThrow();
    assertThat(site.bean(Mandates.class).rights(di.account())).isEmpty();
    assertThat(back.rights(di.account())).isEmpty();
    assertThat(site.bean(Mandates.class).rights(successor.account()))
        .contains(new Right(Role.MAIN_FOCAL_POINT, "XDH"));
  }

  @Test
  void aStateThatLeavesTakesItsMandatesAlongAndLeavesItsHistory() throws Exception {
    String ref = enter("Duchy of Morrow", "state", "XMW", "150", "");
    give(secretariat, ref, "Max Morrow", "max@example.org", "main-focal-point");
    assertThat(
            secretariat.send("/en/participants/" + ref + "/withdraw", "reason", " ").statusCode())
        .isEqualTo(422);
    Visitor max = Visitor.byLetter(site, "max@example.org");
    assertThat(give(max, ref, "Mia Morrow", "mia@example.org", "delegate").statusCode())
        .isEqualTo(302);
    HttpResponse<String> left =
        secretariat.send(
            "/en/participants/" + ref + "/withdraw", "reason", "Its parliament decided so.");
    assertThat(left.statusCode()).isEqualTo(302);
    assertThat(give(max, ref, "Nia Morrow", "nia@example.org", "delegate").statusCode())
        .as("its rights are gone")
        .isEqualTo(403);
    String page = site.fetch("/en/participants/" + ref).body();
    assertThat(page).contains("Left the process on", "Its parliament decided so.", "Max Morrow");
    assertThat(site.bean(Mandates.class).ofStakeholder("XMW"))
        .hasSize(2)
        .noneMatch(it -> it.holdsAt(Instant.now().plusSeconds(1)));
    HttpResponse<String> given =
        give(secretariat, ref, "Max Morrow", "max@example.org", "delegate");
    assertThat(given.statusCode()).isEqualTo(409);
    assertThat(given.body()).contains("has left the process");
    assertThat(secretariat.send("/en/participants/" + ref + "/return").statusCode()).isEqualTo(302);
    assertThat(site.fetch("/en/participants/" + ref).body()).doesNotContain("Left the process");
    assertThat(give(secretariat, ref, "Max Morrow", "max@example.org", "delegate").statusCode())
        .isEqualTo(302);
  }

  @Test
  void aSuccessorTakesOverTheSessionsAndFindsWhatWaits() throws Exception {
    String ref = refOf("demo-secretariat");
    give(secretariat, ref, "Ruth First", "ruth@example.org", "rapporteur");
    Programme programme = site.bean(Programme.class);
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    Meeting meeting =
        programme.convene("A meeting not told yet", "en", "", ZoneOffset.UTC, day, day, true);
    Instant begins = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
    Session session =
        programme.schedule(
            meeting,
            SessionType.PANEL,
            "Of handing over",
            "en",
            "",
            "",
            begins,
            begins.plusSeconds(3600));
    programme.assign(
        session,
        site.bean(Persons.class).findByEmail("ruth@example.org").orElseThrow(),
        Role.RAPPORTEUR);
    Mandate before =
        site.bean(Mandates.class)
            .ofPerson(site.bean(Persons.class).findByEmail("ruth@example.org").orElseThrow().id())
            .getFirst();
    HttpResponse<String> handed =
        secretariat.send(
            "/en/mandates/" + before.ref() + "/hand-over",
            "name",
            "Rolf Next",
            "email",
            "rolf@example.org");
    assertThat(handed.statusCode()).isEqualTo(302);
    String pack = handed.headers().firstValue("Location").orElseThrow();
    Visitor rolf = Visitor.byLetter(site, "rolf@example.org");
    assertThat(rolf.read(pack).body())
        .contains("Of handing over", "Taken over from", "Ruth First", before.ref());
    assertThat(Visitor.as(site, "delegate@example.org").read(pack).statusCode()).isEqualTo(403);
    assertThat(site.bean(Mandates.class).get(before.ref()).holdsAt(Instant.now().plusSeconds(1)))
        .isFalse();
    HttpResponse<String> again =
        secretariat.send(
            "/en/mandates/" + before.ref() + "/hand-over",
            "name",
            "Rolf Next",
            "email",
            "rolf@example.org");
    assertThat(again.statusCode()).isEqualTo(409);
  }

  @Test
  void tellsWhatIsWrongWithACodeAndKeepsWhatWasEntered() throws Exception {
    String[][] wrong = {
      {"state", "ZZZZ", "019", "", "ISO 3166-1, such as MEX"},
      {"state", "MEX", "019", "", "one that it leaves free"},
      {"ngo", "", "999", "", "UN M49"},
      {"ngo", "", "150", "41127", "org-id.guide"},
    };
    for (String[] row : wrong) {
      HttpResponse<String> answer =
          secretariat.send(
              "/en/participants/new",
              "name",
              "Never & Sons",
              "type",
              row[0],
              "state",
              row[1],
              "region",
              row[2],
              "identifier",
              row[3],
              "fictional",
              "true");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains(row[4], "value=\"Never &amp; Sons\"");
    }
    String ref = enter("Harbour Choir", "ngo", "", "150", "XM-TEST-12");
    assertThat(site.fetch("/en/participants/" + ref).body()).contains("XM-TEST-12");
  }

  private static String enter(
      String name, String type, String state, String region, String identifier) throws Exception {
    HttpResponse<String> answer =
        secretariat.send(
            "/en/participants/new",
            "name",
            name,
            "type",
            type,
            "state",
            state,
            "region",
            region,
            "identifier",
            identifier,
            "fictional",
            "true",
            "name_language",
            "en");
    Matcher ref =
        Pattern.compile("P-\\d+$").matcher(answer.headers().firstValue("Location").orElse(""));
    assertThat(ref.find()).as(answer.body()).isTrue();
    return ref.group();
  }

  private static HttpResponse<String> give(
      Visitor by, String ref, String name, String email, String role) throws Exception {
    return by.send(
        "/en/participants/" + ref + "/mandates", "name", name, "email", email, "role", role);
  }

  private static HttpResponse<String> handOver(
      Visitor by, String mandate, String name, String email) throws Exception {
    return by.send("/en/mandates/" + mandate + "/hand-over", "name", name, "email", email);
  }

  /// The first mandate for that stakeholder.
  private static String mandate(String key) {
    return site.bean(Mandates.class).ofStakeholder(key).getFirst().ref();
  }

  private static String refOf(String key) {
    return site.bean(JdbcClient.class)
        .sql("select 'P-' || number from participation.stakeholder where key = :key")
        .param("key", key)
        .query(String.class)
        .single();
  }
}
