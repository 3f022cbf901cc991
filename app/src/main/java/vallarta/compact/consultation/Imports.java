package vallarta.compact.consultation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.cli.Progress;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.store.Blobs;
import vallarta.compact.store.Revision;
import vallarta.compact.store.Sha256;
import vallarta.compact.table.ImportResult;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Table;

/// The imports of the stage. Each is a dry run first; it is written in one transaction, whole or
/// not at all, and only what is not there yet.
@Service
public class Imports {

  private final IntakeFactory intakes;
  private final HoldingsReader holdings;
  private final Register register;
  private final InputStore inputs;
  private final KeptReadings readings;
  private final Stakeholders stakeholders;
  private final Acts acts;
  private final Blobs blobs;
  private final Revision revision;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Imports(
      IntakeFactory intakes,
      HoldingsReader holdings,
      Register register,
      InputStore inputs,
      KeptReadings readings,
      Stakeholders stakeholders,
      Acts acts,
      Blobs blobs,
      Revision revision,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.intakes = intakes;
    this.holdings = holdings;
    this.register = register;
    this.inputs = inputs;
    this.readings = readings;
    this.stakeholders = stakeholders;
    this.acts = acts;
    this.blobs = blobs;
    this.revision = revision;
    this.transaction = transaction;
    this.events = events;
  }

  public ImportResult consultations(Path file, ImportMode mode) throws IOException {
    return table(
        "consultations",
        file,
        mode,
        tables -> tables.consultations(holdings.consultations()),
        register::saveConsultations);
  }

  public ImportResult expected(Path file, ImportMode mode) throws IOException {
    return table("expected", file, mode, ConsultationTables::expected, register::saveExpected);
  }

  public ImportResult expectedVoices(Path file, ImportMode mode) throws IOException {
    return table(
        "expected-voices",
        file,
        mode,
        ConsultationTables::expectedVoices,
        register::saveExpectedVoices);
  }

  public ImportResult decisions(Path file, ImportMode mode) throws IOException {
    return table(
        "decisions",
        file,
        mode,
        tables -> tables.decisions(inputs.statementRefs(), intakes.thesaurus()),
        register::saveDecisions);
  }

  private <T> ImportResult table(
      String what,
      Path file,
      ImportMode mode,
      Function<ConsultationTables, List<T>> read,
      ToIntFunction<List<T>> save)
      throws IOException {
    Table table = Table.read(file);
    ConsultationTables tables = new ConsultationTables(table);
    List<T> rows = read.apply(tables);
    boolean write = mode.writes(tables.problems());
    int written =
        write
            ? Objects.requireNonNull(
                transaction.execute(status -> {
                  int changed = save.applyAsInt(rows);
                  if (changed > 0) {
                    revision.touch();
                  }
                  return changed;
                }))
            : 0;
    return new ImportResult(
        what, table.rows().size(), written, tables.problems(), mode == ImportMode.DRY_RUN);
  }

  /// Tables of statements, each one input.
  public ImportResult statements(
      List<Path> files, InputDeclaration declaration, ImportMode mode, Progress progress)
      throws IOException {
    Known known = known();
    Declared declared = declaration.declared(known);
    List<Incoming> incoming = new ArrayList<>();
    for (Path file : files) {
      incoming.add(Incoming.of(file, name(file), declared));
    }
    return receive(
        "statements",
        incoming,
        new TableContext(declaration.columns(), known),
        List.of(),
        mode,
        progress,
        received -> {});
  }

  /// The files of a folder, or one file, with what a manifest says of them.
  public ImportResult inputs(
      Path folder, InputDeclaration declaration, ImportMode mode, Progress progress)
      throws IOException {
    Known known = known();
    Manifest manifest = Manifest.read(declaration.manifest(), folder, known);
    Declared other = declaration.declared(known);
    List<Incoming> incoming = new ArrayList<>();
    // Of two files with the same bytes the one counts that the manifest names.
    for (boolean named : new boolean[] {true, false}) {
      for (Path file : Incoming.list(folder)) {
        if (!manifest.is(file) && manifest.names(file) == named) {
          incoming.add(manifest.at(Incoming.of(file, name(file), manifest.of(file, other))));
        }
      }
    }
    return receive(
        "inputs",
        incoming,
        new TableContext(declaration.columns(), known),
        manifest.problems(incoming),
        mode,
        progress,
        received -> {});
  }

  /// One file that somebody hands in now.
  ///
  /// @param name as the sender calls it
  ImportResult upload(Path file, String name, InputDeclaration declaration) throws IOException {
    return upload(file, name, declaration, Instant.now(), id -> {});
  }

