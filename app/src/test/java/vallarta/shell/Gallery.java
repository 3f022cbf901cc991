package vallarta.shell;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.language.Words;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.Templates;
import vallarta.compact.web.part.Action;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Grid;
import vallarta.compact.web.part.Heard;
import vallarta.compact.web.part.Knot;
import vallarta.compact.web.part.Leaf;
import vallarta.compact.web.part.Paging;
import vallarta.compact.web.part.Piece;
import vallarta.compact.web.part.Saying;
import vallarta.compact.web.part.Shape;
import vallarta.compact.web.part.Tag;
import vallarta.compact.web.part.Term;

/// All parts on two pages with invented samples, to be looked at and to be checked by tests.
@Controller
@OpenToAll
class Gallery {

  private static final List<String> DIMENSIONS =
      List.of("Human", "Community", "Local", "National", "Regional", "Global");

  private static final String ENGLISH =
      "An accountability mechanism must have coherence and consistency, public access and transparency, with a clear"
          + " time frame and targets.";

  private static final String ARABIC =
      "ندعو الدول إلى وضع حد لاحتجاز الأطفال المهاجرين غير المصحوبين، وإلى إيجاد بدائل في المجتمع المحلي.";

  @GetMapping("/{language}/gallery")
  ModelAndView all(Page page) {
    Words w = page.words();
    List<String> html = new ArrayList<>();
    html.add("<h1>" + w.t("stocktaking.home.title") + "</h1>");
    html.add("<p class=lead>" + w.t("stocktaking.home.lead") + "</p>");
    html.add(part("thread", Map.of("w", w, "across", true, "knots", home(w))));
    html.add("<ul class=stats>");
    html.add(
        stat(
            w.n(1284),
            w.t("stocktaking.home.statements", "count", 1284),
            "#a",
            w.t("stocktaking.home.read", "read", 118, "inputs", 121)));
    html.add(stat("3 / ~70", w.t("consultation.types.national-consultation"), "#b", ""));
    html.add(stat(w.n(17), w.t("consultation.count.languages", "count", 6), "", ""));
    html.add("</ul>");
    html.add("<h2>" + w.t("stocktaking.matrix.title") + "</h2>");
    html.add(part("grid", Map.of("w", w, "grid", grid(w, page))));
    html.add("<h2>" + w.t("stocktaking.coverage.title") + "</h2>");
    html.add(part("heard", Map.of("w", w, "table", heard(w, page))));
    html.add(part("progress", Map.of("w", w, "done", 318L, "total", 590L, "words", "")));
    return shown(page.titled("Gallery").data(Format.values()).wide(), html);
  }

  @GetMapping("/{language}/gallery/words")
  ModelAndView words(Page page) {
    Words w = page.words();
    List<String> html = new ArrayList<>();
    html.add("<h1>" + w.t("consultation.statements.title") + "</h1>");
    html.add("<p class=lead>" + w.t("consultation.statements.lead") + "</p>");
    html.add(part("filters", Map.of("w", w, "filters", filters(w, page))));
    html.add(
        "<p>"
            + w.t("consultation.statements.found", "statements", 412, "voices", 97, "groups", 301)
            + "</p>");
    html.add("<ol class=sayings>");
    for (Saying saying : sayings(w, page)) {
      html.add("<li>" + part("saying", Map.of("w", w, "saying", saying)) + "</li>");
    }
    html.add("</ol>");
    IntFunction<String> link = number -> page.here("page", number);
    html.add(part("paging", Map.of("w", w, "paging", Paging.of(4, 25, 412), "link", link)));
    html.add("<div class=split><div>");
    html.add("<h2>" + w.t("consultation.input.text") + "</h2>");
    html.add(
        part("notice", Map.of("text", w.t("web.notice.told-by", "teller", "VIVAT International"))));
    html.add(
        part(
            "leaf",
            Map.of("w", w, "leaf", leaf(page), "marginLabel", w.t("consultation.input.margin"))));
    html.add("</div><aside><h2>" + w.t("web.thread") + "</h2>");
    html.add(part("thread", Map.of("w", w, "knots", rail(w))));
    html.add(part("terms", Map.of("terms", terms(w))));
    html.add("</aside></div>");
    html.add(
        part("notice", Map.of("text", w.t("web.notice.machine-translation"), "warning", true)));
    html.add(
        part(
            "empty",
            Map.of(
                "text",
                w.t(
                    "consultation.statements.none",
                    "filters",
                    w.list(List.of("Regional", "Money"))),
                "actions",
                List.of(
                    new Action(
                        w.t("consultation.statements.without", "count", 14, "filter", "Money"),
                        "#x"),
                    new Action(w.t("web.filter.clear"), "#y")))));
    html.add(
        part(
            "problems",
            Map.of(
                "w", w, "problems", List.of(new Action(w.t("cli.import.rule.not-a-date"), "#q")))));
    return shown(
        page.titled(w.t("consultation.statements.title"))
            .under("/about", w.t("web.about.title"))
            .data(Format.CSV, Format.JSON),
        html);
  }

