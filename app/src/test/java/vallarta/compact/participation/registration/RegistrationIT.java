package vallarta.compact.participation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.registration.Registration.State;

/// Delegations register their people, their heads agree, the secretariat accredits, and no
/// delegation ever has more people than seats.
class RegistrationIT {

  private static RunningDemonstration site;
  private static Visitor secretariat;
  private static Visitor ferrenland;
  private static Visitor ombarra;
  private static Visitor nobody;

  private MeetingOfTest meeting;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    secretariat = Visitor.as(site, "secretariat@example.org");
    ferrenland = Visitor.as(site, "ferrenland@example.org");
    ombarra = Visitor.as(site, "ombarra@example.org");
    nobody = Visitor.of(site);
  }

  @BeforeEach
  void create() throws Exception {
    meeting = MeetingOfTest.create(site);
    seats("XFL", "5");
  }

  @Test
  void accreditsWhomAFocalPointRegisters() throws Exception {
    assertThat(register(ferrenland, "XFL", "Ada", "ada@example.org").statusCode()).isEqualTo(302);
    Registration entered = meeting.of("ada@example.org");
    assertThat(entered.standing()).isEqualTo("pending");
    assertThat(decide(entered, "approve", "").statusCode()).isEqualTo(302);
    assertThat(meeting.of("ada@example.org").state()).isEqualTo(State.APPROVED);
    assertThat(ferrenland.read(meeting.path("registration")).body())
        .contains("Ada", "ada@example.org", "Accredited", "/badge.pdf", "1 of 5 seats taken");
    assertThat(secretariat.read(meeting.path("registrations.csv")).body())
        .contains("XFL,state,Ada,ada@example.org");
  }

  @Test
  void letsSomebodyWhoRegistersThemselvesWaitForTheHeadAndThenForTheSecretariat() throws Exception {
    HttpResponse<String> sent = register(nobody, "XFL", "Bo", "bo@example.org");
    String own = sent.headers().firstValue("Location").orElseThrow();
    assertThat(own).matches(".*/en/registrations/[a-z2-7]{26}");
    Registration asked = meeting.of("bo@example.org");
    assertThat(nobody.read(path(own)).body()).contains("Waits for the head of delegation");

    HttpResponse<String> early = decide(asked, "approve", "");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("The head of the delegation has not agreed yet");

    String endorse = "/en/registrations/%d/endorse".formatted(asked.id());
    assertThat(ombarra.send(endorse).statusCode()).isEqualTo(403);
    assertThat(Visitor.as(site, "ferrenland2@example.org").send(endorse).statusCode())
        .isEqualTo(403);
    assertThat(meeting.of("bo@example.org").endorsed()).isFalse();
    assertThat(ferrenland.send(endorse).statusCode()).isEqualTo(302);
    assertThat(decide(asked, "approve", "").statusCode()).isEqualTo(302);
    assertThat(nobody.read(path(own)).body()).contains("Accredited", "/badge.pdf");
  }

  @Test
  void letsThePersonWhoIsAccreditedAsHeadAgreeToo() throws Exception {
    seats("XOB", "5");
    Visitor delegate = Visitor.as(site, "delegate@example.org");
    register(nobody, "XOB", "Cy", "cy@example.org");
    String endorse = "/en/registrations/%d/endorse".formatted(meeting.of("cy@example.org").id());
    assertThat(delegate.send(endorse).statusCode()).isEqualTo(403);
    register(ombarra, "XOB", "Petra", "delegate@example.org", "head", "true");
    decide(meeting.of("delegate@example.org"), "approve", "");
    assertThat(delegate.send(endorse).statusCode()).isEqualTo(302);
    assertThat(meeting.of("cy@example.org").endorsed()).isTrue();
  }

  @Test
  void letsTheSecretariatAgreeWhereNobodySpeaksForTheDelegation() throws Exception {
    seats("en-rural-ombarra", "2");
    register(nobody, "en-rural-ombarra", "Di", "di@example.org");
    assertThat(decide(meeting.of("di@example.org"), "approve", "").statusCode()).isEqualTo(302);
    assertThat(meeting.of("di@example.org").state()).isEqualTo(State.APPROVED);
  }

  @Test
  void letsAMemberWhoDoesNotSpeakForTheDelegationOnlyAsk() throws Exception {
    Visitor alternate = Visitor.as(site, "ferrenland2@example.org");
    register(alternate, "XFL", "Ed", "ed@example.org");
    register(ferrenland, "XFL", "Flo", "flo@example.org");
    assertThat(meeting.of("ed@example.org").endorsed()).isFalse();
    assertThat(withdraw(alternate, "flo@example.org").statusCode()).isEqualTo(403);
    assertThat(withdraw(ombarra, "flo@example.org").statusCode()).isEqualTo(403);
    assertThat(withdraw(alternate, "ed@example.org").statusCode()).isEqualTo(302);
    assertThat(meeting.of("ed@example.org").state()).isEqualTo(State.WITHDRAWN);
    assertThat(meeting.of("flo@example.org").state()).isEqualTo(State.PENDING);
  }

  @Test
  void refusesASecondRegistrationOfOneAddressInAnySpelling() throws Exception {
    register(ferrenland, "XFL", "Gil", "gil@example.org");
    HttpResponse<String> second = register(nobody, "XFL", "Gilbert", " GIL@Example.org ");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("registered for this meeting already", "value=\"Gilbert\"");
    HttpResponse<String> spanish =
        nobody.send(
            meeting.path("registration").replace("/en/", "/es/"),
            "stakeholder",
            "XFL",
            "name",
            "Gilberto",
            "email",
            "gil@example.org");
    assertThat(spanish.body())
        .contains("ya está inscrita en esta reunión", "Retire primero esa inscripción");
    assertThat(meeting.all()).hasSize(1);
    withdraw(ferrenland, "gil@example.org");
    assertThat(register(ferrenland, "XFL", "Gil", "gil@example.org").statusCode()).isEqualTo(302);
    assertThat(meeting.all())
        .extracting(Registration::state)
        .containsExactlyInAnyOrder(State.WITHDRAWN, State.PENDING);
  }

  @Test
  void refusesWhatCannotBeTakenAndKeepsTheInput() throws Exception {
    HttpResponse<String> address = register(nobody, "XFL", "Hal", "hal at example");
    assertThat(address.statusCode()).isEqualTo(422);
    assertThat(address.body())
        .contains("This is not an e-mail address", "hal at example")
        .contains("href=\"#email\"", "id=\"email-wrong\"");
    assertThat(register(nobody, "XFL", " ", "x@example.org").statusCode()).isEqualTo(422);
    assertThat(register(nobody, "XFL", "x".repeat(201), "x@example.org").statusCode())
        .isEqualTo(422);
    assertThat(register(nobody, "", "Hal", "x@example.org").statusCode()).isEqualTo(422);
    HttpResponse<String> other = register(nobody, "XOB", "Hal", "x@example.org");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("not accredited to this meeting");
    for (String seats : List.of("-1", "many", "", "99999")) {
      assertThat(secretariat.send(meeting.path("quotas"), "of", "XFL", "seats", seats).statusCode())
          .as(seats)
          .isEqualTo(422);
    }
    assertThat(meeting.all()).isEmpty();
  }

  @Test
  void neverOverrunsAQuotaWhenTwentyRegisterAtOnce() throws Exception {
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String email = "p%02d@example.org".formatted(i);
      calls.add(() -> register(ferrenland, "XFL", "P", email));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(20)) {
      for (Future<HttpResponse<String>> done : pool.invokeAll(calls)) {
        assertThat(done.get().statusCode()).isEqualTo(302);
      }
    }
    assertThat(meeting.all().stream().filter(it -> it.state() == State.PENDING)).hasSize(5);
    assertThat(meeting.all().stream().filter(it -> it.state() == State.WAITING)).hasSize(15);
  }

  @Test
  void takesOneAddressOnceWhenTwentySendItAtOnce() throws Exception {
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(() -> register(ferrenland, "XFL", "Ida", "ida@example.org"));
    }
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(20)) {
      for (Future<HttpResponse<String>> done : pool.invokeAll(calls)) {
        answers.add(done.get().statusCode());
      }
    }
    assertThat(answers).containsOnly(302, 409).containsOnlyOnce(302);
    assertThat(meeting.all()).hasSize(1);
  }

  @Test
  void movesUpWhoeverHasWaitedLongestWhenASeatBecomesFree() throws Exception {
    seats("XFL", "1");
    for (String name : List.of("first", "second", "third", "fourth")) {
      register(ferrenland, "XFL", name, name + "@example.org");
    }
    assertThat(states())
        .containsExactly(State.PENDING, State.WAITING, State.WAITING, State.WAITING);
    HttpResponse<String> early = decide(meeting.of("second@example.org"), "approve", "");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("on the waiting list");
    withdraw(ferrenland, "first@example.org");
    assertThat(states())
        .containsExactly(State.WITHDRAWN, State.PENDING, State.WAITING, State.WAITING);
    decide(meeting.of("second@example.org"), "reject", "Not nominated");
    assertThat(states())
        .containsExactly(State.WITHDRAWN, State.REJECTED, State.PENDING, State.WAITING);
    seats("XFL", "2");
    assertThat(states())
        .containsExactly(State.WITHDRAWN, State.REJECTED, State.PENDING, State.PENDING);
  }

  @Test
  void givesADelegationItsOwnNumberBeforeThatOfItsType() throws Exception {
    seats("state", "3");
    seats("XOB", "0");
    assertThat(register(nobody, "XST", "Jo", "jo@example.org").statusCode()).isEqualTo(302);
    assertThat(register(nobody, "XOB", "Kim", "kim@example.org").statusCode()).isEqualTo(409);
    assertThat(nobody.read(meeting.path("registration")).body())
        .contains("value=\"XST\"", "value=\"XFL\"")
        .doesNotContain("value=\"XOB\"");
  }

  @Test
  void rejectsOnlyForAReasonThatThePersonReads() throws Exception {
    register(nobody, "XFL", "Lou", "lou@example.org");
    Registration asked = meeting.of("lou@example.org");
    assertThat(decide(asked, "reject", "  ").statusCode()).isEqualTo(422);
    assertThat(meeting.of("lou@example.org").state()).isEqualTo(State.PENDING);
    String decline = "/en/registrations/%d/decline".formatted(asked.id());
    assertThat(ombarra.send(decline, "reason", "No").statusCode()).isEqualTo(403);
    assertThat(ferrenland.send(decline, "reason", "Not of our delegation").statusCode())
        .isEqualTo(302);
    assertThat(nobody.read("/en/registrations/" + asked.pass()).body())
        .contains("Rejected", "Not of our delegation")
        .doesNotContain("/badge.pdf");
    HttpResponse<String> again = decide(asked, "approve", "");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("was rejected");
  }

  @Test
  void closesWhenTheMeetingIsOver() throws Exception {
    site.bean(JdbcClient.class)
        .sql(
            "update participation.meeting set first_day = '2020-01-01', last_day = '2020-01-02' where id = :id")
        .param("id", meeting.it().id())
        .update();
    HttpResponse<String> late = register(nobody, "XFL", "Max", "max@example.org");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("The meeting is over");
  }

  @Test
  void keepsNamesAndAddressesOutOfThePublicRecord() throws Exception {
    register(ferrenland, "XFL", "Unmistakable Personname", "unmistakable@example.org");
    decide(meeting.of("unmistakable@example.org"), "approve", "");
    assertThat(meeting.inRecord("Unmistakable Personname")).isZero();
    assertThat(meeting.inRecord("unmistakable@example.org")).isZero();
    assertThat(meeting.inRecord(meeting.it().title())).isPositive();
  }

  private List<State> states() {
    return meeting.all().stream()
        .sorted(java.util.Comparator.comparing(Registration::id))
        .map(Registration::state)
        .toList();
  }

  private HttpResponse<String> register(
      Visitor by, String stakeholder, String name, String email, String... more) throws Exception {
    List<String> fields =
        new ArrayList<>(List.of("stakeholder", stakeholder, "name", name, "email", email));
    fields.addAll(List.of(more));
    return by.send(meeting.path("registration"), fields.toArray(String[]::new));
  }

  private void seats(String of, String number) throws Exception {
    assertThat(secretariat.send(meeting.path("quotas"), "of", of, "seats", number).statusCode())
        .isEqualTo(302);
  }

  private static HttpResponse<String> decide(Registration it, String decision, String reason)
      throws Exception {
    return secretariat.send(
        "/en/registrations/%d/decide".formatted(it.id()), "decision", decision, "reason", reason);
  }

  private HttpResponse<String> withdraw(Visitor by, String email) throws Exception {
    return by.send("/en/registrations/%d/withdraw".formatted(meeting.of(email).id()));
  }

  private static String path(String address) {
    return address.substring(address.indexOf("/en/"));
  }
}
