package vallarta.compact.consultation;

import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.search.Hit;
import vallarta.compact.search.Hits;
import vallarta.compact.search.SearchIndex;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Paging;

/// Search over all texts.
@Controller
@OpenToAll
class SearchPages {

  static final List<String> HEADERS = List.of("type", "id", "title", "language", "snippet");

  private static final int PER_PAGE = 20;

  /// The last page that can be turned to: who needs more narrows the query, or takes the data.
  private static final int PAGES = 100;

  /// The most hits that one download gives; its last row never hides that there are more, as the
  /// total stands on the page.
  private static final int DOWNLOAD = 1_000;

  /// @param in kind of documents searched, or empty for all
  record Found(Holdings holdings, String query, String in, Paging paging, Hits hits) {

    Optional<Statement> statement(Hit hit) {
      return StatementId.find(hit.id()).flatMap(holdings::find);
    }

    Optional<Input> input(Hit hit) {
      return InputId.find(hit.id()).flatMap(holdings::find);
    }
  }

  private final Consultations consultations;
  private final SearchIndex index;

  SearchPages(Consultations consultations, SearchIndex index) {
    this.consultations = consultations;
    this.index = index;
  }

  @GetMapping("/{language}/search")
  ModelAndView search(
      Page page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String in,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Hits hits = index.search(q, in, (Math.clamp(number, 1, PAGES) - 1) * PER_PAGE, PER_PAGE);
    Paging paging = Paging.of(number, PER_PAGE, (int) Math.min(hits.total(), PAGES * PER_PAGE));
    return page.named("consultation.search.title")
        .data(Format.CSV, Format.JSON)
        .show(
            "consultation/search",
            new Found(consultations.holdings(), q.strip(), in, paging, hits));
  }

  @GetMapping({"/{language}/search.csv", "/{language}/search.json"})
  ResponseEntity<byte[]> search(
      Page page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String in,
      Format format) {
    Hits hits = index.search(q, in, 0, DOWNLOAD);
    List<List<Object>> rows =
        hits.hits().stream()
            .map(it -> List.<Object>of(it.type(), it.id(), it.title(), it.language(), it.plain()))
            .toList();
    return Download.of(format, new Sheet("search", HEADERS, rows));
  }
}
