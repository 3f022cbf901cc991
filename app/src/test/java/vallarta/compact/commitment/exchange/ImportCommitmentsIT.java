package vallarta.compact.commitment.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.CommitmentRegister;
import vallarta.compact.commitment.Measure;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Problem.Rule;
import vallarta.compact.table.Table;

/// Commitments in and out: what goes out comes in again and changes nothing; what is wrong is told
/// by its place; nothing is removed that nobody meant to remove; nobody writes what is another's.
class ImportCommitmentsIT {

  private static final String HEADER =
      "ref,row,part,title,text,language,actors,dimensions,obligation,office,due,after,value,unit,direction,kind,amount,sources";
  private static final Order DRY =
      new Order(true, false, false, false, false, "", "A test", Map.of());
  private static final Order WRITE =
      new Order(false, false, false, false, false, "", "A test", Map.of());
  private static final Order PUBLISH =
      new Order(false, false, false, true, false, "", "A test", Map.of());

  private static RunningDemonstration site;
  private static Exchange exchange;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    site = RunningDemonstration.get();
    exchange = site.bean(Exchange.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void whatGoesOutComesInAgainAndChangesNothing(String ending) throws Exception {
    String ref = fresh();
    write(
        PUBLISH,
        row(ref, "'=2+2 schools", "'-5 is where we begin\nand more", "XFL", "national"),
        "%s,target,,Schools,,,,,,,,,'-5,schools,,,,".formatted(ref),
        "%s,means,,Money for teachers,,,,,,,,,,USD,need,finance,120000,".formatted(ref),
        "%s,milestone,,A first school,,,,,,,2029-01-01,,,,,,,".formatted(ref));
    Path out = folder.resolve("commitments." + ending);
    Files.write(out, Visitor.of(site).bytes("/en/commitments." + ending));
    Table table = Table.open(out);
    assertThat(table.rows()).hasSizeGreaterThan(30);
    Outcome outcome = exchange.run(table, WRITE, Hand.OPERATOR);
    assertThat(outcome.result().problems()).isEmpty();
    assertThat(outcome.lines()).isEmpty();
    assertThat(outcome.same()).isGreaterThan(10);
    assertThat(commitment(ref).told().title()).isEqualTo("=2+2 schools");
    assertThat(commitment(ref).told().targets().getFirst().value()).isEqualByComparingTo("-5");
  }

  @Test
  void aTableIsNarrowedAsItsPageIs() throws Exception {
    assertThat(site.fetch("/en/commitments.csv?actor=XOB").body())
        .contains(",XOB,")
        .doesNotContain(",XFL,");
    assertThat(site.fetch("/en/commitments.csv?q=nothing-like-that").body().lines()).hasSize(1);
    assertThat(site.fetch("/en/commitments.json?actor=XOB").body()).contains("\"answers\"");
  }

  @Test
  void aSecondRunChangesNothing() throws Exception {
    String ref = fresh();
    String[] rows = {
      row(ref, "Open schools", "We will open schools.", "XFL", "national"),
      "%s,target,,Schools,,,,,,,,,3,schools,,,,".formatted(ref)
    };
    assertThat(run(DRY, Hand.OPERATOR, rows).lines()).hasSize(1);
    assertThat(found(ref)).isEmpty();
    assertThat(write(WRITE, rows).result().written()).isEqualTo(1);
    Commitment first = commitment(ref);
    assertThat(first.state()).isEqualTo(Commitment.State.DRAFT);
    assertThat(first.missing()).contains(Measure.BASELINE).doesNotContain(Measure.UNIT);
    Outcome again = write(WRITE, rows);
    assertThat(again.result().written()).isZero();
    assertThat(again.same()).isEqualTo(1);
    assertThat(commitment(ref)).isEqualTo(first);
  }

  @Test
  void aChangeOfWhatIsPublicIsAVersionAndAnActWithItsReason() throws Exception {
    String ref = fresh();
    write(PUBLISH, row(ref, "Open schools", "We will open schools.", "XFL", "national"));
    Commitment before = commitment(ref);
    String changed = row(ref, "Open schools", "We will open ten schools.", "XFL", "national");
    Order silent = new Order(false, false, false, false, false, "", " ", Map.of());
    assertThat(run(silent, Hand.OPERATOR, changed).result().problems())
        .extracting(Problem::column, Problem::rule)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("reason", Rule.REQUIRED));
    write(WRITE, changed);
    Commitment after = commitment(ref);
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(after.told().text()).isEqualTo("We will open ten schools.");
    assertThat(site.fetch("/en/commitments/%s/versions".formatted(after.ref())).body())
        .contains("A test");
    assertThat(site.bean(PublicRecord.class).history(after.ref())).hasSize(2);
  }

