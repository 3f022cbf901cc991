package vallarta.compact.review.follow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Feed;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Paging;

/// What changed about commitments between two dates, as page, table and feed.
@Controller
@OpenToAll
class ChangePages {

  static final List<String> HEADERS =
      List.of("at", "change", "ref", "before", "after", "text", "language");

  static final List<String> PARAMETERS = List.of("from", "to", "change");

  /// How many of one time are read; a longer time is told to be too long.
  private static final int MOST = 5_000;

  private static final int PER_PAGE = 50;
  private static final int NEWS = 100;

  /// The whole days of which somebody asks.
  record Days(LocalDate first, LocalDate last) {

    private static final int USUAL = 30;

    static Days of(String from, String to, LocalDate today) {
      LocalDate last = to.isBlank() ? today : date(to);
      LocalDate first = from.isBlank() ? last.minusDays(USUAL) : date(from);
      if (first.isAfter(last)) {
        throw failure("REV-402", "review.failure.no-time", first + " – " + last);
      }
      return new Days(first, last);
    }

    Instant begin() {
      return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant end() {
      return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate date(String text) {
      try {
        LocalDate date = LocalDate.parse(text.strip());
        if (date.getYear() < 1900 || date.getYear() > 9998) {
          throw failure("REV-401", "review.failure.no-date", text);
        }
        return date;
      } catch (DateTimeParseException e) {
        throw failure("REV-401", "review.failure.no-date", text);
      }
    }
  }

  /// @param counts how many of each kind there are
  /// @param all whether none had to be left out
  record View(
      Days days,
      Map<What, Integer> counts,
      String change,
      Paging paging,
      List<Change> shown,
      boolean all) {}

  private final Changes changes;
  private final Clock clock;

  ChangePages(Changes changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  @GetMapping("/{language}/changes")
  ModelAndView changes(
      Page page,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String change,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Days days = days(from, to);
    List<Change> all = changes.between(days.begin(), days.end(), MOST);
    Map<What, Integer> counts = new EnumMap<>(What.class);
    all.forEach(it -> counts.merge(it.what(), 1, Integer::sum));
    List<Change> chosen = chosen(all, change);
    Paging paging = Paging.of(number, PER_PAGE, chosen.size());
    return page.named("review.changes.title")
        .data(Format.CSV, Format.JSON)
        .show(
            "review/follow/changes",
            new View(days, counts, change, paging, paging.of(chosen), all.size() < MOST));
  }

  @GetMapping({"/{language}/changes.csv", "/{language}/changes.json"})
  ResponseEntity<byte[]> changes(
      Format format,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String change) {
    Days days = days(from, to);
    return Download.of(
        format,
        new Sheet(
            "changes",
            HEADERS,
            chosen(changes.between(days.begin(), days.end(), MOST), change).stream()
                .map(ChangePages::row)
                .toList()));
  }

  /// The newest changes, whenever they were made.
  @GetMapping("/{language}/changes.atom")
  ResponseEntity<byte[]> feed(Page page) {
    List<Change> newest =
        changes.between(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"), NEWS);
    String language = page.language().tag();
    return Feed.newestFirst(
            page.words().t("review.changes.title"),
            "/%s/changes.atom".formatted(language),
            page.link("/changes"),
            newest.stream().map(it -> Told.entry(page.words(), language, it)).toList(),
            Instant.EPOCH)
        .answer(page);
  }

  private Days days(String from, String to) {
    return Days.of(from, to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private static List<Change> chosen(List<Change> all, String change) {
    return change.isEmpty()
        ? all
        : all.stream().filter(it -> it.what().tag().equals(change)).toList();
  }

  private static List<Object> row(Change it) {
    return List.of(
        it.at().toString(),
        it.what().tag(),
        it.ref(),
        it.before(),
        it.after(),
        it.text(),
        it.language());
  }

  private static DomainFailure failure(String code, String key, String text) {
    return new DomainFailure(code, key, Map.of("text", text), HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
