package vallarta.compact.review.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.language.Words;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Feed;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Filters.Option;
import vallarta.compact.web.part.Paging;

/// What everybody may know of dates: reports that are flagged as overdue, the newest flag first,
/// with what became of each; and those that fall due next, also as a calendar of each actor.
@Controller
@OpenToAll
class DatePages {

  static final List<String> OVERDUE =
      List.of(
          "id",
          "state",
          "commitment",
          "title",
          "actor",
          "due",
          "raised",
          "contested",
          "contested_reason",
          "decided",
          "decided_reason",
          "closed");

  static final List<String> DUE =
      List.of("id", "kind", "due", "actor", "commitment", "title", "language");

  private static final int PER_PAGE = 50;
  private static final int NEWEST = 100;

  /// @param names of the actors, by their keys
  record Flagged(Filters filters, Paging paging, List<Flag> shown, Names names) {}

  /// @param actor key of the one whose dates are shown, or empty
  record Coming(
      Filters filters,
      Paging paging,
      List<DueDates.Due> shown,
      Names names,
      String actor,
      LocalDate today) {}

  /// What actors are called.
  @FunctionalInterface
  interface Names {
    String of(String key);
  }

  private final Boards boards;
  private final Flags flags;
  private final DueDates dueDates;
  private final Consultations consultations;
  private final Framework framework;
  private final Clock clock;

  DatePages(
      Boards boards,
      Flags flags,
      DueDates dueDates,
      Consultations consultations,
      Framework framework,
      Clock clock) {
    this.boards = boards;
    this.flags = flags;
    this.dueDates = dueDates;
    this.consultations = consultations;
    this.framework = framework;
    this.clock = clock;
  }

  @GetMapping("/{language}/overdue")
  ModelAndView overdue(
      Page page,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Paging paging = Paging.of(number, PER_PAGE, flags.count(state, actor));
    Words words = page.words();
    Filters.Choice states =
        new Filters.Choice(
            "state",
            words.t("review.board.flag"),
            state,
            List.of(Flag.State.values()).stream()
                .map(it -> Option.of(it.tag(), words.t("review.board.flag." + it.tag())))
                .toList());
    return page.named("review.board.overdue.title")
        .under("/boards", words.t("review.board.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "review/board/overdue",
            new Flagged(
                filters(page, List.of(states, actors(page, actor))),
                paging,
                flags.page(state, actor, paging.first() - 1, PER_PAGE),
                names(page)));
  }

  @GetMapping({"/{language}/overdue.csv", "/{language}/overdue.json"})
  ResponseEntity<byte[]> overdue(
      Page page,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String actor,
      Format format) {
    return Download.of(
        format,
        new Sheet(
            "overdue",
            OVERDUE,
            flags.page(state, actor, 0, Integer.MAX_VALUE).stream().map(DatePages::row).toList()));
  }

  @GetMapping("/{language}/overdue.atom")
  ResponseEntity<byte[]> overdueFeed(
      Page page,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String actor) {
    Words words = page.words();
    Names names = names(page);
    return Feed.newestFirst(
            words.t("review.board.overdue.title"),
            page.here("", ""),
            "",
            flags.page(state, actor, 0, NEWEST).stream()
                .map(it ->
                    new Feed.Entry(
                        page.link("/overdue", "flag", it.ref()),
                        it.commitmentRef() + " · " + names.of(it.actor()) + ": " + it.title(),
                        it.changed(),
                        page.link("/commitments/" + it.commitmentRef()),
                        summary(words, it),
                        ""))
                .toList(),
            boards.picture().at())
        .answer(page);
  }

  @GetMapping("/{language}/due")
  ModelAndView due(
      Page page,
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Paging paging = Paging.of(number, PER_PAGE, dueDates.count(actor));
    boolean known = boards.picture().rows(By.ACTORS).containsKey(actor);
    return page.named("review.board.due.title")
        .under("/boards", page.words().t("review.board.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "review/board/due",
            new Coming(
                filters(page, List.of(actors(page, actor))),
                paging,
                dueDates.page(actor, paging.first() - 1, PER_PAGE),
                names(page),
                known ? actor : "",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
  }

  @GetMapping({"/{language}/due.csv", "/{language}/due.json"})
  ResponseEntity<byte[]> due(
      Page page, @RequestParam(defaultValue = "") String actor, Format format) {
    return Download.of(
        format,
        new Sheet(
            "due",
            DUE,
            dueDates.page(actor, 0, Integer.MAX_VALUE).stream().map(DatePages::row).toList()));
  }

  /// The due dates of an actor, for calendars to subscribe to.
  @GetMapping("/{language}/actors/{stakeholder}/due.ics")
  ResponseEntity<byte[]> calendar(Page page, @PathVariable String stakeholder) {
    if (!boards.picture().rows(By.ACTORS).containsKey(stakeholder)) {
      throw new DomainFailure(
          "REV-301", "review.failure.no-actor", Map.of("actor", stakeholder), HttpStatus.NOT_FOUND);
    }
    Instant now = clock.instant();
    String name = page.words().t("review.board.due.calendar", "actor", names(page).of(stakeholder));
    return DueCalendar.of(page, name, dueDates.page(stakeholder, 0, Integer.MAX_VALUE), now);
  }

  private Filters.Choice actors(Page page, String chosen) {
    return new Filters.Choice(
        "actor",
        page.words().t("commitment.actor"),
        chosen,
        Board.of(By.ACTORS, boards.picture(), book(page), framework).rows().stream()
            .map(it -> Option.of(it.code(), it.label()))
            .toList());
  }

  private static Filters filters(Page page, List<Filters.Choice> choices) {
    return new Filters(
        page.path(),
        List.copyOf(choices),
        choices.stream()
            .filter(it -> !it.value().isEmpty())
            .map(it -> new Filters.Active(it.label(), label(it), page.here(it.name(), "")))
            .toList(),
        page.path());
  }

  private static String label(Filters.Choice choice) {
    return choice.options().stream()
        .filter(it -> it.value().equals(choice.value()))
        .map(Option::label)
        .findFirst()
        .orElse(choice.value());
  }

  private Names names(Page page) {
    Boards.Picture picture = boards.picture();
    Codebook book = book(page);
    return key -> picture.name(key, book);
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }

  /// `Report due on 3 March 2026 · contested: …`.
  private static String summary(Words words, Flag it) {
    String state = words.t("review.board.flag." + it.state().tag());
    String reason = it.state() == Flag.State.CONTESTED ? it.contestedReason() : it.decidedReason();
    return words.t("review.board.overdue.due", "date", words.date(it.due()))
        + " · "
        + state
        + (reason.isEmpty() ? "" : ": " + reason);
  }

  private static List<Object> row(Flag it) {
    return List.of(
        it.ref(),
        it.state().tag(),
        it.commitmentRef(),
        it.title(),
        it.actor(),
        it.due().toString(),
        it.raised().toString(),
        it.contested() == null ? "" : it.contested().toString(),
        it.contestedReason(),
        it.decided() == null ? "" : it.decided().toString(),
        it.decidedReason(),
        it.closed() == null ? "" : it.closed().toString());
  }

  private static List<Object> row(DueDates.Due it) {
    return List.of(
        it.ref(),
        it.kind(),
        it.on().toString(),
        it.actor(),
        it.commitmentRef(),
        it.title(),
        it.language());
  }
}
