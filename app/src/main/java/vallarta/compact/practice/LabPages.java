package vallarta.compact.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.practice.Library.Item;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;

/// The lab: its sessions, and what was told in them by topic.
@Controller
@OpenToAll
class LabPages {

  /// A practice that was told in a session.
  record Talk(Item item, Session session) {}

  /// @param sessions of the lab, the latest meeting first
  /// @param now those that are held at this moment
  /// @param next those that begin next
  record Lab(
      Codebook book,
      List<Session> sessions,
      List<Session> now,
      List<Session> next,
      Map<Topic, List<Talk>> talks) {}

  private final Library library;
  private final Talks talks;
  private final Consultations consultations;
  private final Clock clock;

  LabPages(Library library, Talks talks, Consultations consultations, Clock clock) {
    this.library = library;
    this.talks = talks;
    this.consultations = consultations;
    this.clock = clock;
  }

  @GetMapping("/{language}/lab")
  ModelAndView lab(Page page) {
    List<Session> sessions = talks.list();
    Instant now = clock.instant();
    Optional<Instant> next =
        sessions.stream()
            .map(Session::beginsAt)
            .filter(it -> it.isAfter(now))
            .min(Comparator.naturalOrder());
    return page.named("practice.lab.title")
        .data(Format.CSV, Format.JSON)
        .show(
            "practice/lab",
            new Lab(
                new Codebook(consultations.holdings().thesaurus(), page.words()),
                sessions,
                sessions.stream()
                    .filter(it -> !it.beginsAt().isAfter(now) && it.endsAt().isAfter(now))
                    .toList(),
                sessions.stream()
                    .filter(it -> next.filter(it.beginsAt()::equals).isPresent())
                    .toList(),
                byTopic(sessions)));
  }

  @GetMapping({"/{language}/lab.csv", "/{language}/lab.json"})
  ResponseEntity<byte[]> lab(Page page, Format format) {
    List<Item> told =
        byTopic(talks.list()).values().stream().flatMap(List::stream).map(Talk::item).toList();
    return Download.of(format, PracticeSheet.of("lab", told));
  }

  private Map<Topic, List<Talk>> byTopic(List<Session> sessions) {
    Map<String, Session> byRef =
        sessions.stream().collect(Collectors.toMap(Session::ref, Function.identity()));
    return library.list(PracticeFilter.of(Map.of())).stream()
        .flatMap(it ->
            Optional.ofNullable(byRef.get(it.it().told().session())).stream()
                .map(session -> new Talk(it, session)))
        .sorted(Comparator.comparing(it -> it.session().beginsAt()))
        .collect(
            Collectors.groupingBy(
                it -> Topic.find(it.item().it().told().topic()).orElse(Topic.OTHER),
                () -> new EnumMap<>(Topic.class),
                Collectors.toList()));
  }
}
