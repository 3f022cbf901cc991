package vallarta.compact.review.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;
import vallarta.compact.web.Page;

/// Where a commitment stands and which reports fall due on it, as parts of its page.
@Controller
@OpenToAll
class DutyParts {

  /// @param late when a report was due that nobody gave yet and that bears no label
  /// @param next when the next report is due, empty when none is
  /// @param labels those that stand
  record Stands(
      Commitment it,
      Standing.Now now,
      Optional<LocalDate> late,
      Optional<LocalDate> next,
      List<Label> labels) {}

  /// @param labels by the numbers of their duties
  /// @param snoozes by the numbers of their duties: reminders that are put off
  record Owed(
      Codebook book,
      Commitment it,
      List<Duty> duties,
      Map<String, Stakeholder> actors,
      Map<Long, Label> labels,
      Map<Long, Snooze> snoozes) {

    String actor(Duty duty) {
      Stakeholder whose = actors.get(duty.stakeholder());
      return whose == null ? duty.stakeholder() : book.voice(whose);
    }
  }

  private final Commitments commitments;
  private final Standings standings;
  private final Duties duties;
  private final Labels labels;
  private final SnoozeTable snoozes;
  private final Stakeholders stakeholders;
  private final Consultations consultations;
  private final Clock clock;

  DutyParts(
      Commitments commitments,
      Standings standings,
      Duties duties,
      Labels labels,
      SnoozeTable snoozes,
      Stakeholders stakeholders,
      Consultations consultations,
      Clock clock) {
    this.commitments = commitments;
    this.standings = standings;
    this.duties = duties;
    this.labels = labels;
    this.snoozes = snoozes;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
    this.clock = clock;
  }

  @GetMapping("/{language}/commitments/{ref}/standing")
  ModelAndView standing(Page page, @PathVariable String ref) {
    Optional<Stands> view =
        commitments.find(ref).flatMap(it -> standings.find(it.id()).map(now -> stands(it, now)));
    return page.show("review/duty/standing", view);
  }

  private Stands stands(Commitment it, Standing.Now now) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Label> raised =
        labels.ofCommitment(it.id()).stream().filter(of -> of.duty().isOpen()).toList();
    List<Duty> open = duties.ofCommitment(it.id()).stream().filter(Duty::isOpen).toList();
    return new Stands(
        it,
        now,
        open.stream()
            .filter(of -> raised.stream().noneMatch(label -> label.duty().id() == of.id()))
            .map(Duty::due)
            .filter(due -> due.isBefore(today))
            .findFirst(),
        open.stream().map(Duty::due).filter(due -> !due.isBefore(today)).findFirst(),
        raised.stream().filter(Label::stands).toList());
  }

  @GetMapping("/{language}/commitments/{ref}/duties")
  ModelAndView duties(Page page, @PathVariable String ref) {
    Optional<Owed> view =
        commitments
            .find(ref)
            .map(it ->
                new Owed(
                    new Codebook(consultations.holdings().thesaurus(), page.words()),
                    it,
                    duties.ofCommitment(it.id()),
                    stakeholders.list(),
                    labels.ofCommitment(it.id()).stream()
                        .collect(Collectors.toMap(of -> of.duty().id(), Function.identity())),
                    snoozes.ofCommitment(it.id())));
    return page.show("review/duty/duties", view);
  }
}
