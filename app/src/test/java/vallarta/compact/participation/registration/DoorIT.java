package vallarta.compact.participation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.registration.Request.Listing;

/// Badges, the door, who is named, how many came, and lists that are imported.
class DoorIT {

  private static RunningDemonstration site;
  private static Visitor secretariat;
  private static Visitor nobody;

  private MeetingOfTest meeting;
  private Accreditation accreditation;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    secretariat = Visitor.as(site, "secretariat@example.org");
    nobody = Visitor.of(site);
  }

  @BeforeEach
  void create() {
    meeting = MeetingOfTest.create(site);
    accreditation = site.bean(Accreditation.class);
    accreditation.seats(meeting.it(), "XFL", 5);
    accreditation.seats(meeting.it(), "XOB", 5);
    accreditation.seats(meeting.it(), "en-rural-ombarra", 5);
  }

  @Test
  void printsABadgeForWhomeverIsAccredited() throws Exception {
    Registration it = approved("XFL", "Ada Example", "ada@example.org", Listing.USUAL);
    HttpResponse<byte[]> answer = badge(it);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    try (PDDocument pdf = Loader.loadPDF(answer.body())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).as("A6").isBetween(297f, 299f);
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Ada Example", "Ferrenland", it.code().substring(0, 13))
          .doesNotContain("ada@example.org", it.pass());
    }
  }

  @Test
  void printsNoBadgeForTheRejectedTheWithdrawnAndTheUndecided() throws Exception {
    Registration rejected = approved("XFL", "Bo", "bo@example.org", Listing.USUAL);
    accreditation.reject(rejected.id(), "Nomination taken back", 0);
    refused(rejected, "the registration was rejected", "Nomination taken back");
    Registration withdrawn = approved("XFL", "Cy", "cy@example.org", Listing.USUAL);
    accreditation.withdraw(withdrawn.id(), 0);
    refused(withdrawn, "the registration was withdrawn");
    refused(entered("XFL", "Di", "di@example.org", true), "the secretariat has not decided");
    refused(
        entered("XFL", "Ed", "ed@example.org", false),
        "the head of the delegation has not decided");
    accreditation.seats(meeting.it(), "XOB", 1);
    entered("XOB", "Flo", "flo@example.org", true);
    refused(entered("XOB", "Gil", "gil@example.org", true), "on the waiting list");
    assertThat(nobody.read("/en/registrations/%s/badge.pdf".formatted("a".repeat(26))).statusCode())
        .isEqualTo(404);
    // The code of the badge, which everybody sees, opens nothing.
    Registration good = approved("XFL", "Hal", "hal@example.org", Listing.USUAL);
    assertThat(nobody.read("/en/registrations/" + good.code()).statusCode()).isEqualTo(404);
  }

  @Test
  void letsTheHolderOfABadgeInOnce() throws Exception {
    Registration it = approved("XFL", "Ada Example", "ada@example.org", Listing.USUAL);
    String door = "/en/check-in/" + it.code();
    assertThat(secretariat.read(door).body()).contains("Valid badge", "Ada Example");
    assertThat(meeting.of("ada@example.org").isCheckedIn()).isFalse();
    HttpResponse<String> first = secretariat.send(door);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("Checked in").doesNotContain("Checked in already");
    HttpResponse<String> second = secretariat.send(door);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("Checked in already", "Came ");
    assertThat(secretariat.read(door).body()).contains("Checked in already");
  }

  @Test
  void turnsAwayBadgesThatAreNotGood() throws Exception {
    Registration it = approved("XFL", "Bo", "bo@example.org", Listing.USUAL);
    accreditation.reject(it.id(), "Nomination taken back", 0);
    HttpResponse<String> rejected = secretariat.send("/en/check-in/" + it.code());
    assertThat(rejected.statusCode()).isEqualTo(409);
    assertThat(rejected.body()).contains("Not accredited: do not let in", "Nomination taken back");
    assertThat(meeting.of("bo@example.org").isCheckedIn()).isFalse();
    for (String code : new String[] {"a".repeat(26), "x", "%20"}) {
      HttpResponse<String> unknown = secretariat.send("/en/check-in/" + code);
      assertThat(unknown.statusCode()).as(code).isEqualTo(404);
      assertThat(unknown.body()).contains("No badge has this code");
    }
    assertThat(nobody.read("/en/check-in/" + it.code()).body()).doesNotContain("Bo</b>");
  }

  @Test
  void findsPeopleAtTheDoorByCodeAndByName() throws Exception {
    Registration it = approved("XFL", "Ada Example", "ada@example.org", Listing.USUAL);
    HttpResponse<String> scanned =
        secretariat.read(
            meeting.path("check-in?q=" + it.code().toUpperCase(java.util.Locale.ROOT)));
    assertThat(scanned.headers().firstValue("Location").orElse(""))
        .endsWith("/en/check-in/" + it.code());
    assertThat(secretariat.read(meeting.path("check-in?q=exampl")).body())
        .contains("Ada Example", "/en/check-in/" + it.code());
    assertThat(secretariat.read(meeting.path("check-in?q=nobody")).body())
        .contains("Nobody registered for this meeting has this name");
  }

  @Test
  void namesOfficialDelegationsUnlessTheyOptOutAndOthersOnlyWhenTheyOptIn() throws Exception {
    approved("XFL", "State Usual", "a@example.org", Listing.USUAL);
    Registration out = approved("XFL", "State Out", "b@example.org", Listing.NO);
    Registration ngo = approved("en-rural-ombarra", "Ngo Usual", "c@example.org", Listing.USUAL);
    approved("en-rural-ombarra", "Ngo In", "d@example.org", Listing.YES);
    entered("XFL", "Not Accredited", "e@example.org", true);
    approved("XFL", "At Risk", "risk@example.org", Listing.YES);
    site.bean(JdbcClient.class)
        .sql(
            """
            insert into participation.person (name, email, at_risk) values ('At Risk', 'Risk@example.org', true)
            on conflict do nothing
            """)
        .update();
    for (String ending : new String[] {"", ".csv", ".json"}) {
      HttpResponse<String> list = nobody.read(meeting.path("participants" + ending));
      assertThat(list.statusCode()).isEqualTo(200);
      assertThat(list.body())
          .as(ending)
          .contains("State Usual", "Ngo In")
          .doesNotContain("State Out", "Ngo Usual", "Not Accredited", "At Risk", "@example.org");
    }
    assertThat(nobody.read(meeting.path("participants")).body())
        .contains("3 more persons are accredited and not named");
    nobody.send("/en/registrations/%s/own".formatted(ngo.pass()), "wish", "name");
    nobody.send("/en/registrations/%s/own".formatted(out.pass()), "wish", "name");
    nobody.send("/en/registrations/%s/own".formatted(out.pass()), "wish", "unname");
    assertThat(nobody.read(meeting.path("participants.csv")).body())
        .contains("Ngo Usual")
        .doesNotContain("State Out");
    nobody.send("/en/registrations/%s/own".formatted(ngo.pass()), "wish", "withdraw");
    assertThat(nobody.read(meeting.path("participants.csv")).body()).doesNotContain("Ngo Usual");
  }

  @Test
  void countsWhoCameByType() throws Exception {
    come(approved("XFL", "A", "a@example.org", Listing.USUAL));
    come(approved("XFL", "B", "b@example.org", Listing.USUAL));
    approved("XOB", "C", "c@example.org", Listing.USUAL);
    entered("XOB", "D", "d@example.org", true);
    come(approved("en-rural-ombarra", "E", "e@example.org", Listing.USUAL));
    Registration gone = approved("en-rural-ombarra", "F", "f@example.org", Listing.USUAL);
    come(gone);
    accreditation.reject(gone.id(), "Left in anger", 0);
    assertThat(nobody.read(meeting.path("attendance.csv")).body().strip().lines())
        .containsExactly(
            "type,delegations_approved,delegations_present,persons_registered,persons_approved,persons_present",
            "state,2,1,4,3,2",
            "ngo,1,1,1,1,1");
    Attendance.Figures figures = site.bean(Attendance.class).of(meeting.it());
    assertThat(figures.states()).isEqualTo(1);
    assertThat(figures.ngos()).isEqualTo(1);
    assertThat(figures.delegates()).isEqualTo(3);
    assertThat(nobody.read(meeting.path("attendance")).body())
        .contains("State present", "delegates present", "non-governmental organisation present");
  }

  @Test
  void showsWhatWouldBecomeOfAListAndWritesItOnlyWhenToldTo() throws Exception {
    accreditation.seats(meeting.it(), "XFL", 2);
    String csv =
        """
        stakeholder,name,email,function,head,listed
        XFL,"Aldana, Ada",ADA@example.org,=Minister,yes,
        XFL,Bo,bo@example.org,,,no
        XFL,Cy,cy@example.org,,,
        """;
    String path = meeting.path("registrations/import");
    HttpResponse<String> checked = secretariat.upload(path, "file", "people.csv", csv);
    assertThat(checked.statusCode()).isEqualTo(200);
    assertThat(checked.body())
        .contains("nothing was written", "Aldana, Ada", "3 persons", "On the waiting list");
    assertThat(meeting.all()).isEmpty();
    HttpResponse<String> written =
        secretariat.send(path, "csv", hidden(checked.body()), "accredit", "true", "write", "true");
    assertThat(written.statusCode()).isEqualTo(302);
    assertThat(meeting.all())
        .extracting(it -> it.name() + "/" + it.email() + "/" + it.standing() + "/" + it.listed())
        .containsExactlyInAnyOrder(
            "Aldana, Ada/ada@example.org/approved/true",
            "Bo/bo@example.org/approved/false",
            "Cy/cy@example.org/waiting/true");
    assertThat(meeting.of("ada@example.org").function()).isEqualTo("=Minister");
    assertThat(meeting.of("ada@example.org").head()).isTrue();
  }

  @Test
  void tellsEachBadCellOfAListWithItsRowAndColumnAndWritesNothing() throws Exception {
    entered("XFL", "Known", "known@example.org", true);
    String csv =
        """
        stakeholder,name,email,function,head,listed
        XFL,Good,good@example.org,,,
        XST,Stranger,x@example.org,,,
        XFL,,nameless@example.org,,,
        XFL,Wrong,not an address,,,
        XFL,Twice,GOOD@example.org,,,
        XFL,Known,known@example.org,,,
        XFL,Odd,odd@example.org,,perhaps,
        """;
    for (String write : new String[] {"false", "true"}) {
      HttpResponse<String> answer =
          secretariat.send(meeting.path("registrations/import"), "csv", csv, "write", write);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains(
              "Row 3, column stakeholder: “XST” is not accredited to this meeting",
              "Row 4, column name: is empty",
              "Row 5, column email: “not an address” is not an e-mail address",
              "Row 6, column email: “GOOD@example.org” stands here a second time",
              "Row 7, column email: “known@example.org” is registered for this meeting already",
              "Row 8, column head: “perhaps” is not one of the values")
          .doesNotContain("Row 2,");
      assertThat(meeting.all()).hasSize(1);
    }
  }

  @Test
  void tellsWhatIsNoTable() throws Exception {
    String path = meeting.path("registrations/import");
    assertThat(secretariat.upload(path, "file", "x.csv", "").statusCode()).isEqualTo(422);
    assertThat(secretariat.send(path).statusCode()).isEqualTo(422);
    HttpResponse<String> columns =
        secretariat.upload(path, "file", "x.csv", "who,where\nAda,here\n");
    assertThat(columns.statusCode()).isEqualTo(422);
    assertThat(columns.body())
        .contains("Row 1, column stakeholder:", "the table has no such column");
  }

  private Registration entered(String stakeholder, String name, String email, boolean endorsed) {
    Request request = new Request(stakeholder, name, email, "", false, Listing.USUAL);
    return accreditation.register(meeting.it(), request, endorsed, 0);
  }

  private Registration approved(String stakeholder, String name, String email, Listing listing) {
    Request request = new Request(stakeholder, name, email, "", false, listing);
    long id = accreditation.register(meeting.it(), request, true, 0).id();
    return accreditation.approve(id, 0);
  }

  private static void come(Registration it) {
    assertThat(site.bean(CheckIn.class).admit(it.code())).isTrue();
  }

  private static void refused(Registration it, String... told) throws Exception {
    HttpResponse<String> answer =
        nobody.read("/en/registrations/%s/badge.pdf".formatted(it.pass()));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("PART-074").contains(told);
  }

  private static HttpResponse<byte[]> badge(Registration it) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(
                  site.address("/en/registrations/%s/badge.pdf".formatted(it.pass())))
              .build(),
          BodyHandlers.ofByteArray());
    }
  }

  private static String hidden(String page) {
    String from = page.substring(page.indexOf("name=\"csv\" value=\"") + 18);
    return from.substring(0, from.indexOf('"')).replace("&#34;", "\"").replace("&amp;", "&");
  }
}
