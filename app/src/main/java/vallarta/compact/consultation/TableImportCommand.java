package vallarta.compact.consultation;

import java.io.IOException;
import java.nio.file.Path;
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

/// `vallarta import consultations | expected | expected-voices | decisions FILE.csv`: one table of
/// the register.
abstract class TableImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE.csv", description = "The table to import.")
  private Path file = Path.of(".");

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ImportOptions options = new ImportOptions();
  @Spec private @Nullable CommandSpec spec;

  abstract ImportResult run(Imports imports, Path table, ImportMode mode) throws IOException;

  @Override
  public Integer call() throws IOException {
    try (Application application = data.open()) {
      ImportResult result = run(application.get(Imports.class), file, mode(options));
      return options.tell(Objects.requireNonNull(spec).commandLine(), data, result);
    }
  }

  static ImportMode mode(ImportOptions options) {
    if (options.dryRun()) {
      return ImportMode.DRY_RUN;
    }
    return options.skipBadRows() ? ImportMode.WITHOUT_BAD_ROWS : ImportMode.ALL_OR_NOTHING;
  }

  /// The register of consultations.
  @Command(
      name = "consultations",
      description = {
        "The register of consultations.",
        "Columns: ref, type, title, title_language, host, place, country, starts, ends, zone, region_m49, source, fictional,",
        "  deadline, call_languages, takes_late."
      },
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfConsultations extends TableImportCommand {
    @Override
    ImportResult run(Imports imports, Path table, ImportMode mode) throws IOException {
      return imports.consultations(table, mode);
    }
  }

  /// How many consultations of each type are expected.
  @Command(
      name = "expected",
      description = "How many consultations are expected: type, expected, approximate, source.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfExpected extends TableImportCommand {
    @Override
    ImportResult run(Imports imports, Path table, ImportMode mode) throws IOException {
      return imports.expected(table, mode);
    }
  }

  /// Who was invited to speak.
  @Command(
      name = "expected-voices",
      description = "Who is expected to speak: stakeholder_type, region_m49, language, expected.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfExpectedVoices extends TableImportCommand {
    @Override
    ImportResult run(Imports imports, Path table, ImportMode mode) throws IOException {
      return imports.expectedVoices(table, mode);
    }
  }

  /// What persons decided about suggested codes.
  @Command(
      name = "decisions",
      description = "Decisions on codes: statement, scheme, term, decision, by_role, reason.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfDecisions extends TableImportCommand {
    @Override
    ImportResult run(Imports imports, Path table, ImportMode mode) throws IOException {
      return imports.decisions(table, mode);
    }
  }
}
