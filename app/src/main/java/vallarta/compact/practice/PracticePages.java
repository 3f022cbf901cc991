package vallarta.compact.practice;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.meeting.SessionType;
import vallarta.compact.practice.Library.Item;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Paging;

/// The library of practices, for everybody.
@Controller
@OpenToAll
class PracticePages {

  private static final int PER_PAGE = 25;

  /// @param topics how many of those found are of each topic
  /// @param voices how many stakeholders tell those found
  /// @param writes whether the reader may write one
  record Shelf(
      Codebook book,
      Filters filters,
      boolean narrowed,
      Map<Topic, Integer> topics,
      long voices,
      Paging paging,
      List<Item> shown,
      boolean writes,
      boolean decides) {}

  /// @param talk the session of the lab in which it was told
  /// @param edits whether the reader may edit the draft
  /// @param decides whether the reader publishes and withdraws
  record One(
      Codebook book,
      Item item,
      Optional<Session> talk,
      boolean edits,
      boolean decides,
      Content history) {}

  /// @param writes whether the reader may write one
  record OfSession(Codebook book, Session session, List<Item> items, boolean writes) {

    boolean isTalk() {
      return session.type() == SessionType.LAB_TALK;
    }
  }

  private final Practices practices;
  private final Library library;
  private final Meetings meetings;
  private final Consultations consultations;
  private final Fragments fragments;

  PracticePages(
      Practices practices,
      Library library,
      Meetings meetings,
      Consultations consultations,
      Fragments fragments) {
    this.practices = practices;
    this.library = library;
    this.meetings = meetings;
    this.consultations = consultations;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/practices")
  ModelAndView practices(
      Page page,
      Actor actor,
      @RequestParam Map<String, String> parameters,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    PracticeFilter filter = PracticeFilter.of(parameters);
    List<Item> found = library.list(filter);
    Paging paging = Paging.of(number, PER_PAGE, found.size());
    Codebook book = book(page);
    Filters filters = new PracticeFilters(page, book).of(filter);
    return page.named("practice.title")
        .data(Format.CSV, Format.JSON)
        .show(
            "practice/library",
            new Shelf(
                book,
                filters,
                !filters.active().isEmpty(),
                Library.topics(found),
                found.stream().map(it -> it.owner().key()).distinct().count(),
                paging,
                paging.of(found),
                actor.is(Writers.ROLES),
                actor.is(Role.SECRETARIAT)));
  }

  @GetMapping({"/{language}/practices.csv", "/{language}/practices.json"})
  ResponseEntity<byte[]> practices(
      Page page, @RequestParam Map<String, String> parameters, Format format) {
    return Download.of(
        format, PracticeSheet.of("practices", library.list(PracticeFilter.of(parameters))));
  }

  @GetMapping("/{language}/practices/{ref}")
  ModelAndView practice(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Item item = visible(actor, ref);
    Telling told = item.it().told();
    return page.titled(told.title())
        .under("/practices", page.words().t("practice.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "practice/practice",
            new One(
                book(page),
                item,
                meetings.findSession(told.session()),
                Writers.edits(actor, item.it()),
                actor.is(Role.SECRETARIAT),
                fragments.at(
                    request, response, page.link("/record/objects/%s/line".formatted(ref)))));
  }

  @GetMapping({"/{language}/practices/{ref}.csv", "/{language}/practices/{ref}.json"})
  ResponseEntity<byte[]> practice(Page page, Actor actor, @PathVariable String ref, Format format) {
    return Download.of(format, PracticeSheet.of(ref, List.of(visible(actor, ref))));
  }

  /// The practices that were told in a session, as a part of its page.
  @GetMapping("/{language}/sessions/{ref}/practices")
  ModelAndView ofSession(Page page, Actor actor, @PathVariable String ref) {
    Session session =
        meetings
            .findSession(ref)
            .filter(it -> it.meeting().published())
            .orElseThrow(() -> Meetings.noSession(ref));
    return page.show(
        "practice/ofsession",
        new OfSession(book(page), session, library.ofSession(ref), actor.is(Writers.ROLES)));
  }

  /// The practices that answer a statement, as a part of its page.
  @GetMapping("/{language}/statements/{ref}/practices")
  ModelAndView ofStatement(Page page, @PathVariable String ref) {
    return page.show("practice/ofstatement", library.ofStatement(ref));
  }

  private Item visible(Actor actor, String ref) {
    Practice it = Writers.seen(actor, practices.get(ref));
    return library.items(List.of(it)).findFirst().orElseThrow();
  }

  private Codebook book(Page page) {
    return new Codebook(consultations.holdings().thesaurus(), page.words());
  }
}
