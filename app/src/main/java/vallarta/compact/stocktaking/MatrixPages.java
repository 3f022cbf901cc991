package vallarta.compact.stocktaking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.NotPublished;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementFilter;
import vallarta.compact.consultation.StatementFilters;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Filters.Choice;
import vallarta.compact.web.part.Filters.Option;
import vallarta.compact.web.part.Grid;
import vallarta.compact.web.part.Paging;

/// The matrix of dimensions and themes, and one cell of it.
@Controller
@OpenToAll
class MatrixPages {

  /// How many groups one page of a cell shows.
  static final int PER_PAGE = 20;

  /// @param nothing whether no statement is there to lay out
  record View(Filters filters, boolean nothing, Grid grid, int empty, int cells) {}

  /// @param byType voices by type of stakeholder
  /// @param byRegion voices by region
  /// @param elsewhere dimensions in which the theme was raised
  record CellView(
      Codebook book,
      String theme,
      StatementFilter filter,
      Matrix.Cell cell,
      Paging paging,
      List<StatementGroup> groups,
      Map<String, Long> byType,
      Map<String, Long> byRegion,
      List<String> elsewhere) {}

  private final Stocktaking stocktaking;

  MatrixPages(Stocktaking stocktaking) {
    this.stocktaking = stocktaking;
  }

  @GetMapping("/{language}/matrix")
  ModelAndView matrix(Page page, @RequestParam Map<String, String> parameters) {
    Synthesis synthesis = stocktaking.synthesis();
    StatementFilter filter = StatementFilter.of(parameters);
    String show = parameters.getOrDefault("show", "voices");
    Codebook book = new Codebook(synthesis.thesaurus(), page.words());
    MatrixGrid matrix =
        new MatrixGrid(
            book,
            synthesis.matrix(filter),
            synthesis.matrix(),
            show,
            (theme, dimension) -> link(page, filter, theme, dimension));
    Filters filters =
        new StatementFilters(page, book, synthesis.holdings()).ofVoices(show(page, show), filter);
    return page.named("stocktaking.matrix.title")
        .data(Format.CSV, Format.JSON, Format.XLSX)
        .wide()
        .show(
            "stocktaking/matrix",
            new View(
                filters,
                synthesis.holdings().statements().isEmpty(),
                matrix.grid(),
                matrix.empty(),
                matrix.cells()));
  }

  private static Choice show(Page page, String show) {
    return new Choice(
        "show",
        page.words().t("stocktaking.matrix.show"),
        show,
        Stream.of("voices", "groups", "statements")
            .map(it -> Option.of(it, page.words().t("stocktaking.matrix.show." + it)))
            .toList());
  }

  private static String link(Page page, StatementFilter filter, String theme, String dimension) {
    return page.link(
        "/matrix/" + theme + "/" + dimension,
        "consultation",
        filter.consultation(),
        "type",
        filter.type(),
        "language",
        filter.language());
  }

  @GetMapping({"/{language}/matrix.csv", "/{language}/matrix.json", "/{language}/matrix.xlsx"})
  ResponseEntity<byte[]> matrix(
      Page page, @RequestParam Map<String, String> parameters, Format format) {
    Synthesis synthesis = stocktaking.synthesis();
    Matrix matrix = synthesis.matrix(StatementFilter.of(parameters));
    return Download.of(format, new SynthesisSheets(synthesis).matrix(matrix));
  }

  @GetMapping("/{language}/matrix/{theme}/{dimension}")
  ModelAndView cell(
      Page page,
      @PathVariable String theme,
      @PathVariable String dimension,
      @RequestParam Map<String, String> parameters,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Synthesis synthesis = stocktaking.synthesis();
    StatementFilter filter = filter(synthesis.thesaurus(), theme, dimension, parameters);
    List<StatementGroup> groups = synthesis.groups(filter);
    List<Statement> statements = filter.apply(synthesis.holdings().statements()).toList();
    Paging paging = Paging.of(number, PER_PAGE, groups.size());
    List<String> elsewhere =
        synthesis.thesaurus().ids(Scheme.DIMENSION).stream()
            .filter(it -> synthesis.matrix().cell(theme, it).statements() > 0)
            .toList();
    String all = page.words().t("stocktaking.matrix.all-themes");
    String anywhere = page.words().t("stocktaking.matrix.all-dimensions");
    return page.named(
            "stocktaking.cell.title",
            "theme",
            theme.equals(Matrix.ALL)
                ? all
                : synthesis.thesaurus().label(Scheme.THEME, theme, page.language()),
            "dimension",
            dimension.equals(Matrix.ALL)
                ? anywhere
                : synthesis.thesaurus().label(Scheme.DIMENSION, dimension, page.language()))
        .under("/matrix", page.words().t("stocktaking.nav.matrix"))
        .data(Format.CSV, Format.JSON)
        .show(
            "stocktaking/cell",
            new CellView(
                new Codebook(synthesis.thesaurus(), page.words()),
                theme,
                filter,
                synthesis.matrix(filter).cell(Matrix.ALL, Matrix.ALL),
                paging,
                paging.of(groups),
                voices(synthesis, statements, it -> it.voice().type().tag()),
                voices(synthesis, statements, it -> it.voice().region()),
                elsewhere));
  }

  @GetMapping({
    "/{language}/matrix/{theme}/{dimension}.csv",
    "/{language}/matrix/{theme}/{dimension}.json"
  })
  ResponseEntity<byte[]> cell(
      Page page,
      @PathVariable String theme,
      @PathVariable String dimension,
      @RequestParam Map<String, String> parameters,
      Format format) {
    Synthesis synthesis = stocktaking.synthesis();
    StatementFilter filter = filter(synthesis.thesaurus(), theme, dimension, parameters);
    return Download.of(format, new SynthesisSheets(synthesis).groups(synthesis.groups(filter)));
  }

  private static StatementFilter filter(
      Thesaurus thesaurus, String theme, String dimension, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("theme", known(thesaurus, Scheme.THEME, theme));
    all.put("dimension", known(thesaurus, Scheme.DIMENSION, dimension));
    return StatementFilter.of(all);
  }

  private static String known(Thesaurus thesaurus, Scheme scheme, String id) {
    if (id.equals(Matrix.ALL)) {
      return "";
    }
    if (thesaurus.find(scheme, id).isEmpty() && !id.equals(StatementFilter.NONE)) {
      throw new NotPublished("STOC-001", id);
    }
    return id;
  }

  /// Distinct voices by a property, most first.
  private static Map<String, Long> voices(
      Synthesis synthesis, List<Statement> statements, Function<Statement, String> property) {
    Map<String, Map<String, Boolean>> voices = new TreeMap<>();
    statements.forEach(it ->
        voices
            .computeIfAbsent(property.apply(it), any -> new LinkedHashMap<>())
            .put(synthesis.groupOf(it).voice(it), true));
    Map<String, Long> counts = new LinkedHashMap<>();
    List<Map.Entry<String, Map<String, Boolean>>> entries = new ArrayList<>(voices.entrySet());
    entries.sort(Comparator.comparingInt(entry -> -entry.getValue().size()));
    entries.forEach(entry -> counts.put(entry.getKey(), (long) entry.getValue().size()));
    return counts;
  }
}
