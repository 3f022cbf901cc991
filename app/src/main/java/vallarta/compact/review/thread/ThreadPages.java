package vallarta.compact.review.thread;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.record.RecordedPages;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;
import vallarta.compact.table.Sheet;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Knot;

/// The thread of an object, as a part of its page and in full.
@Controller
@OpenToAll
class ThreadPages {

  static final List<String> HEADERS =
      List.of("place", "ref", "text", "language", "by", "published", "over");

  /// How many things of one place are listed on a page.
  private static final int MOST = 100;

  /// @param knots none where nothing public has the reference
  /// @param follow how it can be followed
  record Part(List<Knot> knots, Content follow) {}

  /// @param paths of the pages of what came of the commitments, by reference
  record Whole(Strand strand, List<Knot> knots, Map<String, String> paths) {

    List<Place> places() {
      return Stream.of(Place.values()).filter(strand::has).toList();
    }

    List<Tied> shown(Place place) {
      return strand.at(place).stream().limit(MOST).toList();
    }

    int hidden(Place place) {
      return Math.max(0, strand.at(place).size() - MOST);
    }

    String href(Page page, Tied it) {
      return Rail.href(page, paths, it);
    }

    String by(Page page, Tied it) {
      Stakeholder by = it.by();
      return by == null || !by.isKnown() ? "" : Codebook.voice(by, page.words());
    }
  }

  private final Threads threads;
  private final Standings standings;
  private final RecordedPages recorded;
  private final Fragments fragments;

  ThreadPages(Threads threads, Standings standings, RecordedPages recorded, Fragments fragments) {
    this.threads = threads;
    this.standings = standings;
    this.recorded = recorded;
    this.fragments = fragments;
  }

  /// The rail, as a part of the page of any object.
  @GetMapping("/{language}/thread/{ref}")
  ModelAndView part(
      Page page,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Strand> strand = threads.find(ref);
    return page.show(
        "review/thread/part",
        new Part(
            strand.map(it -> knots(page, it)).orElse(List.of()),
            fragments.at(request, response, page.link("/follow/%s/offer".formatted(ref)))));
  }

  @GetMapping("/{language}/thread/{ref}/whole")
  ModelAndView whole(Page page, @PathVariable String ref) {
    Strand strand = get(ref);
    return page.named("review.thread.title", "ref", ref)
        .data(Format.CSV, Format.JSON)
        .show(
            "review/thread/whole",
            new Whole(strand, knots(page, strand), paths(strand, Integer.MAX_VALUE)));
  }

  @GetMapping({"/{language}/thread/{ref}/whole.csv", "/{language}/thread/{ref}/whole.json"})
  ResponseEntity<byte[]> whole(Page page, @PathVariable String ref, Format format) {
    return Download.of(
        format,
        new Sheet(
            "thread-" + ref, HEADERS, get(ref).all().stream().map(ThreadPages::row).toList()));
  }

  private List<Knot> knots(Page page, Strand strand) {
    List<Long> ids =
        strand.refs(Place.COMMITMENT).stream().map(it -> Long.parseLong(it.substring(3))).toList();
    Map<Long, Standing.Now> now = ids.isEmpty() ? Map.of() : standings.of(ids);
    return Rail.of(page, strand, paths(strand, 1), now);
  }

  /// @param most things at one place beyond which nobody is led to each of them
  private Map<String, String> paths(Strand strand, int most) {
    return recorded.of(
        Stream.of(Place.values())
            .filter(it -> it.path().isEmpty())
            .map(strand::refs)
            .filter(it -> it.size() <= most)
            .flatMap(List::stream)
            .toList());
  }

  private Strand get(String ref) {
    return threads
        .find(ref)
        .orElseThrow(() ->
            new DomainFailure(
                "REV-400", "review.failure.no-thread", Map.of("ref", ref), HttpStatus.NOT_FOUND));
  }

  private static List<Object> row(Tied it) {
    Instant at = it.at();
    Stakeholder by = it.by();
    return List.of(
        it.place().tag(),
        it.ref(),
        it.text(),
        it.language(),
        by == null ? "" : by.key(),
        at == null ? "" : at.toString(),
        Boolean.toString(it.over()));
  }
}
