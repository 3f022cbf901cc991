package vallarta.compact.review.board;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.language.Words;
import vallarta.compact.review.Standing;
import vallarta.compact.web.Download;
import vallarta.compact.web.Feed;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;

/// How commitments stand: all of them, and by actor, dimension, objective and theme. Silence comes
/// first, with its age; every number leads to the commitments behind it.
@Controller
@OpenToAll
class BoardPages {

  /// @param now the moment at which ages are told
  record View(Board board, Instant now) {}

  /// All of them, over all boards.
  record Whole(Tally all, Instant now) {}

  private final Boards boards;
  private final Consultations consultations;
  private final Framework framework;
  private final Clock clock;

  BoardPages(Boards boards, Consultations consultations, Framework framework, Clock clock) {
    this.boards = boards;
    this.consultations = consultations;
    this.framework = framework;
    this.clock = clock;
  }

  @GetMapping("/{language}/boards")
  ModelAndView boards(Page page) {
    return page.named("review.board.title")
        .data(Format.CSV, Format.JSON)
        .show("review/board/boards", whole());
  }

  @GetMapping({"/{language}/boards.csv", "/{language}/boards.json"})
  ResponseEntity<byte[]> boards(Page page, Format format) {
    return Download.of(format, BoardSheet.all(boards.picture().all()));
  }

  /// How all stand, above the list of commitments.
  @GetMapping("/{language}/commitments/board")
  ModelAndView line(Page page) {
    return page.show("review/board/line", whole());
  }

  @GetMapping("/{language}/boards/{by}")
  ModelAndView board(Page page, @PathVariable String by) {
    Board board = board(page, By.of(by));
    return page.named("review.board.by." + board.by().tag())
        .under("/boards", page.words().t("review.board.title"))
        .data(Format.CSV, Format.JSON)
        .wide()
        .show("review/board/board", new View(board, clock.instant()));
  }

  @GetMapping({"/{language}/boards/{by}.csv", "/{language}/boards/{by}.json"})
  ResponseEntity<byte[]> board(Page page, @PathVariable String by, Format format) {
    return Download.of(format, BoardSheet.of(board(page, By.of(by))));
  }

  /// A feed with an entry a row: it is new again whenever a commitment of the row comes to stand
  /// otherwise.
  @GetMapping("/{language}/boards/{by}.atom")
  ResponseEntity<byte[]> feed(Page page, @PathVariable String by) {
    Board board = board(page, By.of(by));
    String path = "/boards/" + by;
    return Feed.newestFirst(
            page.words().t("review.board.by." + by),
            page.here("", ""),
            "",
            board.rows().stream()
                .filter(it -> it.tally().changed() != null)
                .map(it ->
                    new Feed.Entry(
                        page.link(path, "row", it.code()),
                        it.label(),
                        it.tally().changed(),
                        page.link("/boards/list", "by", by, "code", it.code()),
                        summary(page.words(), it.tally()),
                        ""))
                .toList(),
            board.at())
        .answer(page);
  }

  private Whole whole() {
    return new Whole(boards.picture().all(), clock.instant());
  }

  private Board board(Page page, By by) {
    Codebook book = new Codebook(consultations.holdings().thesaurus(), page.words());
    return Board.of(by, boards.picture(), book, framework);
  }

  /// The counts in words: `No report 3 of 12, Stalled 1 of 12, …`.
  private static String summary(Words words, Tally tally) {
    List<String> counts =
        Arrays.stream(Standing.values())
            .map(it ->
                words.t(
                    "review.board.count-of",
                    "what",
                    words.t("review.standing." + it.tag()),
                    "count",
                    words.n(tally.count(it)),
                    "all",
                    words.n(tally.all())))
            .toList();
    return words.list(counts);
  }
}
