package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vallarta.compact.language.Language;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Sheet;
import vallarta.compact.table.SheetWriter;
import vallarta.compact.table.Table;

/// The thesaurus as four tables: `themes.csv`, `terms.csv`, `dimensions.csv`,
/// `dimension-terms.csv`.
public final class ThesaurusTables {

  static final String DIMENSIONS = "dimensions.csv";
  static final String DIMENSION_TERMS = "dimension-terms.csv";
  static final String THEMES = "themes.csv";
  static final String THEME_TERMS = "terms.csv";

  /// The languages of the labels in the order of their columns.
  static final List<Language> LABELS =
      List.of(Language.EN, Language.FR, Language.ES, Language.RU, Language.AR, Language.ZH);

  private ThesaurusTables() {}

  /// What was read.
  ///
  /// @param thesaurus of the rows without problems
  /// @param problems by the name of the table; only tables that have some
  public record Result(Thesaurus thesaurus, Map<String, List<Problem>> problems) {}

  /// Where a table comes from.
  @FunctionalInterface
  interface Source {
    Table read(String name) throws IOException;
  }

  static Thesaurus shipped() {
    Result result = read(ThesaurusTables::resource, true);
    if (!result.problems.isEmpty()) {
      throw new IllegalStateException("the shipped thesaurus is wrong: " + result.problems);
    }
    return result.thesaurus;
  }

  /// Reads the four tables of a folder; rows with a problem are left out and told.
  public static Result read(Path folder) {
    return read(name -> Table.read(folder.resolve(name)), false);
  }

  /// Writes the four tables in the shape in which they are read.
  public static void write(Thesaurus thesaurus, Path folder) throws IOException {
    Files.createDirectories(folder);
    write(folder.resolve(DIMENSIONS), dimensions(thesaurus));
    write(folder.resolve(DIMENSION_TERMS), terms(thesaurus, Scheme.DIMENSION));
    write(folder.resolve(THEMES), themes(thesaurus));
    write(folder.resolve(THEME_TERMS), terms(thesaurus, Scheme.THEME));
  }

  private static Table resource(String name) throws IOException {
    try (InputStream in = ThesaurusTables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new NoSuchFileException(name);
      }
      return Table.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /// @param tested whether the terms are known to be right
  static Result read(Source source, boolean tested) {
    Map<String, List<Problem>> problems = new LinkedHashMap<>();
    List<Concept> concepts = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    for (Scheme scheme : Scheme.values()) {
      boolean themes = scheme == Scheme.THEME;
      ConceptRows rows = new ConceptRows(scheme);
      List<Concept> read = rows.read(table(source, themes ? THEMES : DIMENSIONS, problems));
      tell(themes ? THEMES : DIMENSIONS, rows.problems(), problems);
      Set<String> ids =
          read.stream().filter(it -> !it.isGroup()).map(Concept::id).collect(Collectors.toSet());
      TermRows termRows = new TermRows(scheme, ids, tested);
      terms.addAll(termRows.read(table(source, themes ? THEME_TERMS : DIMENSION_TERMS, problems)));
      tell(themes ? THEME_TERMS : DIMENSION_TERMS, termRows.problems(), problems);
      concepts.addAll(read);
    }
    return new Result(new Thesaurus(concepts, terms), problems);
  }

  private static Table table(Source source, String name, Map<String, List<Problem>> problems) {
    try {
      return source.read(name);
    } catch (NoSuchFileException e) {
      tell(name, List.of(of(name, Problem.Rule.MISSING_FILE)), problems);
    } catch (IOException e) {
      tell(name, List.of(of(name, Problem.Rule.UNREADABLE)), problems);
    }
    return new Table(List.of(), List.of());
  }

  private static Problem of(String name, Problem.Rule rule) {
    return new Problem(0, "", name, rule, List.of());
  }

  private static void tell(String name, List<Problem> some, Map<String, List<Problem>> problems) {
    if (!some.isEmpty() && !problems.containsKey(name)) {
      problems.put(name, some);
    }
  }

  private static Sheet themes(Thesaurus thesaurus) {
    List<String> headers = new ArrayList<>(List.of("id", "group", "broader", "notation"));
    LABELS.forEach(language -> headers.add("label_" + language.tag()));
    headers.add("definition_en");
    return new Sheet(
        "themes",
        headers,
        thesaurus.all().stream()
            .filter(it -> it.scheme() == Scheme.THEME)
            .map(it -> {
              List<Object> row =
                  new ArrayList<>(List.of(it.id(), it.group(), it.broader(), it.notation()));
              row.addAll(labels(it));
              row.add(it.definition());
              return row;
            })
            .toList());
  }

  private static Sheet dimensions(Thesaurus thesaurus) {
    List<String> headers = new ArrayList<>(List.of("id", "letter"));
    LABELS.forEach(language -> headers.add("label_" + language.tag()));
    return new Sheet(
        "dimensions",
        headers,
        thesaurus.list(Scheme.DIMENSION).stream()
            .map(it -> {
              List<Object> row = new ArrayList<>(List.of(it.id(), it.notation()));
              row.addAll(labels(it));
              return row;
            })
            .toList());
  }

  private static List<String> labels(Concept concept) {
    return LABELS.stream().map(it -> concept.labels().getOrDefault(it, "")).toList();
  }

  private static Sheet terms(Thesaurus thesaurus, Scheme scheme) {
    String column = scheme.name().toLowerCase(Locale.ROOT);
    return new Sheet(
        "terms",
        List.of(column, "language", "kind", "term"),
        thesaurus.terms().stream()
            .filter(it -> it.scheme() == scheme)
            .map(it ->
                List.<Object>of(it.concept(), it.language().tag(), it.kind().tag(), it.text()))
            .toList());
  }

  private static void write(Path file, Sheet sheet) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      SheetWriter.exactCsv(sheet, out);
    }
  }
}
