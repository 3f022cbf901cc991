package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.record.RecordAudit;
import vallarta.compact.review.voice.Pledged;

/// One promise from the sentence that asked for it to what came of it: a State promises, whoever
/// asked follows it, the State reports, an organisation contradicts, the State answers, and a
/// reader without an account finds all of it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class F01_OnePromise {

  private static RunningDemonstration site;
  private static Visitor main;
  private static Visitor alternate;
  private static Visitor validator;
  private static Visitor organisation;
  private static Visitor reader;
  private static String statement;
  private static String commitment;
  private static String report;
  private static String parallel;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    main = Visitor.as(site, "ferrenland@example.org");
    alternate = Visitor.as(site, "ferrenland2@example.org");
    validator = Visitor.as(site, "ferrenland3@example.org");
    organisation = Visitor.as(site, "contributor@example.org");
    reader = Visitor.of(site);
    statement = first("S-[0-9]+", "/en/statements.csv?theme=education&kind=ask");
  }

  @Test
  @Order(1)
  void whoAskedFollowsTheSentence() throws Exception {
    assertThat(organisation.send("/en/follow/" + statement).statusCode()).isEqualTo(302);
    assertThat(organisation.read("/en/follows").body()).contains(statement);
  }

  @Test
  @Order(2)
  void aStatePromisesWhatItAskedFor() throws Exception {
    commitment =
        Pledged.by(
            main,
            "XFL",
            "Schools for those who arrive",
            "sources",
            statement,
            "theme",
            "education",
            "first-report",
            "2031-03-31");
    assertThat(reader.read("/en/thread/" + statement + "/whole").body())
        .as("beside what was promised before")
        .contains(commitment);
    assertThat(reader.read("/en/follow/" + statement + ".atom").body()).contains(commitment);
    assertThat(reader.read("/en/commitments/" + commitment).body())
        .contains(statement, "No report", "no baseline");
    assertThat(reader.read("/en/boards/list?by=actors&code=XFL&standing=no-report").body())
        .contains(commitment);
  }

  @Test
  @Order(3)
  void oneDraftsAnotherValidatesAndAThirdPublishesWhatWasDone() throws Exception {
    String duty = first("DU-[0-9]+", "/en/commitments/" + commitment + "/duties");
    String path =
        Pledged.place(alternate.send("/en/duties/" + duty + "/report")).replaceFirst("/edit$", "");
    report = path.substring(path.lastIndexOf('/') + 1);
    alternate.send(
        path + "/edit",
        "seen",
        "1",
        "progress",
        "under-way",
        "language",
        "en",
        "achieved",
        "Two schools are open.");
    alternate.send(
        path + "/evidence",
        "seen",
        "2",
        "title",
        "Register of schools",
        "type",
        "statistics",
        "independence",
        "own",
        "dated",
        "2026-09-30",
        "url",
        "https://example.org/schools");
    assertThat(reader.read(path).statusCode()).as("nobody reads a draft").isEqualTo(404);
    assertThat(validator.send(path + "/validate", "seen", "3").statusCode()).isEqualTo(302);
    assertThat(main.send(path + "/publish", "seen", "4").statusCode()).isEqualTo(302);
    assertThat(reader.read("/en/commitments/" + commitment + "/standing").body())
        .contains("Under way");
    assertThat(reader.read("/en/actors/XFL/due.ics").body()).contains("BEGIN:VCALENDAR");
  }

  @Test
  @Order(4)
  void anOrganisationSaysOtherwiseAndTheStateAnswers() throws Exception {
    String path = Pledged.said(organisation, "en-lantern-children", commitment, "no");
    parallel = path.substring(path.lastIndexOf('/') + 1);
    assertThat(organisation.send(path + "/publish", "seen", "1").statusCode()).isEqualTo(302);
    Visitor other = Visitor.as(site, "ombarra@example.org");
    String[] reply = {
      "about", parallel, "stakeholder", "XFL", "language", "en", "text", "The third opens in May."
    };
    assertThat(other.send("/en/replies/new", reply).statusCode())
        .as("no State answers for another")
        .isIn(403, 404);
    assertThat(main.send("/en/replies/new", reply).statusCode()).isEqualTo(302);
    assertThat(reader.read("/en/commitments/" + commitment + "/voices").body())
        .contains("Two schools are open.", "We teach in one of them.", "The third opens in May.");
  }

  @Test
  @Order(5)
  void aReaderWithoutAnAccountFindsTheWholeThread() throws Exception {
    assertThat(reader.read("/ar/thread/" + commitment).body())
        .contains(statement, report, parallel);
    assertThat(reader.read("/en/thread/" + statement + "/whole").body())
        .contains(commitment, report, parallel);
    assertThat(reader.read("/en/follow/" + statement + ".atom").body()).contains(report, parallel);
    assertThat(reader.read("/en/changes.csv").body()).contains(commitment, report);
    assertThat(reader.read("/en/reports.csv?actor=XFL").body()).contains(report);
    assertThat(reader.read("/fr/actors/XFL").body()).contains(commitment);
    assertThat(reader.read("/en/themes/education").statusCode()).isEqualTo(200);
    assertThat(reader.read("/en/record/objects/" + report).body()).contains(report);
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  /// The first text of that form on a page.
  private static String first(String form, String path) throws Exception {
    Matcher found = Pattern.compile(form).matcher(Visitor.of(site).read(path).body());
    assertThat(found.find()).as(form + " at " + path).isTrue();
    return found.group();
  }
}
