package vallarta.compact.review.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;
import vallarta.compact.review.board.Listing.Wanted;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.Download;
import vallarta.compact.web.Field;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Paging;

/// The commitments behind a number of a board.
@Controller
@OpenToAll
class ListPages {

  static final List<String> HEADERS =
      List.of("id", "title", "language", "actors", "standing", "since", "last_report", "overdue");

  static final List<String> PARAMETERS = List.of("by", "code", "standing", "overdue");

  private static final int PER_PAGE = 25;

  /// @param standings by the numbers of the commitments
  record View(
      Codebook book, Paging paging, List<Commitment> shown, Map<Long, Standing.Now> standings) {}

  private final Boards boards;
  private final Listing listing;
  private final Commitments commitments;
  private final Standings standings;
  private final Consultations consultations;
  private final Framework framework;

  ListPages(
      Boards boards,
      Listing listing,
      Commitments commitments,
      Standings standings,
      Consultations consultations,
      Framework framework) {
    this.boards = boards;
    this.listing = listing;
    this.commitments = commitments;
    this.standings = standings;
    this.consultations = consultations;
    this.framework = framework;
  }

  @GetMapping("/{language}/boards/list")
  ModelAndView list(
      Page page,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String standing,
      @RequestParam(defaultValue = "") String overdue,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Wanted wanted = wanted(by, code, standing, overdue);
    Codebook book = new Codebook(consultations.holdings().thesaurus(), page.words());
    Paging paging = Paging.of(number, PER_PAGE, listing.count(wanted));
    List<Long> ids = listing.page(wanted, paging.first() - 1, PER_PAGE);
    Page above = page.under("/boards", page.words().t("review.board.title"));
    if (wanted.by() != null) {
      above = above.under("/boards/" + by, page.words().t("review.board.by." + by));
    }
    return above
        .titled(title(page, wanted, book))
        .data(Format.CSV, Format.JSON)
        .show(
            "review/board/list", new View(book, paging, commitments.list(ids), standings.of(ids)));
  }

  @GetMapping({"/{language}/boards/list.csv", "/{language}/boards/list.json"})
  ResponseEntity<byte[]> list(
      Page page,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String standing,
      @RequestParam(defaultValue = "") String overdue,
      Format format) {
    return Download.of(
        format,
        new Sheet(
            "commitments",
            HEADERS,
            listing.all(wanted(by, code, standing, overdue)).stream()
                .map(ListPages::row)
                .toList()));
  }

  private static Wanted wanted(String by, String code, String standing, String overdue) {
    if (!standing.isEmpty()) {
      Field.oneOf(List.of(Standing.values()), Standing::tag, standing);
    }
    return new Wanted(by.isEmpty() ? null : By.of(by), code, standing, !overdue.isEmpty());
  }

  /// What the number counts: `Human · No report`.
  private String title(Page page, Wanted wanted, Codebook book) {
    List<String> parts = new ArrayList<>();
    By by = wanted.by();
    if (by != null && !wanted.code().isEmpty()) {
      parts.add(Board.of(by, boards.picture(), book, framework).label(wanted.code()));
    }
    if (!wanted.standing().isEmpty()) {
      parts.add(page.words().t("review.standing." + wanted.standing()));
    }
    if (wanted.overdue()) {
      parts.add(page.words().t("review.overdue"));
    }
    return parts.isEmpty()
        ? page.words().t("review.board.list.all")
        : parts.stream().collect(Collectors.joining(" · "));
  }

  private static List<Object> row(Listing.Line it) {
    return List.of(
        "CM-" + it.commitment(),
        it.title(),
        it.language(),
        String.join(" ; ", it.actors()),
        it.now().standing().tag(),
        it.now().since().toString(),
        it.now().lastReport() == null ? "" : it.now().lastReport().toString(),
        Boolean.toString(it.now().overdue()));
  }
}
