package vallarta.compact.consultation;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Paging;

/// The statements through a filter, and one of them.
@Controller
@OpenToAll
class StatementPages {

  static final int PER_PAGE = 25;

  record Some(
      Holdings holdings, Codebook book, Filters filters, Paging paging, List<Statement> shown) {}

  /// @param inInput address of its place in the input, without the language
  /// @param group what the stage that groups statements says of it
  /// @param history what the public record says of it
  /// @param thread what came of it, as a later stage tells it
  record One(
      Statement it,
      Codebook book,
      String inInput,
      Content group,
      Content practices,
      Content history,
      Content thread) {}

  private final Consultations consultations;
  private final Fragments fragments;

  StatementPages(Consultations consultations, Fragments fragments) {
    this.consultations = consultations;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/statements")
  ModelAndView statements(
      Page page,
      @RequestParam Map<String, String> parameters,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Holdings holdings = consultations.holdings();
    StatementFilter filter = StatementFilter.of(parameters);
    List<Statement> matching = filter.apply(holdings.statements()).toList();
    Paging paging = Paging.of(number, PER_PAGE, matching.size());
    Codebook book = new Codebook(holdings.thesaurus(), page.words());
    Filters filters = new StatementFilters(page, book, holdings).ofStatements(filter);
    return page.named("consultation.statements.title")
        .data(Format.CSV, Format.JSON)
        .show(
            "consultation/statements",
            new Some(holdings, book, filters, paging, paging.of(matching)));
  }

  @GetMapping({"/{language}/statements.csv", "/{language}/statements.json"})
  ResponseEntity<byte[]> statements(
      Page page, @RequestParam Map<String, String> parameters, Format format) {
    StatementFilter filter = StatementFilter.of(parameters);
    return Download.of(
        format, ConsultationSheets.statements(filter.apply(consultations.holdings().statements())));
  }

  @GetMapping("/{language}/statements/{id}")
  ModelAndView statement(
      Page page,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response) {
    Holdings holdings = consultations.holdings();
    Statement it = get(holdings, id);
    Content group =
        fragments.at(request, response, page.link("/statements/%s/group".formatted(it.id())));
    Content practices =
        fragments.at(request, response, page.link("/statements/%s/practices".formatted(it.id())));
    Content history =
        fragments.at(request, response, page.link("/record/objects/%s/line".formatted(it.id())));
    return page.named("consultation.statement.title", "id", it.id())
        .under("/statements", page.words().t("consultation.statements.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "consultation/statement",
            new One(
                it,
                new Codebook(holdings.thesaurus(), page.words()),
                InputPages.address(holdings, consultations, it),
                group,
                practices,
                history,
                fragments.at(request, response, page.link("/thread/" + it.id()))));
  }

  @GetMapping({"/{language}/statements/{id}.csv", "/{language}/statements/{id}.json"})
  ResponseEntity<byte[]> statement(Page page, @PathVariable String id, Format format) {
    Statement it = get(consultations.holdings(), id);
    return Download.of(format, ConsultationSheets.statements(List.of(it).stream()));
  }

  private static Statement get(Holdings holdings, String id) {
    return StatementId.find(id)
        .flatMap(holdings::find)
        .orElseThrow(() -> new NotPublished("CONS-005", id));
  }
}
