package vallarta.compact.review.report;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.review.duty.Duties;
import vallarta.compact.review.duty.Duty;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;

/// What somebody's actors owe, the next due first: from here one click begins a report, and one
/// says that the report before still holds.
@Controller
class DutyPages {

  /// @param days until it is due, negative when it is over
  /// @param open the report on which somebody writes
  /// @param repeats the report that can be said to hold still
  record Item(
      Duty duty,
      Commitment commitment,
      Stakeholder actor,
      long days,
      Optional<Report> open,
      Optional<Report> repeats,
      boolean writes,
      boolean binds) {}

  /// @param acts whether the reader acts for an actor
  /// @param watch what the secretariat has to see to, or nothing
  record Mine(Codebook book, boolean acts, List<Item> items, Content watch) {}

  private final Duties duties;
  private final Reports reports;
  private final ReportTable table;
  private final Commitments commitments;
  private final Stakeholders stakeholders;
  private final Consultations consultations;
  private final Fragments fragments;
  private final Clock clock;

  DutyPages(
      Duties duties,
      Reports reports,
      ReportTable table,
      Commitments commitments,
      Stakeholders stakeholders,
      Consultations consultations,
      Fragments fragments,
      Clock clock) {
    this.duties = duties;
    this.reports = reports;
    this.table = table;
    this.commitments = commitments;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
    this.fragments = fragments;
    this.clock = clock;
  }

  @OpenTo(
      value = {
        Role.MAIN_FOCAL_POINT,
        Role.ALTERNATE_FOCAL_POINT,
        Role.VALIDATING_FOCAL_POINT,
        Role.CONTRIBUTOR,
        Role.SECRETARIAT
      },
      ofAny = true)
  @GetMapping("/{language}/duties")
  ModelAndView mine(
      Page page, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    Set<String> whose = actor.of(ReportHands.SEE);
    Content watch =
        actor.is(Role.SECRETARIAT)
            ? fragments.at(request, response, page.link("/duties/watch"))
            : output -> {};
    return page.named("review.duty.title")
        .show(
            "review/report/duties",
            new Mine(
                new Codebook(consultations.holdings().thesaurus(), page.words()),
                !whose.isEmpty(),
                items(actor, duties.openOf(whose)),
                watch));
  }

  /// Begins the report, or leads to the one that was begun.
  @OpenTo({Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/duties/{ref}/report")
  ModelAndView report(Page page, Actor actor, @PathVariable String ref) {
    Duty duty = duties.get(ref);
    actor.mustBeFor(duty.stakeholder(), ReportHands.WRITE);
    Report it =
        reports
            .findOpen(duty)
            .orElseGet(() -> reports.draft(duty, page.language().tag(), actor.account()));
    return new ModelAndView("redirect:" + page.link("/reports/" + it.ref() + "/edit"));
  }

  @OpenTo({Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/duties/{ref}/unchanged")
  ModelAndView unchanged(Page page, Actor actor, @PathVariable String ref) {
    Duty duty = duties.get(ref);
    actor.mustBeFor(duty.stakeholder(), ReportHands.BIND);
    Report it = reports.unchanged(duty, actor.account());
    return new ModelAndView("redirect:" + page.link("/reports/" + it.ref()));
  }

  private List<Item> items(Actor actor, List<Duty> owed) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Map<Long, Commitment> promised =
        commitments.list(owed.stream().map(Duty::commitment).distinct().toList()).stream()
            .collect(Collectors.toMap(Commitment::id, Function.identity()));
    Map<Long, Report> open =
        table.openFor(owed.stream().map(Duty::id).toList()).stream()
            .collect(Collectors.toMap(Report::duty, Function.identity()));
    Map<String, Stakeholder> known = stakeholders.list();
    List<Item> items = new ArrayList<>();
    for (Duty it : owed) {
      Commitment commitment = promised.get(it.commitment());
      Stakeholder whose = known.get(it.stakeholder());
      if (commitment != null && whose != null) {
        items.add(
            new Item(
                it,
                commitment,
                whose,
                ChronoUnit.DAYS.between(today, it.due()),
                Optional.ofNullable(open.get(it.id())),
                reports.mayRepeat(it).last(),
                actor.isFor(it.stakeholder(), ReportHands.WRITE),
                actor.isFor(it.stakeholder(), ReportHands.BIND)));
      }
    }
    return items;
  }
}
