package vallarta.compact.consultation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.Input.Consent;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// What a table
/// `file,title,consultation,stakeholder,stakeholder_type,region_m49,language,licence,consent,told_by,received,fictional`
/// says of the files of a folder; all columns but the first may be missing.
final class Manifest {

  private final @Nullable Path path;
  private final Path folder;
  private final Map<String, Declared> byFile = new HashMap<>();
  private final Map<String, Instant> received = new HashMap<>();
  private final Map<String, Row> rows = new HashMap<>();
  private final RowCheck check = new RowCheck();

  private Manifest(@Nullable Path path, Path folder) {
    this.path = path;
    this.folder = folder;
  }

  /// The manifest at that path, or what nobody wrote when it is null.
  static Manifest read(@Nullable Path path, Path folder, Known known) throws IOException {
    Manifest manifest = new Manifest(path, folder);
    if (path != null) {
      manifest.fill(Table.read(path), known);
    }
    return manifest;
  }

  /// Whether that file is the manifest itself.
  boolean is(Path file) throws IOException {
    return path != null && Files.isSameFile(path, file);
  }

  boolean names(Path file) {
    return byFile.containsKey(name(file));
  }

  Declared of(Path file, Declared other) {
    return byFile.getOrDefault(name(file), other);
  }

  /// When that file came, as far as the manifest says so; else when it is imported.
  Incoming at(Incoming file) {
    Instant came = received.get(name(file.path()));
    return came == null ? file : file.at(came);
  }

  /// What is wrong in it; a row that names a file which is not there is.
  List<Problem> problems(List<Incoming> files) {
    Set<String> there = new HashSet<>();
    files.forEach(file -> there.add(name(file.path())));
    List<Problem> problems = new ArrayList<>(check.problems());
    rows.forEach((name, row) -> {
      if (!there.contains(name)) {
        problems.add(
            new Problem(
                row.number(),
                "file",
                name,
                Problem.Rule.MISSING_FILE,
                there.stream().sorted().limit(10).toList()));
      }
    });
    return problems;
  }

  private String name(Path file) {
    return Files.isDirectory(folder)
        ? folder.relativize(file).toString().replace('\\', '/')
        : String.valueOf(file.getFileName());
  }

  private void fill(Table table, Known known) {
    if (!check.columns(table, "file")) {
      return;
    }
    for (Row row : table.rows()) {
      String file = check.required(row, "file");
      if (rows.putIfAbsent(file, row) != null) {
        check.add(row, "file", Problem.Rule.REPEATED_KEY, List.of());
      }
      byFile.put(file, declared(row, known));
      check
          .dateTime(row, "received")
          .map(it -> it.toInstant(ZoneOffset.UTC))
          .ifPresent(it -> received.put(file, it));
    }
  }

  private Declared declared(Row row, Known known) {
    String tag = row.get("language");
    Optional<Language> language = Language.find(tag);
    if (!tag.isEmpty() && language.isEmpty()) {
      check.add(
          row,
          "language",
          Problem.Rule.NOT_IN_LIST,
          Language.list().stream().map(Language::tag).toList());
    }
    String ref = row.get("consultation");
    Consultation consultation = known.findConsultation(ref).orElse(null);
    if (!ref.isEmpty() && consultation == null) {
      check.add(row, "consultation", Problem.Rule.UNKNOWN_REFERENCE, known.someConsultations());
    }
    return new Declared(
        row.get("title"),
        language.orElse(null),
        voice(row, known),
        consultation,
        row.get("licence"),
        check.oneOf(row, "consent", Consent.class).orElse(Consent.PUBLISH),
        row.get("told_by"),
        check.flag(row, "fictional"));
  }

  private @Nullable Stakeholder voice(Row row, Known known) {
    String name = row.get("stakeholder");
    if (name.isEmpty()) {
      return null;
    }
    StakeholderType type =
        check.oneOf(row, "stakeholder_type", StakeholderType.class).orElse(StakeholderType.UNKNOWN);
    return known
        .findStakeholder(name)
        .orElseGet(() -> Stakeholder.named(name, type, row.get("region_m49")));
  }
}
