package vallarta.compact.commitment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;

/// Commitments that tests of later stages need, made as their owners make them, at a time of the
/// test's own.
public final class Pledges {

  /// Where the parts of a running site are asked for.
  @FunctionalInterface
  public interface Site {
    <T> T bean(Class<T> type);
  }

  private final Site site;
  private final Drafts drafts;

  private Pledges(Site site, Clock clock) {
    this.site = site;
    ApplicationEventMulticaster events = site.bean(ApplicationEventMulticaster.class);
    this.drafts =
        new Drafts(
            site.bean(CommitmentTable.class),
            site.bean(ActorTable.class),
            site.bean(VersionTable.class),
            new UndertakingCheck(
                site.bean(vallarta.compact.consultation.Consultations.class),
                site.bean(vallarta.compact.commitment.framework.Framework.class),
                site.bean(Sources.class),
                clock),
            site.bean(Stakeholders.class),
            site.bean(PublicRecord.class),
            site.bean(Revision.class),
            event -> events.multicastEvent(new PayloadApplicationEvent<>(this, event)),
            clock);
  }

  /// As if it were that moment.
  public static Pledges at(Site site, Instant now) {
    return new Pledges(site, Clock.fixed(now, ZoneOffset.UTC));
  }

  /// One with a target that is measured, made public by its owner.
  public Commitment publish(
      String owner,
      List<String> with,
      String title,
      Obligation obligation,
      Schedule schedule,
      @Nullable LocalDate firstReport,
      @Nullable LocalDate due,
      Milestone... milestones) {
    return in(() -> {
      Commitment draft =
          drafts.draft(
              owner,
              told(title, obligation, schedule, firstReport, due, List.of(milestones)),
              with,
              1);
      return drafts.publish(draft, draft.version(), 1L);
    });
  }

  public Commitment answer(Commitment it, String stakeholder, boolean confirms) {
    return in(() -> drafts.answer(drafts.get(it.ref()), stakeholder, confirms, 1L));
  }

  /// The same with another deadline.
  public Commitment move(Commitment before, LocalDate due) {
    return in(() -> {
      Commitment now = drafts.get(before.ref());
      Undertaking told = now.told();
      return drafts.change(
          now,
          now.version(),
          new Undertaking(
              told.title(),
              told.text(),
              told.language(),
              told.level(),
              told.dimensions(),
              told.themes(),
              told.objectives(),
              told.sdg(),
              told.obligation(),
              told.office(),
              told.starts(),
              due,
              told.schedule(),
              told.firstReport(),
              told.milestones(),
              told.targets(),
              told.means(),
              told.sources()),
          now.actors().stream().skip(1).map(of -> of.stakeholder().key()).toList(),
          "The money comes later",
          1L);
    });
  }

  public Commitment withdraw(Commitment before) {
    return in(() -> {
      Commitment now = drafts.get(before.ref());
      return drafts.withdraw(now, now.version(), "The law was not passed", 1L);
    });
  }

  private static Undertaking told(
      String title,
      Obligation obligation,
      Schedule schedule,
      @Nullable LocalDate firstReport,
      @Nullable LocalDate due,
      List<Milestone> milestones) {
    return new Undertaking(
        title,
        "We will open forty classes in the evening.",
        "en",
        "national",
        List.of("national"),
        List.of(),
        List.of("16"),
        List.of("4.1"),
        obligation,
        "Ministry of the test",
        null,
        due,
        schedule,
        firstReport,
        milestones,
        List.of(
            new Target(
                0,
                "Classes open",
                "",
                BigDecimal.ONE,
                null,
                BigDecimal.valueOf(40),
                "classes",
                due)),
        List.of(),
        List.of());
  }

  private <T> T in(java.util.function.Supplier<T> act) {
    return java.util.Objects.requireNonNull(
        site.bean(TransactionTemplate.class).execute(status -> act.get()));
  }
}
