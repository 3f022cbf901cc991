package vallarta.compact.participation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.DataOptions;
import vallarta.compact.cli.ImportOptions;
import vallarta.compact.cli.Version;
import vallarta.compact.table.ImportResult;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Table;

/// `vallarta import stakeholders FILE.csv`: the register of those who take part.
@Command(
    name = "stakeholders",
    description = "Who takes part: key, name, name_language, type, state, region_m49, fictional.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StakeholderImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE.csv", description = "The table to import.")
  private Path file = Path.of(".");

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ImportOptions options = new ImportOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Table table = Table.read(file);
    List<Problem> problems = new ArrayList<>();
    List<Stakeholder> read = Stakeholders.read(table, problems);
    boolean write = !options.dryRun() && (problems.isEmpty() || options.skipBadRows());
    int written = 0;
    if (write) {
      try (Application application = data.open()) {
        written = application.get(Stakeholders.class).save(read);
      }
    }
    ImportResult result =
        new ImportResult("stakeholders", table.rows().size(), written, problems, options.dryRun());
    return options.tell(Objects.requireNonNull(spec).commandLine(), data, result);
  }
}
