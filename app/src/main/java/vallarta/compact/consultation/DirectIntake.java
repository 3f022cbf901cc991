package vallarta.compact.consultation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import vallarta.compact.cli.Progress;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.consultation.reading.DocumentReader;
import vallarta.compact.consultation.reading.ReadingLimits;
import vallarta.compact.table.Problem;

/// Files received without any store: the same reading, passages, statements and codes, kept in
/// memory.
///
/// @param holdings all that was received, numbered in the order of the files' paths
/// @param problems of table rows, by file name
public record DirectIntake(Holdings holdings, Map<String, List<Problem>> problems) {

  /// Receives documents, tables of statements and folders of both; the same bytes twice are one
  /// input.
  public static DirectIntake receive(
      List<Path> paths, InputDeclaration declaration, Thesaurus thesaurus, Progress progress)
      throws IOException {
    Declared declared = declaration.declared(Known.NOTHING);
    Map<String, Incoming> files = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path file : Incoming.list(path)) {
        Incoming incoming = Incoming.of(file, String.valueOf(file.getFileName()), declared);
        files.putIfAbsent(incoming.sha256(), incoming);
      }
    }
    List<Input> inputs = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    Map<String, List<Problem>> problems = new LinkedHashMap<>();
    AtomicLong next = new AtomicLong(1);
    try (Intake intake = new Intake(new DocumentReader(ReadingLimits.DEFAULT), thesaurus)) {
      intake.receiveAll(
          List.copyOf(files.values()),
          Readings.NOT_KEPT,
          new TableContext(declaration.columns(), Known.NOTHING),
          progress,
          received -> {
            Received numbered =
                received.numbered(new InputId(inputs.size() + 1L), next::getAndIncrement);
            inputs.add(numbered.input());
            statements.addAll(numbered.statements());
            if (!numbered.problems().isEmpty()) {
              problems.put(numbered.input().fileName(), numbered.problems());
            }
          });
    }
    List<Statement> published =
        statements.stream().filter(it -> it.consent() == Input.Consent.PUBLISH).toList();
    int withheld = statements.size() - published.size();
    return new DirectIntake(
        Holdings.of(
            0,
            new ThesaurusEdition(0, thesaurus),
            List.of(),
            List.of(),
            List.of(),
            inputs,
            published,
            withheld),
        problems);
  }
}
