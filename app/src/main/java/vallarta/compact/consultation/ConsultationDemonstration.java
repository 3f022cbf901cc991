package vallarta.compact.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.table.ImportResult;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// The demonstration of the stage: the stocktaking at Puerto Vallarta as one observer told it, and
/// invented statements and documents of fictional stakeholders. It goes through the imports that
/// everybody uses.
@Component
final class ConsultationDemonstration implements Demonstration {

  private static final String RESOURCES = "/vallarta/compact/demo/";
  private static final String DOCUMENTS = "documents/";
  private static final String MANIFEST = DOCUMENTS + "manifest.csv";

  private final Imports imports;
  private final Stakeholders stakeholders;

  ConsultationDemonstration(Imports imports, Stakeholders stakeholders) {
    this.imports = imports;
    this.stakeholders = stakeholders;
  }

  @Override
  public int order() {
    return 200;
  }

  @Override
  public void load(Progress progress) throws IOException {
    Path folder = Files.createTempDirectory("vallarta-demo");
    try {
      load(folder, progress);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void load(Path folder, Progress progress) throws IOException {
    List<Problem> problems = new ArrayList<>();
    Table table = Table.read(copy("stakeholders.csv", folder));
    List<Stakeholder> read = Stakeholders.read(table, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("stakeholders.csv: " + problems.getFirst());
    }
    stakeholders.save(read);
    ImportMode mode = ImportMode.ALL_OR_NOTHING;
    whole(imports.consultations(copy("consultations.csv", folder), mode));
    whole(imports.expected(copy("expected.csv", folder), mode));
    whole(imports.expectedVoices(copy("expected-voices.csv", folder), mode));
    whole(
        imports.statements(
            List.of(copy("points.csv", folder)),
            declaration("Points of the sessions at Puerto Vallarta", null, false),
            mode,
            progress));
    whole(
        imports.statements(
            List.of(copy("statements.csv", folder)),
            declaration("Statements of fictional stakeholders", null, true),
            mode,
            progress));
    Path manifest = documents(folder);
    whole(
        imports.inputs(
            manifest.resolveSibling("."), declaration("", manifest, true), mode, progress));
    whole(imports.decisions(copy("decisions.csv", folder), mode));
  }

  /// The documents beside their manifest, in a folder of their own.
  private static Path documents(Path folder) throws IOException {
    Files.createDirectories(folder.resolve(DOCUMENTS));
    Path manifest = copy(MANIFEST, folder);
    for (Row row : Table.read(manifest).rows()) {
      copy(DOCUMENTS + row.get("file"), folder);
    }
    return manifest;
  }

  private static Path copy(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = ConsultationDemonstration.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IOException("not in the application: " + name);
      }
      Files.copy(in, file);
    }
    return file;
  }

  private static InputDeclaration declaration(
      String title, @org.jspecify.annotations.Nullable Path manifest, boolean fictional) {
    return new InputDeclaration(
        manifest,
        null,
        title,
        InputDeclaration.Submitter.UNKNOWN,
        "",
        new InputDeclaration.Publication("CC BY 4.0", Input.Consent.PUBLISH),
        "",
        fictional,
        Map.of());
  }

  private static void whole(ImportResult result) {
    if (!result.problems().isEmpty()) {
      throw new IllegalStateException(
          "the demonstration's %s: %s".formatted(result.what(), result.problems().getFirst()));
    }
  }
}
