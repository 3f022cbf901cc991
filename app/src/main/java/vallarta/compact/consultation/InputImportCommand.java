package vallarta.compact.consultation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
import vallarta.compact.language.Language;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.search.SearchIndex;
import vallarta.compact.table.ImportResult;

/// `vallarta import inputs FOLDER` and `vallarta import statements FILE.csv`: what stakeholders
/// handed in.
abstract class InputImportCommand implements Callable<Integer> {

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language of all of it: ar, zh, en, fr, ru, es (default: detected).")
  private @Nullable String language;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What to call it (default: the name of the file).")
  private String title = "";

  @Option(
      names = "--stakeholder",
      paramLabel = "KEY",
      description = "Who speaks: key in the register, or a name.")
  private String stakeholder = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description =
          "What kind of body speaks, when it is not in the register: ${COMPLETION-CANDIDATES}.")
  private StakeholderType type = StakeholderType.UNKNOWN;

  @Option(
      names = "--region",
      paramLabel = "M49",
      description = "UN M49 code of the region of one who is not in the register.")
  private String region = "";

  @Option(
      names = "--consent",
      paramLabel = "publish|withheld",
      description = "Whether it may be published (default: publish).")
  private Input.Consent consent = Input.Consent.PUBLISH;

  @Option(
      names = "--consultation",
      paramLabel = "REF",
      description = "The consultation in which it came.")
  private String consultation = "";

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      description = "Licence or consent under which it is published.")
  private String licence = "";

  @Option(
      names = "--told-by",
      paramLabel = "TEXT",
      description = "Who tells it, when the words are not the speaker's own.")
  private String toldBy = "";

  @Option(
      names = "--map",
      paramLabel = "PART=HEADER",
      description =
          "Which column of a table of statements holds what: text, stakeholder, stakeholder_type, addressee, speaker, language, kind, ref, consultation, consent, told_by.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ImportOptions options = new ImportOptions();
  @Spec private @Nullable CommandSpec spec;

  abstract ImportResult run(
      Imports imports, InputDeclaration declaration, ImportMode mode, Progress progress)
      throws IOException;

  abstract @Nullable Path manifest();

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    InputDeclaration declaration =
        new InputDeclaration(
            manifest(),
            language(command),
            title,
            new InputDeclaration.Submitter(stakeholder, type, region),
            consultation,
            new InputDeclaration.Publication(licence, consent),
            toldBy,
            false,
            columns);
    try (Application application = data.open()) {
      ImportResult result =
          run(
              application.get(Imports.class),
              declaration,
              TableImportCommand.mode(options),
              Progress.on(System.err, "receiving:"));
      if (result.written() > 0) {
        application.get(SearchIndex.class).catchUp();
      }
      return options.tell(command, data, result);
    }
  }

  private @Nullable Language language(CommandLine command) {
    if (language == null) {
      return null;
    }
    return Language.find(language)
        .orElseThrow(() ->
            new CommandLine.ParameterException(
                command,
                "--language takes one of ar, zh, en, fr, ru, es, not '%s'".formatted(language)));
  }

  /// Documents of a folder.
  @Command(
      name = "inputs",
      description = {
        "The documents and tables of statements of a folder.",
        "Reads PDF, DOCX, DOC, ODT, RTF, HTML, TXT, Markdown and CSV. The same bytes twice are one input. A stopped import goes on where it was."
      },
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfFolder extends InputImportCommand {

    @Parameters(paramLabel = "FOLDER", description = "The folder, or one file.")
    private Path folder = Path.of(".");

    @Option(
        names = "--manifest",
        paramLabel = "FILE.csv",
        description = {
          "What is known of each file: file, title, consultation, stakeholder, stakeholder_type,",
          "region_m49, language, licence, consent, told_by, fictional."
        })
    private @Nullable Path manifest;

    @Override
    ImportResult run(
        Imports imports, InputDeclaration declaration, ImportMode mode, Progress progress)
        throws IOException {
      return imports.inputs(folder, declaration, mode, progress);
    }

    @Override
    @Nullable Path manifest() {
      return manifest;
    }
  }

  /// Tables with one statement a row.
  @Command(
      name = "statements",
      description = "Tables with one statement a row.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfTables extends InputImportCommand {

    @Parameters(arity = "1..*", paramLabel = "FILE.csv", description = "The tables.")
    private List<Path> files = List.of();

    @Override
    ImportResult run(
        Imports imports, InputDeclaration declaration, ImportMode mode, Progress progress)
        throws IOException {
      return imports.statements(files, declaration, mode, progress);
    }

    @Override
    @Nullable Path manifest() {
      return null;
    }
  }
}
