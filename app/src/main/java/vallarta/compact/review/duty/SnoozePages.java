package vallarta.compact.review.duty;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenTo;
import vallarta.compact.access.Role;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// Where an actor puts reminders off for a while, with a reason that everybody reads. The due date
/// does not move, and the label comes when it comes.
@Controller
class SnoozePages {

  /// The longest that reminders are put off.
  static final int MOST_DAYS = 90;

  private final Duties duties;
  private final SnoozeTable table;
  private final Revision revision;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SnoozePages(
      Duties duties,
      SnoozeTable table,
      Revision revision,
      TransactionTemplate transactions,
      Clock clock) {
    this.duties = duties;
    this.table = table;
    this.revision = revision;
    this.transactions = transactions;
    this.clock = clock;
  }

  @OpenTo({Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.CONTRIBUTOR})
  @PostMapping("/{language}/duties/{ref}/snooze")
  ModelAndView snooze(
      Page page,
      Actor actor,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason) {
    Duty duty = duties.get(ref);
    actor.mustBeFor(
        duty.stakeholder(), Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.CONTRIBUTOR);
    if (!duty.isOpen()) {
      throw new DomainFailure(
          "REV-129",
          "review.report.failure.closed",
          Map.of("duty", duty.ref()),
          HttpStatus.CONFLICT);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate day = day(until, today);
    if (reason.isBlank() || reason.length() > Labels.LONGEST) {
      throw new DomainFailure(
          "REV-105",
          "review.duty.failure.reason",
          Map.of("ref", duty.ref(), "most", Labels.LONGEST),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    transactions.executeWithoutResult(status -> {
      table.insert(
          new Snooze(duty.id(), day, reason.replace('\0', ' ').strip()),
          clock.instant(),
          actor.account());
      revision.touch();
    });
    return new ModelAndView("redirect:" + page.link("/duties") + "#" + duty.ref());
  }

  private static LocalDate day(String typed, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      if (day.isAfter(today) && !day.isAfter(today.plusDays(MOST_DAYS))) {
        return day;
      }
    } catch (DateTimeException e) {
      // Told below, like a day that is over or too far away.
    }
    throw new DomainFailure(
        "REV-107",
        "review.duty.failure.snooze",
        Map.of("value", typed, "most", MOST_DAYS),
        HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
