package vallarta.compact.stocktaking;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.cli.Problems;
import vallarta.compact.cli.Progress;
import vallarta.compact.cli.Version;
import vallarta.compact.consultation.DirectIntake;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.InputDeclaration;
import vallarta.compact.consultation.ThesaurusFiles;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.consultation.reading.ReadingStatus;
import vallarta.compact.language.Language;
import vallarta.compact.language.Words;

/// `vallarta stocktake`: from files to the synthesis, without a server and without a store.
@Command(
    name = "stocktake",
    description = {
      "Take stock of files, without a server and a store.",
      "What they say, by dimension and theme, who says it, and who was not heard.",
      "Reads PDF, DOCX, DOC, ODT, RTF, HTML, TXT, Markdown and CSV tables with one statement a row.",
      "Writes report.html, statements.csv, matrix.csv, coverage.csv, groups.csv, inputs.csv, stocktake.xlsx and stocktake.json."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StocktakeCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders to read.")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results; what is there of an earlier run is replaced.")
  private Path out = Path.of(".");

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language of all files: ar, zh, en, fr, ru, es (default: detected).")
  private @Nullable String language;

  @Option(
      names = "--report-language",
      paramLabel = "TAG",
      description = "Language of report.html (default: that of the machine, else English).")
  private @Nullable String reportLanguage;

  @Option(names = "--title", paramLabel = "TEXT", description = "Title of the report.")
  private String title = "";

  @Option(
      names = "--map",
      paramLabel = "PART=HEADER",
      description =
          "Which column of a CSV holds what: text, stakeholder, stakeholder_type, addressee, speaker, language, kind, ref, consultation, consent, told_by.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--thesaurus",
      paramLabel = "PATH",
      description =
          "Themes, dimensions and terms of your own: what 'vallarta export thesaurus' writes, or a file of SKOS.")
  private @Nullable Path thesaurus;

  @Option(
      names = "--engine",
      paramLabel = "ADDRESS",
      description = {
        "Where to group texts that outgrow a machine: spark://HOST:PORT or local[THREADS].",
        "PATH is Parquet then, with the columns key (long) and text (string);",
        "the result is groups.tsv, a key and its group on each line. Of the other options --out alone counts."
      })
  private @Nullable String engine;

  @Option(
      names = "--engine-settings",
      paramLabel = "FILE",
      description = "Settings of Spark with the secret of the cluster: spark.authenticate.secret=…")
  private @Nullable Path engineSettings;

  @Option(names = "--json", description = "Print a summary as JSON on standard output.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = java.util.Objects.requireNonNull(spec);
    if (engine != null) {
      return onEngine(command, engine);
    }
    PrintWriter talk = command.commandLine().getErr();
    long begun = System.nanoTime();
    InputDeclaration declaration = InputDeclaration.of(declaredLanguage(command), columns);
    Thesaurus codes = thesaurus(talk);
    DirectIntake intake =
        DirectIntake.receive(paths, declaration, codes, Progress.on(System.err, "reading:"));
    NearCopies copies = new NearCopies();
    copies.add(intake.holdings().statements());
    Synthesis synthesis = new Synthesis(intake.holdings(), copies.membership());
    new StocktakeFolder(out, synthesis).write(title, language());
    tell(talk, intake, synthesis, Duration.ofNanos(System.nanoTime() - begun));
    if (json) {
      command
          .commandLine()
          .getOut()
          .println(JsonMapper.shared().writeValueAsString(summary(synthesis)));
    }
    return unread(intake.holdings()) == intake.holdings().inputs().size() ? 1 : 0;
  }

  private int onEngine(CommandSpec command, String engine) throws IOException {
    if (paths.size() != 1) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "with --engine name one Parquet file or folder");
    }
    return ClusterProcess.run(engine, engineSettings, paths.getFirst(), out);
  }

  private Thesaurus thesaurus(PrintWriter talk) throws IOException {
    if (thesaurus == null) {
      return Thesaurus.shipped();
    }
    ThesaurusFiles files = ThesaurusFiles.read(thesaurus);
    Problems.tell(talk, files.problems());
    if (!files.problems().isEmpty()) {
      throw new IllegalArgumentException(
          "the thesaurus %s has %d problems".formatted(thesaurus, files.problems().size()));
    }
    return files.thesaurus();
  }

  private @Nullable Language declaredLanguage(CommandSpec command) {
    if (language == null) {
      return null;
    }
    return Language.find(language)
        .orElseThrow(() ->
            new CommandLine.ParameterException(
                command.commandLine(),
                "--language takes one of ar, zh, en, fr, ru, es, not '%s'".formatted(language)));
  }

  private Language language() {
    String tag = reportLanguage == null ? Locale.getDefault().getLanguage() : reportLanguage;
    return Language.find(tag).orElse(Language.EN);
  }

  private static long unread(Holdings holdings) {
    return holdings.inputs().stream().filter(it -> it.status() != ReadingStatus.READ).count();
  }

  private static Map<String, Object> summary(Synthesis synthesis) {
    Map<String, Object> summary = new LinkedHashMap<>();
    Holdings holdings = synthesis.holdings();
    summary.put("inputs", holdings.inputs().size());
    summary.put("unread", unread(holdings));
    summary.put("statements", holdings.statements().size());
    summary.put("groups", synthesis.groups().size());
    summary.put("submitters", synthesis.matrix().cell(Matrix.ALL, Matrix.ALL).voices());
    summary.put("withheld", holdings.withheld());
    return summary;
  }

  private void tell(PrintWriter talk, DirectIntake intake, Synthesis synthesis, Duration took) {
    Holdings holdings = intake.holdings();
    Words words = Problems.here();
    holdings.inputs().stream()
        .filter(it -> it.status() != ReadingStatus.READ)
        .forEach(it ->
            talk.printf(
                "%s: %s%n", it.fileName(), words.t("consultation.status." + it.status().tag())));
    Problems.tell(
        talk,
        intake.problems().entrySet().stream()
            .flatMap(file -> file.getValue().stream().map(it -> it.in(file.getKey())))
            .toList());
    talk.printf(
        "%d inputs (%d not read), %d statements in %d groups, %d submitters, in %.1f s%nSee %s%n",
        holdings.inputs().size(),
        unread(holdings),
        holdings.statements().size(),
        synthesis.groups().size(),
        synthesis.matrix().cell(Matrix.ALL, Matrix.ALL).voices(),
        took.toMillis() / 1000.0,
        out.resolve("report.html"));
  }
}
