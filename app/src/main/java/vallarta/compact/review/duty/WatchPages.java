package vallarta.compact.review.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.web.Page;

/// What the secretariat has to see to, as a part of the list of duties: reports of which nobody
/// could be reminded, and labels that were contested.
@Controller
class WatchPages {

  /// @param actor what the one is called of whom nobody could be reminded
  record Unheard(Duty duty, String actor, Instant at) {}

  record Watch(List<Unheard> unheard, List<Label> contested) {}

  private final DutyTable duties;
  private final ReminderTable reminders;
  private final Labels labels;
  private final Stakeholders stakeholders;
  private final Clock clock;

  WatchPages(
      DutyTable duties,
      ReminderTable reminders,
      Labels labels,
      Stakeholders stakeholders,
      Clock clock) {
    this.duties = duties;
    this.reminders = reminders;
    this.labels = labels;
    this.stakeholders = stakeholders;
    this.clock = clock;
  }

  @OpenTo(Role.SECRETARIAT)
  @GetMapping("/{language}/duties/watch")
  ModelAndView watch(Page page) {
    LocalDate ahead = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1);
    Map<String, Stakeholder> known = stakeholders.list();
    List<Unheard> unheard = new ArrayList<>();
    for (ReminderTable.Unheard it : reminders.unheard(ahead)) {
      Duty duty = duties.find(it.duty()).orElseThrow();
      Stakeholder whose = known.get(duty.stakeholder());
      unheard.add(
          new Unheard(
              duty,
              whose == null ? duty.stakeholder() : Codebook.voice(whose, page.words()),
              it.at()));
    }
    return page.show("review/duty/watch", new Watch(unheard, labels.contested()));
  }
}
