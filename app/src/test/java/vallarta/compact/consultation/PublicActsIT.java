package vallarta.compact.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.cli.Progress;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.consultation.coding.ThesaurusTables;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordAudit;

/// Acts of every type, and inputs that may not be published beside them: what of it the log holds,
/// and what the record could disclose.
class PublicActsIT {

  /// In every word that may not be published.
  private static final String SECRET = "Zephyrine";

  private static final String TYPES =
      Arrays.stream(ActType.values()).map(ActType::tag).collect(Collectors.joining("|"));

  /// The only form of an entry: beside the digests four fields in clear, none with room for words.
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"_sd\":\\[(\"[A-Za-z0-9_-]{43}\",?)*],\"_sd_alg\":\"sha-256\","
              + "\"at\":\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z\","
              + "\"of\":\"[A-Z]{1,3}-[0-9]+\",\"type\":\"("
              + TYPES
              + ")\",\"v\":1}");

  @TempDir Path folder;

  private JdbcClient jdbc;
  private Imports imports;
  private PublicRecord publicRecord;

  @Test
  void putsNoValueAndNothingUnpublishedIntoTheLog() throws Exception {
    RunningDemonstration demo = RunningDemonstration.get();
    jdbc = demo.bean(JdbcClient.class);
    imports = demo.bean(Imports.class);
    publicRecord = demo.bean(PublicRecord.class);
    demo.bean(TransactionTemplate.class)
        .executeWithoutResult(status -> {
          status.setRollbackOnly();
          try {
            importWithheld();
            correct();
            changeThesaurus(demo.bean(Recoding.class));
            publicRecord.redact("S-1", List.of("told_by", "text"), "asked for by the speaker");
            check();
            assertThat(demo.bean(RecordAudit.class).check().findings()).isEmpty();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void importWithheld() throws IOException {
    imports.statements(
        List.of(
            write(
                "mixed.csv",
                """
                ref,text,stakeholder,speaker,told_by,consent
                ZZ-1,Aurelia should open its schools to the children of migrants.,Lighthouse Choir,,,publish
                ZZ-2,Zephyrine should not be told of.,Zephyrine Choir,Zephyrine A,Zephyrine B,withheld
                """)),
        InputDeclaration.of(null, Map.of()),
        ImportMode.ALL_OR_NOTHING,
        Progress.SILENT);
    imports.statements(
        List.of(write("Zephyrine.csv", "ref,text\nZZ-3,Zephyrine should not be told of at all.\n")),
        new InputDeclaration(
            null,
            null,
            "Zephyrine speaks",
            new InputDeclaration.Submitter("Zephyrine Club", StakeholderType.NGO, ""),
            "",
            new InputDeclaration.Publication("Zephyrine licence", Input.Consent.WITHHELD),
            "Zephyrine C",
            true,
            Map.of()),
        ImportMode.ALL_OR_NOTHING,
        Progress.SILENT);
    imports.decisions(
        write(
            "decisions.csv",
            """
            statement,scheme,term,decision,by_role,reason
            ZZ-1,theme,local-authorities,rejected,coder,No commune is meant.
            ZZ-2,theme,local-authorities,rejected,coder,Zephyrine is no commune.
            """),
        ImportMode.ALL_OR_NOTHING);
  }

  private void correct() throws IOException {
    imports.consultations(
        write("consultations.csv", "ref,type,title\nZZ-9,written-call,A call\n"),
        ImportMode.ALL_OR_NOTHING);
    imports.consultations(
        write("consultations.csv", "ref,type,title\nZZ-9,written-call,Another call\n"),
        ImportMode.ALL_OR_NOTHING);
    assertThat(publicRecord.find("ZZ-9"))
        .extracting(Entry::type)
        .containsExactly(ActType.CONSULTATION_REGISTERED, ActType.CORRECTION);
  }

  private void changeThesaurus(Recoding recoding) throws IOException {
    Path tables = folder.resolve("thesaurus");
    ThesaurusTables.write(Thesaurus.shipped(), tables);
    Path terms = tables.resolve("terms.csv");
    List<String> lines = Files.readAllLines(terms);
    Files.write(terms, lines.subList(0, lines.size() - 1));
    assertThat(recoding.run(tables, ImportMode.ALL_OR_NOTHING, Progress.SILENT).problems())
        .isEmpty();
  }

  private void check() {
    List<String> payloads =
        jdbc.sql("select payload from record.entry")
            .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
            .list();
    assertThat(payloads).allMatch(it -> FORM.matcher(it).matches());
    assertThat(jdbc.sql("select distinct type from record.entry").query(String.class).list())
        .contains(
            Stream.of(
                    ActType.STAKEHOLDER_REGISTERED,
                    ActType.CONSULTATION_REGISTERED,
                    ActType.INPUT_RECEIVED,
                    ActType.STATEMENT_PUBLISHED,
                    ActType.CODE_DECIDED,
                    ActType.THESAURUS_PUBLISHED,
                    ActType.CORRECTION,
                    ActType.REDACTION)
                .map(ActType::tag)
                .toArray(String[]::new));

    Set<String> values =
        new HashSet<>(
            jdbc.sql("select value from record.disclosure where length(value) >= 8")
                .query(String.class)
                .list());
    // A value may be the moment of another entry, or a word of its type: these stand in clear.
    String log = String.join("\n", payloads).replaceAll("\"(at|type)\":\"[^\"]*\"", "");
    assertThat(values)
        .hasSizeGreaterThan(500)
        .doesNotContainNull()
        .noneMatch(it -> it.contains(SECRET));
    assertThat(values.stream().filter(log::contains)).isEmpty();
    assertThat(values).anyMatch(it -> it.contains("Lighthouse Choir"));

    List<String> withheld =
        jdbc.sql(
                """
                select 'S-' || s.number from consultation.statement s join consultation.input i on i.number = s.input
                where s.consent = 'withheld' or i.consent = 'withheld'
                union all select 'I-' || number from consultation.input where consent = 'withheld'
                """)
            .query(String.class)
            .list();
    assertThat(withheld).hasSizeGreaterThanOrEqualTo(3);
    assertThat(
            jdbc.sql("select of_ref from record.entry union all select about from record.entry")
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list())
        .doesNotContainAnyElementsOf(withheld);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
