package vallarta.compact.stocktaking.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.consultation.ImportMode;
import vallarta.compact.consultation.Imports;
import vallarta.compact.consultation.Input;
import vallarta.compact.consultation.InputDeclaration;
import vallarta.compact.consultation.Statement;
import vallarta.compact.participation.Persons;
import vallarta.compact.stocktaking.Regroupings;
import vallarta.compact.stocktaking.StatementGroup;
import vallarta.compact.stocktaking.Synthesis;
import vallarta.compact.table.ImportResult;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// A campaign of the demonstration: invented letters with the same sentence, some with words of
/// their own; one that asks for something else was split from it, and an invented network declares
/// to be behind it.
@Component
class CampaignDemonstration implements Demonstration {

  private static final String FILE = "/vallarta/compact/demo/campaign.csv";
  private static final String ELSE = "closed home";

  private final Imports imports;
  private final Campaigns campaigns;
  private final Regroupings regroupings;
  private final Origins origins;
  private final Persons persons;

  CampaignDemonstration(
      Imports imports,
      Campaigns campaigns,
      Regroupings regroupings,
      Origins origins,
      Persons persons) {
    this.imports = imports;
    this.campaigns = campaigns;
    this.regroupings = regroupings;
    this.origins = origins;
    this.persons = persons;
  }

  /// After what keeps the statements that were there first.
  @Override
  public int order() {
    return 330;
  }

  @Override
  public void load(Progress progress) throws IOException {
    if (!origins.list().isEmpty()) {
      return;
    }
    Path folder = Files.createTempDirectory("vallarta-demo");
    try {
      receive(folder, progress);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    decide();
  }

  private void receive(Path folder, Progress progress) throws IOException {
    StringBuilder manifest =
        new StringBuilder("file,title,consultation,stakeholder,language,received,fictional\n");
    for (Row row : read().rows()) {
      Files.writeString(folder.resolve(row.get("file")), row.get("text") + "\n");
      manifest.append(
          "%s,%s,F-WC-1,%s,en,%s,true\n"
              .formatted(
                  row.get("file"), row.get("title"), row.get("stakeholder"), row.get("received")));
    }
    Path said = Files.writeString(folder.resolve("manifest.csv"), manifest);
    InputDeclaration declaration =
        new InputDeclaration(
            said,
            null,
            "",
            InputDeclaration.Submitter.UNKNOWN,
            "",
            new InputDeclaration.Publication("CC BY 4.0", Input.Consent.PUBLISH),
            "",
            true,
            Map.of());
    ImportResult result = imports.inputs(folder, declaration, ImportMode.ALL_OR_NOTHING, progress);
    if (!result.problems().isEmpty()) {
      throw new IllegalStateException("the campaign's " + result.problems().getFirst());
    }
  }

  private void decide() {
    long secretariat = persons.findByEmail("secretariat@example.org").orElseThrow().account();
    Synthesis synthesis = campaigns.synthesis();
    List<Statement> others =
        synthesis.holdings().statements().stream().filter(it -> it.text().contains(ELSE)).toList();
    StatementGroup group = synthesis.groupOf(others.getFirst());
    origins.note(
        group,
        "Lantern Children’s Network",
        "Its page “Letters that reach home”, 3 November 2017 (fictional)",
        secretariat);
    regroupings.split(
        group,
        others.stream().map(Statement::id).toList(),
        "A closed home is detention under another name: this letter asks for what the others want to end.",
        secretariat);
  }

  private static Table read() throws IOException {
    try (InputStream in = CampaignDemonstration.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("not in the application: " + FILE);
      }
      return Table.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
