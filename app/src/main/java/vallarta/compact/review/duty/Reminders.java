package vallarta.compact.review.duty;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.access.Role;
import vallarta.compact.account.Accounts;
import vallarta.compact.participation.Mandate;
import vallarta.compact.participation.Mandates;
import vallarta.compact.review.duty.ReminderLetters.Line;
import vallarta.compact.review.duty.ReminderTable.How;

/// Climbs the ladder of reminders for every open duty, once a day: the main focal point thirty days
/// before, a week before and on the day; the alternate two weeks after; the validator forty-five
/// days after; and two weeks later everybody, by a label. Of an organisation, which has neither,
/// the contributors are reminded at each step.
///
/// Doing it twice changes nothing: each step is climbed once for a duty and a person, in one
/// transaction with the letter. A day that was left out is caught up with: of several steps whose
/// day has come the last is climbed, and no label is raised before the validator had two weeks.
/// Whoever has several reports due on a day gets one letter, and at most three in a week; what is
/// above that goes into the weekly digest.
@Service
class Reminders {

  /// The most letters that one person gets in a week.
  static final int MOST_LETTERS = 3;

  private static final Duration BEFORE_LABEL = Duration.ofDays(14);

  /// How long before its day a duty comes to be looked at.
  private static final int AHEAD = 31;

  /// What one day brought.
  record Day(int letters, int digests, int nobody, int labels) {}

  private record Climb(Duty duty, Step step) {}

  private final DutyTable duties;
  private final ReminderTable table;
  private final SnoozeTable snoozes;
  private final Labels labels;
  private final ReminderLetters letters;
  private final Mandates mandates;
  private final Accounts accounts;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Reminders(
      DutyTable duties,
      ReminderTable table,
      SnoozeTable snoozes,
      Labels labels,
      ReminderLetters letters,
      Mandates mandates,
      Accounts accounts,
      TransactionTemplate transactions,
      Clock clock) {
    this.duties = duties;
    this.table = table;
    this.snoozes = snoozes;
    this.labels = labels;
    this.letters = letters;
    this.mandates = mandates;
    this.accounts = accounts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Does what this day asks for.
  Day run() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Duty> near = duties.unlabelled(today.plusDays(AHEAD));
    List<Long> ids = near.stream().map(Duty::id).toList();
    Map<Long, Set<String>> climbed = table.climbed(ids);
    Map<Long, Instant> last = table.lastClimbed(ids);
    Map<Long, List<Climb>> byAccount = new TreeMap<>();
    int nobody = 0;
    int raised = 0;
    for (Duty it : near) {
      Optional<Step> step =
          Step.of(it.due(), today)
              .filter(of -> !climbed.getOrDefault(it.id(), Set.of()).contains(of.tag()));
      if (step.isPresent()) {
        nobody += climb(it, step.get(), now, today, byAccount);
      } else if (isDueForLabel(it, today, Optional.ofNullable(last.get(it.id())), now)) {
        raised += Boolean.TRUE.equals(transactions.execute(status -> labels.raise(it))) ? 1 : 0;
      }
    }
    int sent = 0;
    int kept = 0;
    for (Map.Entry<Long, List<Climb>> it : byAccount.entrySet()) {
      How how = remind(it.getKey(), it.getValue(), now);
      sent += how == How.MAIL ? 1 : 0;
      kept += how == How.DIGEST ? 1 : 0;
    }
    return new Day(sent, kept, nobody, raised);
  }

  /// @return 1 where nobody could be reminded
  private int climb(
      Duty it, Step step, Instant now, LocalDate today, Map<Long, List<Climb>> byAccount) {
    if (snoozes.find(it.id()).filter(snooze -> today.isBefore(snooze.until())).isPresent()) {
      transactions.executeWithoutResult(status -> table.insert(it.id(), step, 0, now, How.SNOOZED));
      return 0;
    }
    List<Long> whom = whom(it.stakeholder(), step, now);
    if (whom.isEmpty()) {
      transactions.executeWithoutResult(status -> table.insert(it.id(), step, 0, now, How.NOBODY));
      return 1;
    }
    whom.forEach(account ->
        byAccount.computeIfAbsent(account, a -> new ArrayList<>()).add(new Climb(it, step)));
    return 0;
  }

  /// The accounts of those who are reminded at that step and can be written to.
  private List<Long> whom(String stakeholder, Step step, Instant now) {
    List<Mandate> held =
        mandates.ofStakeholder(stakeholder).stream().filter(it -> it.holdsAt(now)).toList();
    List<Role> focal =
        List.of(Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT);
    Role role =
        held.stream().anyMatch(it -> focal.contains(it.role())) ? step.role() : Role.CONTRIBUTOR;
    return held.stream()
        .filter(it -> it.role() == role && it.person().account() != 0)
        .map(it -> it.person().account())
        .filter(account -> accounts.findMailbox(account).isPresent())
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isDueForLabel(Duty it, LocalDate today, Optional<Instant> last, Instant now) {
    return !today.isBefore(it.due().plusDays(Step.LABEL_AFTER))
        && last.filter(at -> !at.plus(BEFORE_LABEL).isAfter(now)).isPresent();
  }

  /// One letter for all that somebody has to be reminded of, or a place in the digest.
  private How remind(long account, List<Climb> climbs, Instant now) {
    Instant week =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    return java.util.Objects.requireNonNull(
        transactions.execute(status -> {
          How how = table.letters(account, week) < MOST_LETTERS ? How.MAIL : How.DIGEST;
          List<Line> lines =
              climbs.stream()
                  .filter(it -> table.insert(it.duty().id(), it.step(), account, now, how))
                  .map(it -> new Line(it.duty(), it.step()))
                  .toList();
          if (lines.isEmpty()) {
            return How.NOBODY;
          }
          if (how == How.MAIL) {
            letters.write(account, lines);
          } else {
            letters.keep(account, lines);
          }
          return how;
        }));
  }
}
