package vallarta.compact.consultation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import vallarta.compact.cli.Progress;
import vallarta.compact.cli.Version;
import vallarta.compact.consultation.coding.Skos;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.consultation.coding.ThesaurusTables;

/// `vallarta export thesaurus` and `vallarta import thesaurus`: the codebooks, to be changed with
/// other tools.
final class ThesaurusCommands {

  private ThesaurusCommands() {}

  /// Writes the thesaurus that holds.
  @Command(
      name = "thesaurus",
      description = {
        "The themes, dimensions and matching terms.",
        "As themes.csv, terms.csv, dimensions.csv and dimension-terms.csv in a folder, or as one file of SKOS (RDF/XML)."
      },
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class Export implements Callable<Integer> {

    /// The forms of a thesaurus.
    enum Form {
      CSV,
      SKOS
    }

    @Option(
        names = "--format",
        paramLabel = "csv|skos",
        description = "Form of the thesaurus (default: csv).")
    private Form form = Form.CSV;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "PATH",
        description = "Folder for csv, file for skos.")
    private Path out = Path.of(".");

    @Mixin private DataOptions data = new DataOptions();

    @Override
    public Integer call() throws IOException {
      try (Application application = data.open()) {
        Thesaurus thesaurus = application.get(Consultations.class).holdings().thesaurus();
        if (form == Form.CSV) {
          ThesaurusTables.write(thesaurus, out);
        } else {
          try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            Skos.write(thesaurus, file);
          }
        }
      }
      return 0;
    }
  }

  /// Puts a thesaurus in force.
  @Command(
      name = "thesaurus",
      description = {
        "Themes, dimensions and matching terms.",
        "Takes a folder with the four tables that the export writes, or a file of SKOS (RDF/XML).",
        "All statements are coded anew; what persons decided stays."
      },
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class Import implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", description = "Folder of tables, or file of SKOS.")
    private Path path = Path.of(".");

    @Mixin private DataOptions data = new DataOptions();
    @Mixin private ImportOptions options = new ImportOptions();
    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      try (Application application = data.open()) {
        return options.tell(
            Objects.requireNonNull(spec).commandLine(),
            data,
            application
                .get(Recoding.class)
                .run(path, TableImportCommand.mode(options), Progress.on(System.err, "coding:")));
      }
    }
  }
}