  private static ModelAndView shown(Page page, List<String> html) {
    Content content = output -> output.writeContent(String.join("\n", html));
    return page.show("web/layout", Map.of()).addObject("content", content);
  }

  private static String part(String name, Map<String, Object> parameters) {
    return Templates.render("web/part/" + name, new LinkedHashMap<>(parameters));
  }

  private static String stat(String number, String words, String href, String note) {
    return part("stat", Map.of("number", number, "words", words, "href", href, "note", note));
  }

  private static List<Knot> home(Words w) {
    return List.of(
        Knot.tied(Shape.CIRCLE, w.n(1284), w.t("stocktaking.home.statements", "count", 1284), "#s")
            .noted(w.t("consultation.count.voices", "count", 97)),
        Knot.tied(Shape.SQUARE, w.n(31), w.t("stocktaking.home.points", "count", 31), "#p"),
        Knot.cut(Shape.DIAMOND, w.n(0), w.t("stocktaking.home.commitments", "count", 0))
            .noted(w.t("stocktaking.home.cut.commitments"))
            .act(w.t("stocktaking.home.want.matrix"), "#m"),
        Knot.cut(Shape.TRIANGLE, w.n(0), w.t("stocktaking.home.reports", "count", 0))
            .noted(w.t("stocktaking.home.cut.reports")),
        Knot.cut(Shape.CHECK, w.n(0), w.t("stocktaking.home.reviews", "count", 0))
            .noted(w.t("stocktaking.home.cut.reviews")));
  }

  private static List<Knot> rail(Words w) {
    return List.of(
        Knot.tied(Shape.CIRCLE, "S-142", w.t("consultation.kind.ask"), "#s")
            .noted("GANHRI · " + w.date(java.time.LocalDate.of(2017, 12, 4))),
        Knot.tied(Shape.SQUARE, "P-17", "National", "#p"),
        Knot.tied(Shape.LINES, "§ 44", "Rev. 2", "#t"),
        Knot.cut(Shape.DIAMOND, "", w.t("stocktaking.home.cut.commitments"))
            .act(w.t("stocktaking.home.want.statements"), "#c"));
  }

