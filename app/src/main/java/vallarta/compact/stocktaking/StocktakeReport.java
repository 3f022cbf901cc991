package vallarta.compact.stocktaking;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vallarta.compact.cli.Version;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Input;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.passage.Kind;
import vallarta.compact.consultation.reading.ReadingStatus;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.language.Words;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.web.Templates;
import vallarta.compact.web.part.Grid;
import vallarta.compact.web.part.Heard;
import vallarta.compact.web.part.Piece;
import vallarta.compact.web.part.Saying;

/// The report of a stocktake: one page that needs no server, for reading and for printing.
final class StocktakeReport {

  private static final int GROUPS = 40;

  /// What the template shows.
  ///
  /// @param made when, with its zone
  /// @param kinds how many statements of each kind, as sentences
  /// @param more how many groups are not shown
  /// @param unread inputs that could not be read
  /// @param uncoded statements without any theme
  record View(
      String title,
      String made,
      String version,
      Counts counts,
      List<String> kinds,
      Grid grid,
      int empty,
      int cells,
      List<Saying> groups,
      int more,
      Heard byType,
      Heard heard,
      List<Row> inputs,
      int unread,
      int uncoded) {}

  /// The counts of the summary.
  record Counts(int inputs, int read, int statements, int groups, int voices) {}

  /// One input and what became of it.
  record Row(
      String id, String name, String status, String detail, String language, int statements) {}

  private final Synthesis synthesis;
  private final Codebook book;
  private final Words words;
  private final String title;

  StocktakeReport(Synthesis synthesis, Language language, String title) {
    this.synthesis = synthesis;
    this.words = Texts.load().in(language);
    this.book = new Codebook(synthesis.thesaurus(), words);
    this.title = title;
  }

  String html() {
    return Templates.render("stocktaking/report", Map.of("w", words, "view", view()));
  }

  private View view() {
    Matrix.Cell all = synthesis.matrix().cell(Matrix.ALL, Matrix.ALL);
    List<Input> inputs = synthesis.holdings().inputs();
    int read = (int) inputs.stream().filter(it -> it.status() == ReadingStatus.READ).count();
    MatrixGrid matrix =
        new MatrixGrid(
            book, synthesis.matrix(), synthesis.matrix(), "voices", (theme, dimension) -> "");
    List<StatementGroup> groups = synthesis.groups();
    int shown = Math.min(GROUPS, groups.size());
    CoverageTable coverage = new CoverageTable(book, row -> "");
    List<Coverage.Row> byType =
        Arrays.stream(StakeholderType.values())
            .map(synthesis.coverage()::total)
            .filter(row -> row.heard() > 0)
            .toList();
    return new View(
        title.isEmpty() ? name(inputs) : title,
        words.dateTime(ZonedDateTime.now(ZoneId.systemDefault())),
        Version.current(),
        new Counts(inputs.size(), read, all.statements(), all.groups(), all.voices()),
        kinds(),
        matrix.grid(),
        matrix.empty(),
        matrix.cells(),
        groups.subList(0, shown).stream().map(this::saying).toList(),
        groups.size() - shown,
        coverage.heard(words.t("stocktaking.coverage.by-type"), byType, false),
        coverage.heard(words.t("stocktaking.coverage.all"), synthesis.coverage().rows(), true),
        inputs.stream().map(this::row).toList(),
        inputs.size() - read,
        (int)
            synthesis.holdings().statements().stream()
                .filter(it -> it.terms(Scheme.THEME).isEmpty())
                .count());
  }

  private String name(List<Input> inputs) {
    return words.t(
        "stocktaking.report.title",
        "name",
        inputs.size() == 1
            ? inputs.getFirst().name()
            : words.t("consultation.count.inputs", "count", inputs.size()));
  }

  private List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      long count =
          synthesis.holdings().statements().stream()
              .filter(it -> it.found().kind() == kind)
              .count();
      String key = "consultation.kind." + kind.name().toLowerCase(Locale.ROOT);
      kinds.add("%s: %s".formatted(words.t(key), words.n(count)));
    }
    return kinds;
  }

  private Saying saying(StatementGroup group) {
    Statement it = group.representative();
    return book.saying(Codebook.NO_PAGES, it, Piece.of(it.text()), group.voices(), "");
  }

  private Row row(Input it) {
    return new Row(
        it.id().toString(),
        it.name(),
        words.t("consultation.status." + it.status().tag()),
        it.detail(),
        it.languageTag().isEmpty()
            ? words.t("consultation.language.unknown")
            : words.languageName(it.languageTag()),
        synthesis.holdings().count(it));
  }
}
