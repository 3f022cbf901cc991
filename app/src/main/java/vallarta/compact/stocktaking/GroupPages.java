package vallarta.compact.stocktaking;

import java.util.List;
import java.util.Optional;
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
import vallarta.compact.consultation.StatementId;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Paging;
import vallarta.compact.web.part.Piece;
import vallarta.compact.web.part.Saying;

/// What was said by weight, one group of statements, and the group of one statement as a part of
/// its page.
@Controller
@OpenToAll
class GroupPages {

  static final int PER_PAGE = 25;

  record All(Codebook book, Paging paging, List<StatementGroup> groups) {}

  /// @param events what became of it, and what came into it
  record One(
      Codebook book,
      StatementGroup group,
      Paging paging,
      List<Statement> members,
      List<GroupEvent> events) {}

  /// @param heir the group in which the statement is that gave its name
  record Became(String id, StatementGroup heir, List<GroupEvent> events) {}

  /// @param points that keep what the statement says
  record OfStatement(StatementGroup group, List<Published> points) {}

  private final Stocktaking stocktaking;
  private final PublishedPoints points;
  private final Regroupings regroupings;

  GroupPages(Stocktaking stocktaking, PublishedPoints points, Regroupings regroupings) {
    this.stocktaking = stocktaking;
    this.points = points;
    this.regroupings = regroupings;
  }

  @GetMapping("/{language}/groups")
  ModelAndView groups(Page page, @RequestParam(name = "page", defaultValue = "1") int number) {
    Synthesis synthesis = stocktaking.synthesis();
    List<StatementGroup> groups = synthesis.groups();
    Paging paging = Paging.of(number, PER_PAGE, groups.size());
    return page.named("stocktaking.groups.title")
        .data(Format.CSV, Format.JSON)
        .show(
            "stocktaking/groups",
            new All(new Codebook(synthesis.thesaurus(), page.words()), paging, paging.of(groups)));
  }

  @GetMapping({"/{language}/groups.csv", "/{language}/groups.json"})
  ResponseEntity<byte[]> groups(Page page, Format format) {
    Synthesis synthesis = stocktaking.synthesis();
    return Download.of(format, new SynthesisSheets(synthesis).groups(synthesis.groups()));
  }

  @GetMapping("/{language}/groups/{id}")
  ModelAndView group(
      Page page,
      @PathVariable String id,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Optional<StatementGroup> heir = stocktaking.synthesis().heir(id);
    if (heir.isPresent()) {
      return became(page, id, heir.get());
    }
    StatementGroup group = get(id);
    Paging paging = Paging.of(number, PER_PAGE, group.volume());
    return page.named("stocktaking.group.title", "id", group.id())
        .under("/groups", page.words().t("stocktaking.groups.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "stocktaking/group",
            new One(
                new Codebook(stocktaking.synthesis().thesaurus(), page.words()),
                group,
                paging,
                paging.of(group.statements()),
                regroupings.events(id)));
  }

  @GetMapping({"/{language}/groups/{id}.csv", "/{language}/groups/{id}.json"})
  ResponseEntity<byte[]> group(Page page, @PathVariable String id, Format format) {
    Synthesis synthesis = stocktaking.synthesis();
    StatementGroup group = synthesis.heir(id).orElseGet(() -> get(id));
    return Download.of(
        format, new SynthesisSheets(synthesis).statements(group.statements().stream()));
  }

  /// What became of a group that is no more: whoever cited it finds where its statements are.
  private ModelAndView became(Page page, String id, StatementGroup heir) {
    return page.named("stocktaking.group.title", "id", id)
        .under("/groups", page.words().t("stocktaking.groups.title"))
        .data(Format.CSV, Format.JSON)
        .show("stocktaking/became", new Became(id, heir, regroupings.events(id)));
  }

  /// The group of a statement, as a part of its page.
  @GetMapping("/{language}/statements/{id}/group")
  ModelAndView ofStatement(Page page, @PathVariable String id) {
    Synthesis synthesis = stocktaking.synthesis();
    Statement it =
        StatementId.find(id)
            .flatMap(synthesis.holdings()::find)
            .orElseThrow(() -> new NotPublished("STOC-002", id));
    return page.show(
        "stocktaking/ofstatement",
        new OfStatement(synthesis.groupOf(it), points.ofStatement(it.id().number())));
  }

  private StatementGroup get(String id) {
    return stocktaking
        .synthesis()
        .findGroup(id)
        .orElseThrow(() -> new NotPublished("STOC-003", id));
  }

  /// A group as a list shows it: the statement that stands for it, with how many voices say so.
  static Saying saying(Page page, Codebook book, StatementGroup group) {
    Statement it = group.representative();
    return book.saying(
        page::link, it, Piece.of(it.text()), group.voices(), page.link("/groups/" + group.id()));
  }
}