  private static Grid grid(Words w, Page page) {
    int[][] counts = {
      {12, 31, 18, 6, 2, 9, 78},
      {22, 4, 1, 11, 3, 7, 48},
      {-1, -1, 2, 19, 8, 4, 33},
      {3, -1, -1, -3, 14, 6, 24},
      {5, 1, -1, 17, 6, -2, 29},
      {42, 36, 21, 54, 33, 26, 212}
    };
    String[] themes = {
      "Narrative and xenophobia",
      "Children and detention",
      "Disaggregated data",
      "Missing migrants",
      "Pathways and safe return"
    };
    List<Grid.Head> columns = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      columns.add(Grid.Head.dimension(DIMENSIONS.get(i), "", i + 1));
    }
    columns.add(Grid.Head.total(w.t("web.table.total")));
    List<Grid.Row> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      List<Grid.Cell> cells = new ArrayList<>();
      for (int count : counts[i]) {
        cells.add(cell(count, page));
      }
      boolean total = i == themes.length;
      rows.add(
          new Grid.Row(
              total
                  ? Grid.Head.total(w.t("stocktaking.matrix.all-themes"))
                  : Grid.Head.of(themes[i], "#t" + i),
              i == 0 ? 0 : 1,
              cells));
    }
    return new Grid(
        w.t("stocktaking.matrix.caption"), w.t("consultation.theme"), columns, rows, true);
  }

  private static Grid.Cell cell(int count, Page page) {
    String href = page.link("/matrix/children/national");
    return switch (count) {
      case -1 -> Grid.Cell.notRaised(href);
      case -2 -> Grid.Cell.zero("");
      case -3 -> new Grid.Cell(Grid.Says.GAP, 1, href);
      default -> Grid.Cell.count(count, href);
    };
  }

  private static Heard heard(Words w, Page page) {
    return new Heard(
        w.t("stocktaking.coverage.all"),
        List.of(
            w.t("consultation.stakeholder-type"),
            w.t("consultation.region"),
            w.t("consultation.language")),
        w.t("stocktaking.coverage.heard"),
        w.t("stocktaking.coverage.expected"),
        w.t("stocktaking.coverage.statements"),
        w.t("stocktaking.coverage.standing"),
        List.of(
            row(w, "migrants-association", "011", "fr", 0, 12, 0, "silent", page),
            row(w, "parliament", "419", "es", 0, 20, 0, "silent", page),
            row(w, "ngo", "419", "es", 7, 16, 131, "fewer", page),
            row(w, "state", "145", "ar", 14, 12, 96, "heard", page),
            new Heard.Row(
                List.of(
                    w.t("consultation.stakeholders.nhri"),
                    w.t("consultation.region.150"),
                    w.languageName("en")),
                3,
                null,
                false,
                22,
                page.link("/statements"),
                w.t("stocktaking.coverage.standing.open"),
                false)));
  }

  private static Heard.Row row(
      Words w,
      String type,
      String region,
      String language,
      int heard,
      int expected,
      int statements,
      String standing,
      Page page) {
    return new Heard.Row(
        List.of(
            w.t("consultation.stakeholders." + type),
            w.t("consultation.region." + region),
            w.languageName(language)),
        heard,
        expected,
        expected == 20,
        statements,
        page.link("/statements", "type", type),
        w.t("stocktaking.coverage.standing." + standing),
        standing.equals("silent"));
  }

  private static Filters filters(Words w, Page page) {
    List<Filters.Field> fields = new ArrayList<>();
    List<Filters.Option> dimensions = new ArrayList<>();
    DIMENSIONS.forEach(
        it -> dimensions.add(Filters.Option.of(it.toLowerCase(java.util.Locale.ROOT), it)));
    fields.add(
        new Filters.Choice("dimension", w.t("consultation.dimension"), "national", dimensions));
    for (String name :
        List.of("theme", "kind", "language", "stakeholder-type", "region", "consultation")) {
      fields.add(
          new Filters.Choice(
              name, w.t("consultation." + name), "", List.of(Filters.Option.of("x", "X"))));
    }
    fields.add(new Filters.Entry("text", w.t("consultation.text"), "detention"));
    return new Filters(
        page.path(),
        fields,
        List.of(
            new Filters.Active(
                w.t("consultation.dimension"), "National", page.here("dimension", "")),
            new Filters.Active(w.t("consultation.text"), "detention", page.here("text", ""))),
        page.path());
  }

  private static List<Tag> tags() {
    return List.of(
        Tag.of("Accountability", 0, Tag.State.ACCEPTED),
        Tag.of("National", 4, Tag.State.SUGGESTED),
        new Tag("Transparency", 0, Tag.State.SUGGESTED, "public access and transparency"),
        Tag.of("Trade", 0, Tag.State.REJECTED));
  }

  private static List<Saying> sayings(Words w, Page page) {
    return List.of(
        new Saying(
            "S-142",
            page.link("/statements/S-142"),
            List.of(
                new Piece("An ", false),
                new Piece("accountability mechanism", true),
                new Piece(ENGLISH.substring(27), false)),
            "en",
            "Global Alliance of National Human Rights Institutions",
            "en",
            w.t("consultation.stakeholder.nhri"),
            w.t("consultation.kind.ask"),
            "Report of an observer",
            "en",
            page.link("/inputs/I-3"),
            w.t("web.quote.page", "page", 3),
            12,
            page.link("/groups/G-142"),
            tags(),
            ""),
        new Saying(
            "S-143",
            page.link("/statements/S-143"),
            Piece.of(ARABIC),
            "ar",
            "اتحاد المهاجرين في أوريليا",
            "ar",
            w.t("consultation.stakeholder.migrants-association")
                + " · "
                + w.t("consultation.region.145"),
            w.t("consultation.kind.concern"),
            "مساهمة خطية",
            "ar",
            page.link("/inputs/I-4"),
            w.t("web.quote.paragraph", "number", "12"),
            1,
            "",
            List.of(Tag.of("Children", 0, Tag.State.SUGGESTED)),
            w.t("web.notice.fictional")),
        new Saying(
            "S-144",
            page.link("/statements/S-144"),
            Piece.of("各国应当收集按性别和年龄分列的移民数据，并予以公布。"),
            "zh",
            "",
            "",
            "",
            w.t("consultation.kind.ask"),
            "statements.csv",
            "",
            page.link("/inputs/I-5"),
            w.t("web.quote.row", "row", 37),
            1,
            "",
            List.of(),
            ""));
  }

  private static Leaf leaf(Page page) {
    boolean arabic = page.language().tag().equals("ar");
    String said = arabic ? ARABIC : ENGLISH;
    return new Leaf(
        arabic ? "ar" : "en",
        List.of(
            new Leaf.Paragraph(
                "p1",
                3,
                1,
                List.of(Leaf.Run.plain(arabic ? "آلية المساءلة" : "Accountability")),
                List.of()),
            new Leaf.Paragraph(
                "p2",
                3,
                0,
                List.of(
                    new Leaf.Run(said, "S-142", "#s"),
                    Leaf.Run.plain(" "),
                    new Leaf.Run(said, "S-145", "#t")),
                List.of(
                    new Leaf.Note("S-142", "#s", page.words().t("consultation.kind.ask"), tags()),
                    new Leaf.Note(
                        "S-145", "#t", page.words().t("consultation.kind.concern"), List.of()))),
            new Leaf.Paragraph("p3", 4, 0, List.of(Leaf.Run.plain(said)), List.of())));
  }

  private static List<Term> terms(Words w) {
    return List.of(
        Term.of(w.t("consultation.voice"), "GANHRI").in("en"),
        Term.link(
            w.t("consultation.consultation"), w.t("consultation.type.regional-meeting"), "#c"),
        Term.of(w.t("consultation.status"), w.t("consultation.status.images-only")),
        Term.code(
            w.t("consultation.hash"),
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
  }
}