  /// One file that somebody handed in.
  ///
  /// @param name as the sender calls it
  /// @param then what is written in the same transaction, once the input has its number; not called
  ///   when its bytes are an input already or the file has a problem
  public ImportResult upload(
      Path file, String name, InputDeclaration declaration, Instant arrived, Consumer<InputId> then)
      throws IOException {
    Known known = known();
    Incoming incoming = Incoming.of(file, name, declaration.declared(known)).at(arrived);
    return receive(
        "inputs",
        List.of(incoming),
        new TableContext(declaration.columns(), known),
        List.of(),
        ImportMode.ALL_OR_NOTHING,
        Progress.SILENT,
        received -> received.forEach(it -> then.accept(it.input().id())));
  }

  /// What a document would be as an input. Nothing is written.
  ///
  /// @param input without a number
  /// @param statements how many are found in it
  public record Look(Input input, int statements) {}

  /// Reads a document that may be handed in later, in the language that is found in it.
  public Look look(Path file, String name) throws IOException {
    try (Intake intake = intakes.open()) {
      return intake.look(Incoming.of(file, name, Declared.NOTHING), readings);
    }
  }

  /// The input with those bytes, when there is one.
  public Optional<InputId> find(String sha256) {
    return Optional.ofNullable(inputs.numbersByHash().get(sha256));
  }

  /// The input with the bytes of that file, when there is one.
  Optional<InputId> find(Path file) throws IOException {
    return find(Sha256.of(file));
  }

  private ImportResult receive(
      String what,
      List<Incoming> files,
      TableContext tables,
      List<Problem> told,
      ImportMode mode,
      Progress progress,
      Consumer<List<Received>> then) {
    Map<String, InputId> there = inputs.numbersByHash();
    Map<String, Incoming> fresh = new LinkedHashMap<>();
    for (Incoming file : files) {
      if (!there.containsKey(file.sha256())) {
        fresh.putIfAbsent(file.sha256(), file);
      }
    }
    List<Received> received = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(told);
    if (!fresh.isEmpty()) {
      try (Intake intake = intakes.open()) {
        intake.receiveAll(List.copyOf(fresh.values()), readings, tables, progress, received::add);
      }
    }
    Set<String> ownRefs = inputs.ownRefs();
    for (Received it : received) {
      String file = received.size() > 1 ? it.input().fileName() : "";
      Stream.concat(it.problems().stream(), repeatedRefs(it, ownRefs))
          .map(problem -> problem.in(file))
          .forEach(problems::add);
    }
    int written = 0;
    if (mode.writes(problems)) {
      keepBytes(fresh.values());
      transaction.executeWithoutResult(status -> then.accept(write(received, tables.known())));
      written = received.size();
    }
    return new ImportResult(what, files.size(), written, problems, mode == ImportMode.DRY_RUN);
  }

  private static Stream<Problem> repeatedRefs(Received received, Set<String> ownRefs) {
    return received.statements().stream()
        .filter(it -> !it.ownRef().isEmpty() && !ownRefs.add(it.ownRef()))
        .map(it -> new Problem(it.row(), "ref", it.ownRef(), Problem.Rule.REPEATED_KEY, List.of()));
  }

  /// @return what was written, numbered
  private List<Received> write(List<Received> received, Known known) {
    if (received.isEmpty()) {
      return List.of();
    }
    stakeholders.keep(newVoices(received, known));
    int count = received.stream().mapToInt(it -> it.statements().size()).sum();
    AtomicLong next = new AtomicLong(inputs.nextStatements(count));
    List<Statement> statements = new ArrayList<>(count);
    List<Received> numbered = new ArrayList<>(received.size());
    for (Received it : received) {
      Received last = it.numbered(inputs.nextInput(), next::getAndIncrement);
      inputs.insert(last);
      statements.addAll(last.statements());
      numbered.add(last);
    }
    acts.received(numbered);
    readings.drop();
    events.publishEvent(new StatementsReceived(statements));
    revision.touch();
    return numbered;
  }

  private static List<Stakeholder> newVoices(List<Received> received, Known known) {
    Map<String, Stakeholder> voices = new LinkedHashMap<>();
    Set<String> registered = new HashSet<>(known.stakeholders().keySet());
    for (Received it : received) {
      addNew(voices, registered, it.input().voice());
      it.statements().forEach(statement -> addNew(voices, registered, statement.voice()));
    }
    return List.copyOf(voices.values());
  }

  private static void addNew(
      Map<String, Stakeholder> voices, Set<String> registered, Stakeholder voice) {
    if (voice.isKnown() && !registered.contains(voice.key())) {
      voices.putIfAbsent(voice.key(), voice);
    }
  }

  /// The bytes go to disk before the rows: a row never points at bytes that are not there.
  private void keepBytes(Iterable<Incoming> files) {
    for (Incoming file : files) {
      if (file.sizeBytes() <= intakes.limitBytes()) {
        blobs.put(file.path(), file.sha256());
      }
    }
  }

  private Known known() {
    return new Known(stakeholders.list(), holdings.consultations(), false);
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null || !Files.exists(file) ? file.toString() : name.toString();
  }
}