  @Test
  void aCellThatIsEmptyRemovesNothingAndAHyphenRemovesOnPurpose() throws Exception {
    String ref = fresh();
    String source = "S-25";
    String whole =
        "%s,,,Open schools,We will open schools.,en,XFL ; XOB,national local,voluntary-pledge,Ministry,2030-01-01,,,,,,,%s"
            .formatted(ref, source);
    write(WRITE, whole, "%s,target,,Schools,,,,,,,,,3,schools,,,,".formatted(ref));
    String emptied = "%s,,,Open schools,We will open schools.,en,,,voluntary-pledge,,,,,,,,,";
    assertThat(run(DRY, Hand.OPERATOR, emptied.formatted(ref)).result().problems())
        .filteredOn(it -> it.rule() == Rule.WOULD_UNLINK)
        .extracting(Problem::row, Problem::column)
        .contains(
            org.assertj.core.groups.Tuple.tuple(2L, "actors"),
            org.assertj.core.groups.Tuple.tuple(2L, "dimensions"),
            org.assertj.core.groups.Tuple.tuple(2L, "office"),
            org.assertj.core.groups.Tuple.tuple(2L, "due"),
            org.assertj.core.groups.Tuple.tuple(2L, "sources"),
            org.assertj.core.groups.Tuple.tuple(2L, "row"));
    assertThat(commitment(ref).told().sources()).containsExactly(source);
    long target = commitment(ref).told().targets().getFirst().id();
    write(
        WRITE,
        "%s,,,Open schools,We will open schools.,en,XFL,-,voluntary-pledge,-,-,,,,,,,-"
            .formatted(ref),
        "%s,target,%d,-,,,,,,,,,,,,,,".formatted(ref, target));
    Commitment after = commitment(ref);
    assertThat(after.told().sources()).isEmpty();
    assertThat(after.told().dimensions()).isEmpty();
    assertThat(after.told().office()).isEmpty();
    assertThat(after.told().due()).isNull();
    assertThat(after.told().targets()).isEmpty();
    assertThat(after.actors()).hasSize(1);
  }

