package vallarta.compact.review.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.access.Role;
import vallarta.compact.account.Accounts;
import vallarta.compact.account.Digests;
import vallarta.compact.account.News;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.commitment.Obligation;
import vallarta.compact.commitment.Pledges;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.mail.Mails;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordAudit;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;
import vallarta.compact.store.Revision;
import vallarta.compact.web.SiteAddress;

/// Two years of duties, day by day, each day's round gone twice: who gets how many mails, who is
/// labelled, and that the second round of a day changes nothing.
class TwoYearsIT {

  private static final LocalDate FIRST = LocalDate.of(2027, 1, 4);
  private static final LocalDate LAST = LocalDate.of(2029, 1, 3);

  /// A clock that stands until the test moves it.
  private static final class SetClock extends Clock {
    private Instant now = FIRST.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);

    void set(LocalDate day, LocalTime time) {
      now = day.atTime(time).toInstant(ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @TempDir private Path folder;

  private final SetClock clock = new SetClock();
  private RunningServer site;
  private Duties duties;
  private Labels labels;
  private Reminders reminders;
  private News news;

  @BeforeEach
  void open() {
    site = RunningServer.over(folder.resolve("data"), false);
    Commitments commitments = site.bean(Commitments.class);
    DutyTable table = site.bean(DutyTable.class);
    news = Digests.at(site, clock);
    duties = new Duties(table, commitments, site.bean(Revision.class), clock);
    labels =
        new Labels(
            site.bean(LabelTable.class),
            site.bean(Standings.class),
            site.bean(PublicRecord.class),
            site.bean(Revision.class),
            clock);
    ReminderLetters letters =
        new ReminderLetters(
            site.bean(Accounts.class),
            commitments,
            site.bean(Mails.class),
            news,
            site.bean(Texts.class),
            site.bean(SiteAddress.class));
    reminders =
        new Reminders(
            table,
            site.bean(ReminderTable.class),
            site.bean(SnoozeTable.class),
            labels,
            letters,
            site.bean(Mandates.class),
            site.bean(Accounts.class),
            site.bean(TransactionTemplate.class),
            clock);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void remindsEachPersonAsOftenAsTheLadderSaysAndNeverTwice() {
    Pledges pledges = Pledges.at(site::bean, clock.instant());
    state("XTA", "main-focal-point", "alternate-focal-point", "validating-focal-point");
    state("XTB", "main-focal-point");
    state("XTD", "main-focal-point", "alternate-focal-point", "validating-focal-point");
    organisation("net", "contributor");
    Commitment silent =
        promise(
            pledges,
            "XTA",
            Schedule.YEARLY,
            "2027-07-01",
            "2028-12-01",
            Obligation.VOLUNTARY_PLEDGE);
    Commitment unheard =
        promise(pledges, "XTB", Schedule.ONCE, "", "2027-09-01", Obligation.LEGAL_DUTY);
    for (int day = 4; day <= 8; day++) {
      promise(
          pledges, "net", Schedule.ONCE, "", "2027-10-0" + day, Obligation.POLITICAL_COMMITMENT);
    }
    Commitment kept =
        promise(pledges, "XTD", Schedule.YEARLY, "2027-03-01", "", Obligation.LEGAL_DUTY);

    live(today -> {
      if (today.equals(LocalDate.of(2027, 2, 23))) {
        in(() -> duties.meet(open(kept), 1));
      }
      if (today.equals(LocalDate.of(2028, 1, 1))) {
        Snooze snooze =
            new Snooze(open(kept).id(), LocalDate.of(2028, 2, 25), "The ministry moves");
        in(() -> site.bean(SnoozeTable.class).insert(snooze, clock.instant(), 1));
      }
    });

    Map<String, Integer> expected = new HashMap<>();
    // Three duties: of 2027 and 2028 the whole ladder, of the final one all but the last step.
    expected.put("main-focal-point.xta@example.org", 9);
    expected.put("alternate-focal-point.xta@example.org", 3);
    expected.put("validating-focal-point.xta@example.org", 2);
    // Nobody else is there.
    expected.put("main-focal-point.xtb@example.org", 3);
    // The first was met before its day; of the second two steps were put off.
    expected.put("main-focal-point.xtd@example.org", 3);
    expected.put("alternate-focal-point.xtd@example.org", 1);
    expected.put("validating-focal-point.xtd@example.org", 1);
    // Five duties of five steps: eighteen letters within the cap, seven more told in four digests.
    expected.put("contributor.net@example.org", 22);
    assertThat(mails()).isEqualTo(expected);
    assertThat(count("review.reminder where how = 'digest'")).isEqualTo(7);
    assertThat(count("review.reminder where how = 'snoozed'")).isEqualTo(2);
    assertThat(count("review.reminder where how = 'nobody'")).isEqualTo(2);
    assertThat(site.bean(ReminderTable.class).unheard(LAST).stream().map(it -> it.duty()))
        .containsExactly(duties.ofCommitment(unheard.id()).getFirst().id());

    assertThat(labelled(silent)).containsExactlyInAnyOrder("2027-07-01", "2028-07-01");
    assertThat(labelled(unheard)).containsExactly("2027-09-01");
    assertThat(labelled(kept)).containsExactly("2028-03-01");
    assertThat(site.bean(Standings.class).find(silent.id()).orElseThrow())
        .satisfies(it -> {
          assertThat(it.standing()).isEqualTo(Standing.NO_REPORT);
          assertThat(it.overdue()).isTrue();
        });
    assertThat(duties.ofCommitment(kept.id()).stream().map(it -> it.due() + " " + it.state().tag()))
        .as("a year is opened when the one before is over")
        .containsExactly("2027-03-01 met", "2028-03-01 open", "2029-03-01 open");
    assertThat(bodies("main-focal-point.xtb@example.org"))
        .allSatisfy(it -> assertThat(it).contains("bound by law", "/en/duties"));
    assertThat(bodies("validating-focal-point.xta@example.org"))
        .allSatisfy(it ->
            assertThat(it)
                .contains("You pledged", "everybody will see so")
                .doesNotContain("You owe"));
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void catchesUpAfterATimeWithoutAServerAndLabelsNobodyUnheard() {
    Pledges pledges = Pledges.at(site::bean, clock.instant());
    state("XTC", "main-focal-point", "alternate-focal-point", "validating-focal-point");
    Commitment it = promise(pledges, "XTC", Schedule.ONCE, "", "2027-03-01", Obligation.LEGAL_DUTY);
    round(LocalDate.of(2027, 7, 1));
    assertThat(mails())
        .as("the last step alone")
        .containsOnlyKeys("validating-focal-point.xtc@example.org");
    assertThat(labelled(it)).as("the validator has two weeks").isEmpty();
    round(LocalDate.of(2027, 7, 14));
    assertThat(labelled(it)).isEmpty();
    round(LocalDate.of(2027, 7, 15));
    assertThat(labelled(it)).containsExactly("2027-03-01");
  }

  @Test
  void neverMovesADateAndEndsWhatIsAskedForNoLonger() {
    Pledges pledges = Pledges.at(site::bean, clock.instant());
    state("XTE", "main-focal-point");
    state("XTF", "main-focal-point");
    Commitment it =
        in(() ->
            pledges.publish(
                "XTE",
                List.of("XTF"),
                "A joint one",
                Obligation.POLITICAL_COMMITMENT,
                Schedule.ONCE,
                null,
                LocalDate.of(2028, 3, 1)));
    assertThat(owed(it)).containsExactly("XTE 2028-03-01 open ");
    pledges.answer(it, "XTF", true);
    assertThat(owed(it)).containsExactly("XTE 2028-03-01 open ", "XTF 2028-03-01 open ");
    pledges.move(it, LocalDate.of(2028, 9, 1));
    assertThat(owed(it))
        .as("the second confirms again before it owes anything new")
        .containsExactly(
            "XTE 2028-03-01 ended schedule",
            "XTF 2028-03-01 ended schedule",
            "XTE 2028-09-01 open ");
    pledges.answer(it, "XTF", false);
    pledges.withdraw(it);
    assertThat(owed(it)).contains("XTE 2028-09-01 ended withdrawn");
  }

  /// Each day its round, twice.
  private void live(Consumer<LocalDate> happens) {
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      clock.set(day, LocalTime.of(4, 0));
      happens.accept(day);
      round(day);
      String after = state();
      round(day);
      assertThat(state()).as("the second round of " + day).isEqualTo(after);
    }
  }

  private void round(LocalDate day) {
    clock.set(day, LocalTime.of(5, 0));
    DailyRound.go(duties, reminders);
    clock.set(day, LocalTime.of(7, 0));
    in(() -> news.tell());
  }

  private String state() {
    return site.bean(JdbcClient.class)
        .sql(
            """
            select (select count(*) from mail.outbox) || ' ' || (select count(*) from review.reminder)
              || ' ' || (select count(*) from review.label) || ' ' || (select count(*) from review.duty)
              || ' ' || (select count(*) from access.news)
            """)
        .query(String.class)
        .single();
  }

  private Map<String, Integer> mails() {
    Map<String, Integer> found = new HashMap<>();
    site.bean(JdbcClient.class)
        .sql("select address, count(*) from mail.outbox group by address")
        .query(row -> {
          found.put(row.getString(1), row.getInt(2));
        });
    return found;
  }

  private List<String> bodies(String address) {
    return site.bean(JdbcClient.class)
        .sql("select body from mail.outbox where address = :address")
        .param("address", address)
        .query(String.class)
        .list();
  }

  private int count(String from) {
    return site.bean(JdbcClient.class)
        .sql("select count(*) from " + from)
        .query(Integer.class)
        .single();
  }

  private List<String> labelled(Commitment it) {
    return labels.ofCommitment(it.id()).stream().map(of -> of.duty().due().toString()).toList();
  }

  private List<String> owed(Commitment it) {
    return duties.ofCommitment(it.id()).stream()
        .map(of ->
            "%s %s %s %s"
                .formatted(of.stakeholder(), of.due(), of.state().tag(), of.closedReason()))
        .toList();
  }

  private Duty open(Commitment it) {
    return duties.ofCommitment(it.id()).stream().filter(Duty::isOpen).findFirst().orElseThrow();
  }

  private Commitment promise(
      Pledges pledges,
      String owner,
      Schedule schedule,
      String first,
      String due,
      Obligation obligation) {
    return pledges.publish(
        owner,
        List.of(),
        "Of " + owner + " by " + due,
        obligation,
        schedule,
        first.isEmpty() ? null : LocalDate.parse(first),
        due.isEmpty() ? null : LocalDate.parse(due));
  }

  private void state(String key, String... roles) {
    enter(
        new Stakeholder(key, "State " + key, "en", StakeholderType.STATE, "", "001", true), roles);
  }

  private void organisation(String key, String... roles) {
    enter(new Stakeholder(key, "The " + key, "en", StakeholderType.NGO, "", "001", true), roles);
  }

  private void enter(Stakeholder it, String... roles) {
    site.bean(Stakeholders.class).save(List.of(it));
    Persons persons = site.bean(Persons.class);
    for (String role : roles) {
      String email = role + "." + it.key().toLowerCase(java.util.Locale.ROOT) + "@example.org";
      Person person = persons.withAccount(persons.register(role, email, Language.EN, true));
      site.bean(Mandates.class)
          .give(person, it, Role.of(role), FIRST.atStartOfDay().toInstant(ZoneOffset.UTC), null, 0);
    }
  }

  private void in(Runnable act) {
    site.bean(TransactionTemplate.class).executeWithoutResult(status -> act.run());
  }

  private <T> T in(java.util.function.Supplier<T> act) {
    return java.util.Objects.requireNonNull(
        site.bean(TransactionTemplate.class).execute(status -> act.get()));
  }
}
