package vallarta.compact.commitment.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordAudit;

/// How far the instrument is in each State: entered by the State for itself, or by the secretariat
/// from a depositary's table, and shown State by State.
class InstrumentIT {

  private static RunningDemonstration site;
  private static Visitor ferrenland;
  private static Visitor ombarra;
  private static Visitor secretariat;
  private static Visitor reader;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    ferrenland = Visitor.as(site, "ferrenland@example.org");
    ombarra = Visitor.as(site, "ombarra@example.org");
    secretariat = Visitor.as(site, "secretariat@example.org");
    reader = Visitor.of(site);
  }

  @Test
  void aStateEntersItsOwnAndTheNewestOfAKindCounts() throws Exception {
    assertThat(enter(ferrenland, "XFL", "signed", "2019-05-01", "Gazette 7/2019")).isEqualTo(302);
    assertThat(enter(ferrenland, "XFL", "signed", "2019-06-01", "Gazette 9/2019")).isEqualTo(302);
    String row = row("signed", "");
    assertThat(row).contains("2019-06-01", "Gazette 9/2019", "state");
    assertThat(reader.read("/en/instrument/XFL").body())
        .as("every entry stays")
        .contains("Gazette 7/2019", "Gazette 9/2019");
    assertThat(reader.read("/en/instrument.csv?history=all").body()).contains("Gazette 7/2019");
    String id = row.replaceAll(".*,(IS-[0-9]+),.*", "$1");
    assertThat(site.bean(PublicRecord.class).history(id)).hasSize(1);
    assertThat(
            ferrenland
                .send(
                    "/en/instrument/XFL",
                    "kind",
                    "signed",
                    "holds",
                    "false",
                    "source",
                    "Note of 3 May")
                .statusCode())
        .isEqualTo(302);
    assertThat(reader.read("/en/instrument.csv").body().lines())
        .as("what is taken back does not hold")
        .noneMatch(it -> it.startsWith("XFL,") && it.contains(",signed,"));
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void nobodyWritesForAnotherState() throws Exception {
    assertThat(enter(ombarra, "XFL", "ratified", "2020-01-01", "Gazette 1")).isEqualTo(403);
    assertThat(enter(ferrenland, "XOB", "withdrawn", "2020-01-01", "Gazette 1")).isEqualTo(403);
    assertThat(enter(secretariat, "XFL", "ratified", "2020-01-01", "Gazette 1")).isEqualTo(403);
    assertThat(
            enter(
                Visitor.as(site, "contributor@example.org"),
                "XFL",
                "ratified",
                "2020-01-01",
                "Gazette 1"))
        .isEqualTo(403);
    assertThat(reader.read("/en/instrument/XFL").body()).doesNotContain("<form class=\"entry\"");
    assertThat(ombarra.read("/en/instrument/import").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "ratified, 2020-01-01, ' ', true, source",
    "ratified, '', Gazette, true, date",
    "ratified, 2999-01-01, Gazette, true, date",
    "ratified, 1/2/2020, Gazette, true, date",
    "withdrawn, '', Gazette, false, kind"
  })
  void whatCannotBeTakenIsNamedAtItsField(
      String kind, String date, String source, String holds, String place) throws Exception {
    HttpResponse<String> answer =
        ferrenland.send(
            "/en/instrument/XFL", "kind", kind, "date", date, "source", source, "holds", holds);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"#" + place + "\"", "id=\"" + place + "-wrong\"");
  }

  @Test
  void aTableIsCheckedFirstThenEnteredAndASecondTimeChangesNothing() throws Exception {
    String table =
        """
        state,kind,date,source
        XKL,signed,2018-12-10,https://treaties.example/xkl
        XKL,implementing-law,2021-03-02,Law 12/2021
        """;
    int before = entries();
    HttpResponse<String> dry = secretariat.upload("/en/instrument/import", "file", "t.csv", table);
    assertThat(dry.body()).contains("2 would be entered", "Law 12/2021");
    assertThat(entries()).as("a dry run writes nothing").isEqualTo(before);
    assertThat(
            secretariat.send("/en/instrument/import", "csv", table, "write", "true").statusCode())
        .isEqualTo(302);
    assertThat(entries()).isEqualTo(before + 2);
    assertThat(
            secretariat.send("/en/instrument/import", "csv", table, "write", "true").statusCode())
        .isEqualTo(302);
    assertThat(entries()).as("what is there is left").isEqualTo(before + 2);
    assertThat(reader.read("/en/instrument/XKL").body()).contains("Law 12/2021");
  }

  @Test
  void rowsThatCannotBeTakenAreToldAllTogetherAndNothingIsWritten() throws Exception {
    enter(ombarra, "XOB", "endorsed", "2020-02-02", "Act 5");
    int before = entries();
    String table =
        """
        state,kind,date,source,holds
        XOB,endorsed,2021-02-02,Somewhere else,
        Nowhere,signed,2020-01-01,Gazette,
        XKL,saluted,2020-01-01,Gazette,
        XKL,ratified,2999-01-01,Gazette,
        XKL,ratified,2020-01-01,,
        XKL,withdrawn,,Gazette,false
        XLH,signed,2020-01-01,Gazette,
        """;
    HttpResponse<String> answer =
        secretariat.send("/en/instrument/import", "csv", table, "write", "true");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("entered by the State itself", "Nowhere", "saluted", "2999-01-01");
    assertThat(answer.body()).contains("Row 2", "Row 3", "Row 4", "Row 5", "Row 6", "Row 7");
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void everyStateHasATileInTheOrderOfTheReadersLanguage() throws Exception {
    String page = reader.read("/en/instrument").body();
    String tiles = page.substring(page.indexOf("<ul class=\"tiles\">"));
    tiles = tiles.substring(0, tiles.indexOf("</ul>"));
    int states =
        site.bean(JdbcClient.class)
            .sql(
                "select count(*) from participation.stakeholder where type = 'state' and listed and state <> ''")
            .query(Integer.class)
            .single();
    assertThat(tiles.split("<li ", -1)).hasSize(states + 1);
    assertThat(tiles).contains("nothing reported");
    assertThat(tiles.indexOf("Ferrenland")).isLessThan(tiles.indexOf("Motalei"));
    assertThat(List.of("ar", "zh", "fr", "ru", "es"))
        .allSatisfy(
            it -> assertThat(reader.read("/" + it + "/instrument").statusCode()).isEqualTo(200));
    assertThat(reader.read("/en/instrument.csv").body().lines())
        .as("of whom nothing is reported is a row too")
        .anyMatch(it -> it.matches("[A-Z]{3},[A-Z]{3},[^,]+,,,,,,,,.*"));
    assertThat(reader.read("/en/instrument/XX-0").statusCode()).isEqualTo(404);
  }

  private static int enter(Visitor who, String state, String kind, String date, String source)
      throws Exception {
    return who.send("/en/instrument/" + state, "kind", kind, "date", date, "source", source)
        .statusCode();
  }

  private static String row(String kind, String parameters) throws Exception {
    return reader
        .read("/en/instrument.csv" + parameters)
        .body()
        .lines()
        .filter(it -> it.startsWith("XFL,") && it.contains("," + kind + ","))
        .findFirst()
        .orElseThrow();
  }

  private static int entries() {
    return site.bean(JdbcClient.class)
        .sql("select count(*) from commitment.instrument_status")
        .query(Integer.class)
        .single();
  }
}
