package vallarta.compact.commitment.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.DataOptions;
import vallarta.compact.cli.ImportOptions;
import vallarta.compact.cli.Version;
import vallarta.compact.table.Table;

/// `vallarta import commitments FILE`: what was undertaken, as its export gives it or as a table of
/// others has it.
@Command(
    name = "commitments",
    description = {
      "What was undertaken, in the shape of vallarta export commitments (CSV or XLSX).",
      "One row for each commitment, and one for each of its milestones, targets and means (column row).",
      "A column that is missing changes nothing. An empty cell where something is is refused; - removes it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CommitmentImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The table: CSV or XLSX.")
  private Path file = Path.of(".");

  @Option(
      names = "--map",
      paramLabel = "COLUMN=HEADER",
      description =
          "Which header of a table of others stands for which column, such as actors=To or text=Text.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--historical",
      description = "Dates of new ones may lie in the past; they are marked.")
  private boolean historical;

  @Option(names = "--publish", description = "Publish new ones at once (default: drafts).")
  private boolean publish;

  @Option(
      names = "--register",
      description = "Enter States into the register that are not in it yet.")
  private boolean register;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language of new texts of which the table does not say it.")
  private String language = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why public ones are changed; it is published.")
  private String reason = "";

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ImportOptions options = new ImportOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Table table = Table.open(file);
    Order order =
        new Order(
            options.dryRun(),
            options.skipBadRows(),
            historical,
            publish,
            register,
            language,
            reason,
            columns);
    try (Application application = data.open()) {
      Outcome outcome = application.get(Exchange.class).run(table, order, Hand.OPERATOR);
      return options.tell(Objects.requireNonNull(spec).commandLine(), data, outcome.result());
    }
  }
}