  @Test
  void aColumnThatIsMissingChangesNothing() throws Exception {
    String ref = fresh();
    write(WRITE, row(ref, "Open schools", "We will open schools.", "XFL", "national"));
    Outcome outcome =
        exchange.run(
            Table.parse("ref,dimensions\n%s,national local\n".formatted(ref)),
            WRITE,
            Hand.OPERATOR);
    assertThat(outcome.result().problems()).isEmpty();
    assertThat(commitment(ref).told().dimensions()).containsExactly("national", "local");
    assertThat(commitment(ref).told().text()).isEqualTo("We will open schools.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ref},,,,A text,en,XFL,,voluntary-pledge,,,,,,,,, | title | REQUIRED",
        "{ref},,,T,A text,en,,,voluntary-pledge,,,,,,,,, | actors | REQUIRED",
        "{ref},,,T,A text,en,XNOBODY,,voluntary-pledge,,,,,,,,, | actors | UNKNOWN_REFERENCE",
        "{ref},,,T,A text,xx,XFL,,voluntary-pledge,,,,,,,,, | language | NOT_IN_LIST",
        "{ref},,,T,A text,en,XFL,nowhere,voluntary-pledge,,,,,,,,, | dimensions | NOT_IN_LIST",
        "{ref},,,T,A text,en,XFL,,a promise,,,,,,,,, | obligation | NOT_IN_LIST",
        "{ref},,,T,A text,en,XFL,,,,,,,,,,, | obligation | REQUIRED",
        "{ref},,,T,A text,en,XFL,,voluntary-pledge,,31.12.2030,,,,,,, | due | NOT_A_DATE",
        "{ref},,,T,A text,en,XFL,,voluntary-pledge,,2019-12-31,,,,,,, | due | IN_THE_PAST",
        "{ref},,,T,A text,en,XFL,,voluntary-pledge,,,,,,,,,S-999999 | sources | UNKNOWN_REFERENCE",
        "{ref},surprise,,T,A text,en,XFL,,voluntary-pledge,,,,,,,,, | row | NOT_IN_LIST",
        ",,,T,A text,en,XFL,,voluntary-pledge,,,,,,,,, | ref | REQUIRED"
      })
  void aRowThatIsWrongIsToldByItsPlace(String row, String column, Rule rule) throws Exception {
    Outcome outcome = run(WRITE, Hand.OPERATOR, row.replace("{ref}", fresh()));
    assertThat(outcome.result().problems())
        .extracting(Problem::row, Problem::column, Problem::rule)
        .contains(org.assertj.core.groups.Tuple.tuple(2L, column, rule));
    assertThat(outcome.result().written()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ref},target,,Schools,,,,,,,,,3,,,,, | unit | NO_UNIT",
        "{ref},target,,Schools,,,,,,,,,many,schools,,,, | value | NOT_DECIMAL",
        "{ref},target,,,,,,,,,,,3,schools,,,, | title | REQUIRED",
        "{ref},target,77,Schools,,,,,,,,,3,schools,,,, | part | UNKNOWN_REFERENCE",
        "{ref},milestone,,Step,,,,,,,,,,,,,, | due | REQUIRED",
        "{ref},milestone,,Step,,,,,,,2028-01-01,1,,,,,, | after | CIRCULAR",
        "{ref},milestone,,Step,,,,,,,2028-01-01,9,,,,,, | after | UNKNOWN_REFERENCE",
        "{ref},means,,Money,,,,,,,,,,USD,,finance,5, | direction | REQUIRED",
        "{ref},means,,Money,,,,,,,,,,,need,finance,5, | amount | NO_UNIT",
        "{ref},means,,Money,,,,,,,,,,USD,need,gold,5, | kind | NOT_IN_LIST",
        "OTHER,target,,Schools,,,,,,,,,3,schools,,,, | ref | UNKNOWN_REFERENCE"
      })
  void aPartThatIsWrongIsToldByItsOwnRow(String part, String column, Rule rule) throws Exception {
    String ref = fresh();
    Outcome outcome =
        run(
            WRITE,
            Hand.OPERATOR,
            row(ref, "T", "A text", "XFL", "national"),
            part.replace("{ref}", ref));
    assertThat(outcome.result().problems())
        .extracting(Problem::row, Problem::column, Problem::rule)
        .contains(org.assertj.core.groups.Tuple.tuple(3L, column, rule));
    assertThat(found(ref)).isEmpty();
  }

  @Test
  void oneBadRowKeepsAllOthersFromBeingWrittenUnlessItIsLeftOut() throws Exception {
    String good = fresh();
    String bad = fresh();
    String[] rows = {
      row(good, "T", "A text", "XFL", "national"), row(bad, "T", "A text", "XFL", "nowhere")
    };
    assertThat(run(WRITE, Hand.OPERATOR, rows).result().written()).isZero();
    assertThat(found(good)).isEmpty();
    Order leavingOut = new Order(false, true, false, false, false, "", "", Map.of());
    assertThat(run(leavingOut, Hand.OPERATOR, rows).result().written()).isEqualTo(1);
    assertThat(found(good)).hasSize(1);
    assertThat(found(bad)).isEmpty();
  }

  @Test
  void whatIsHistoricalMayLieInThePastAndIsMarked() throws Exception {
    String ref = fresh();
    Order historical = new Order(false, false, true, false, false, "", "", Map.of());
    write(historical, "%s,,,T,A text,en,XFL,,voluntary-pledge,,2019-12-31,,,,,,,".formatted(ref));
    assertThat(commitment(ref).historical()).isTrue();
    assertThat(commitment(ref).told().due()).isEqualTo(LocalDate.of(2019, 12, 31));
  }

  @Test
  void aFocalPointImportsItsOwnRowsAlone() throws Exception {
    Hand ferrenland = Hand.of("XFL", true, 1);
    String ref = fresh();
    assertThat(rules(run(WRITE, ferrenland, row(ref, "T", "A text", "XOB", ""))))
        .containsExactly(Rule.NOT_YOURS);
    write(WRITE, row(ref, "A secret of Ombarra", "A text", "XOB", ""));
    Outcome peek = run(WRITE, ferrenland, "%s,,,,,,,,,,,,,,,,,".formatted(ref));
    assertThat(rules(peek)).containsExactly(Rule.NOT_YOURS);
    assertThat(peek.result().problems().toString()).doesNotContain("secret");
    String published = fresh();
    write(PUBLISH, row(published, "T", "A text", "XOB", "national"));
    assertThat(rules(run(WRITE, ferrenland, row(published, "T", "Ours", "XOB", "national"))))
        .contains(Rule.NOT_YOURS);
    assertThat(commitment(published).told().text()).isEqualTo("A text");
  }

  @Test
  void theSecretariatChangesCodesOfWhatIsPublishedAndNothingElse() throws Exception {
    Hand secretariat = Hand.secretariat(account("secretariat@example.org"));
    String ref = fresh();
    write(PUBLISH, row(ref, "T", "A text", "XFL", "national"));
    write(WRITE, secretariat, row(ref, "T", "A text", "XFL", "national local"));
    assertThat(commitment(ref).told().dimensions()).containsExactly("national", "local");
    Outcome outcome = run(WRITE, secretariat, row(ref, "T", "Another text", "XFL", "national"));
    assertThat(outcome.result().problems())
        .extracting(Problem::column, Problem::rule)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("text", Rule.NOT_YOURS));
    String fresh = fresh();
    write(WRITE, secretariat, row(fresh, "T", "From the podium", "XFL", "national"));
    assertThat(commitment(fresh).state()).isEqualTo(Commitment.State.DRAFT);
    assertThat(
            run(WRITE, secretariat, row(fresh, "T", "From the podium", "XFL", "national")).same())
        .isEqualTo(1);
    assertThat(rules(run(WRITE, secretariat, row(fresh, "T", "Else", "XFL", "national"))))
        .containsExactly(Rule.NOT_YOURS);
  }

  @Test
  void onThePageATableIsCheckedFirstAndThenWritten() throws Exception {
    Visitor ferrenland = Visitor.as(site, "ferrenland@example.org");
    String ref = fresh();
    String table = HEADER + "\n" + row(ref, "Page schools", "We will.", "XFL", "national") + "\n";
    HttpResponse<String> checked =
        ferrenland.upload("/en/commitments/import", "file", "ours.csv", table);
    assertThat(checked.statusCode()).isEqualTo(200);
    assertThat(checked.body()).contains("Page schools", "Nothing is written yet", "1 new");
    assertThat(found(ref)).isEmpty();
    HttpResponse<String> written =
        ferrenland.send("/en/commitments/import", "csv", table, "write", "true");
    assertThat(written.statusCode()).isEqualTo(302);
    assertThat(commitment(ref).owner().key()).isEqualTo("XFL");
    HttpResponse<String> wrong =
        ferrenland.upload(
            "/en/commitments/import", "file", "theirs.csv", table.replace(",XFL,", ",XOB,"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Row 2, column actors");
    assertThat(
            ferrenland
                .send("/en/commitments/import", "csv", table, "owner", "XOB", "write", "true")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            ferrenland.upload("/en/commitments/import", "file", "no.xlsx", "PK\3\4no").statusCode())
        .isEqualTo(422);
    assertThat(ferrenland.upload("/en/commitments/import", "file", "no.csv", "").statusCode())
        .isEqualTo(422);
  }

  private static Outcome write(Order order, String... rows) throws IOException {
    return write(order, Hand.OPERATOR, rows);
  }

  private static Outcome write(Order order, Hand hand, String... rows) throws IOException {
    Outcome outcome = run(order, hand, rows);
    assertThat(outcome.result().problems()).isEmpty();
    return outcome;
  }

  private static Outcome run(Order order, Hand hand, String... rows) throws IOException {
    return exchange.run(Table.parse(HEADER + "\n" + String.join("\n", rows)), order, hand);
  }

  private static String row(
      String ref, String title, String text, String actors, String dimensions) {
    return "%s,commitment,,%s,\"%s\",en,%s,%s,voluntary-pledge,,,,,,,,,"
        .formatted(ref, title, text, actors, dimensions);
  }

  private static List<Rule> rules(Outcome outcome) {
    return outcome.result().problems().stream().map(Problem::rule).toList();
  }

  private static String fresh() {
    return "T-" + UUID.randomUUID();
  }

  private static List<Commitment> found(String ref) {
    return site.bean(CommitmentRegister.class).findOwn(List.of(ref));
  }

  private static Commitment commitment(String ref) {
    return found(ref).getFirst();
  }

  private static long account(String email) {
    return site.bean(JdbcClient.class)
        .sql("select id from access.account where email = :email")
        .param("email", email)
        .query(Long.class)
        .single();
  }
}
