package vallarta.compact.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vallarta.compact.cli.Progress;
import vallarta.compact.consultation.Input.LanguageSource;
import vallarta.compact.consultation.coding.Coder;
import vallarta.compact.consultation.coding.CodingUnit;
import vallarta.compact.consultation.coding.SuggestedCode;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.consultation.passage.FoundStatement;
import vallarta.compact.consultation.passage.PassageSplitter;
import vallarta.compact.consultation.passage.StatementFinder;
import vallarta.compact.consultation.reading.DocumentReader;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.language.Language;
import vallarta.compact.language.LanguageDetector;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.States;

/// From a file to its statements: reading, language, passages, statements and codes in one go,
/// without any store. Thread-safe.
final class Intake implements AutoCloseable {

  private static final Pattern STATE_IN_NAME = Pattern.compile("^([A-Z]{3})[_\\- ].*");
  private static final int ROWS_AT_A_TIME = 500;

  private final DocumentReader reader;
  private final Thesaurus thesaurus;
  private final LanguageDetector detector = new LanguageDetector();
  private final PassageSplitter splitter = new PassageSplitter();
  private final StatementFinder finder = new StatementFinder();
  private @Nullable Coder coder;

  Intake(DocumentReader reader, Thesaurus thesaurus) {
    this.reader = reader;
    this.thesaurus = thesaurus;
  }

  /// Receives all of them, several at a time, and hands them on in their order.
  void receiveAll(
      List<Incoming> files,
      Readings readings,
      TableContext tables,
      Progress progress,
      Consumer<Received> next) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<Received>> underWay = new ArrayList<>();
      for (Incoming file : files) {
        underWay.add(workers.submit(() -> receive(file, readings, tables)));
      }
      for (int i = 0; i < underWay.size(); i++) {
        next.accept(await(underWay, i));
        progress.step(i + 1L, files.size(), files.get(i).name());
      }
    }
  }

  private static Received await(List<Future<Received>> underWay, int i) {
    try {
      return underWay.get(i).get();
    } catch (InterruptedException e) {
      underWay.forEach(future -> future.cancel(true));
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the import was stopped", e);
    } catch (ExecutionException e) {
      underWay.forEach(future -> future.cancel(true));
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  /// Receives one file; every way in which it can be wrong is a status of the input.
  Received receive(Incoming file, Readings readings, TableContext tables) {
    return file.isTable() ? receiveTable(file, tables) : receiveDocument(file, readings);
  }

  /// What a document would be as an input, and how many statements are found in it. Nothing is
  /// coded, which takes longer than all the rest of a short one.
  Imports.Look look(Incoming file, Readings readings) {
    Reading reading = read(file, readings);
    Optional<Language> language = language(file, reading);
    return new Imports.Look(
        input(file, reading, language.orElse(null), voice(file)), found(reading, language).size());
  }

  private Reading read(Incoming file, Readings readings) {
    return readings.of(file.sha256(), () -> reader.read(file.path(), file.name()));
  }

  private Optional<Language> language(Incoming file, Reading reading) {
    Language declared = file.declared().language();
    return declared != null ? Optional.of(declared) : detector.detect(reading.text());
  }

  private List<FoundStatement> found(Reading reading, Optional<Language> language) {
    return language.map(it -> finder.find(splitter.split(reading, it), it)).orElse(List.of());
  }

  private Received receiveDocument(Incoming file, Readings readings) {
    Reading reading = read(file, readings);
    Optional<Language> language = language(file, reading);
    Input input = input(file, reading, language.orElse(null), voice(file));
    List<FoundStatement> found = found(reading, language);
    List<Statement> statements = language.map(it -> statements(input, found, it)).orElse(List.of());
    return new Received(input, reading, statements, List.of());
  }

  private List<Statement> statements(Input input, List<FoundStatement> found, Language language) {
    List<List<SuggestedCode>> codes =
        coder()
            .code(
                found.stream()
                    .map(it -> new CodingUnit(it.passage().text(), it.context(), language))
                    .toList());
    List<Statement> statements = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      statements.add(
          new Statement(
              new StatementId(0),
              input,
              0,
              "",
              found.get(i),
              language,
              input.voice(),
              input.consultation(),
              input.consent(),
              input.toldBy(),
              Code.suggested(codes.get(i))));
    }
    return statements;
  }

  private Received receiveTable(Incoming file, TableContext tables) {
    StatementTable table = StatementTable.read(file, tables.columns(), tables.known(), detector);
    Language language = table.language();
    Reading reading = table.reading();
    Input input = input(file, reading, language, voice(file));
    List<List<StatementTable.Entry>> chunks = chunks(table.entries());
    List<Statement> statements =
        chunks.parallelStream().flatMap(chunk -> rows(input, chunk).stream()).toList();
    return new Received(input, reading, statements, table.problems());
  }

  private List<Statement> rows(Input input, List<StatementTable.Entry> entries) {
    List<FoundStatement> found =
        entries.stream().map(entry -> entry.found(splitter, finder)).toList();
    List<List<SuggestedCode>> codes =
        coder()
            .code(
                IntStream.range(0, entries.size())
                    .mapToObj(i ->
                        new CodingUnit(
                            found.get(i).passage().text(), "", entries.get(i).language()))
                    .toList());
    List<Statement> statements = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      statements.add(entries.get(i).statement(input, found.get(i), Code.suggested(codes.get(i))));
    }
    return statements;
  }

  private static List<List<StatementTable.Entry>> chunks(List<StatementTable.Entry> entries) {
    List<List<StatementTable.Entry>> chunks = new ArrayList<>();
    for (int start = 0; start < entries.size(); start += ROWS_AT_A_TIME) {
      chunks.add(entries.subList(start, Math.min(entries.size(), start + ROWS_AT_A_TIME)));
    }
    return chunks;
  }

  private static Input input(
      Incoming file, Reading reading, @Nullable Language language, Stakeholder voice) {
    Declared said = file.declared();
    LanguageSource source =
        language == null
            ? LanguageSource.UNKNOWN
            : said.language() == null ? LanguageSource.DETECTED : LanguageSource.DECLARED;
    return new Input(
        new InputId(0),
        file.sha256(),
        file.name(),
        said.title(),
        reading.mediaType(),
        file.sizeBytes(),
        reading.status(),
        reading.detail(),
        reading.pages(),
        language,
        source,
        voice,
        said.consultation(),
        said.licence(),
        said.consent(),
        said.toldBy(),
        file.arrived(),
        said.fictional(),
        null);
  }

  /// The declared voice, else the State whose ISO 3166 code begins the name of the file, else one
  /// of its own.
  private static Stakeholder voice(Incoming file) {
    Stakeholder declared = file.declared().voice();
    if (declared != null) {
      return declared;
    }
    Matcher name = STATE_IN_NAME.matcher(file.name());
    return Optional.of(name)
        .filter(Matcher::matches)
        .flatMap(it -> States.findCode(it.group(1)))
        .orElseGet(() -> Stakeholder.unknown(file.sha256().substring(0, 12)));
  }

  private synchronized Coder coder() {
    Coder made = coder;
    if (made == null) {
      made = new Coder(thesaurus);
      coder = made;
    }
    return made;
  }

  @Override
  public void close() {
    reader.close();
  }
}
