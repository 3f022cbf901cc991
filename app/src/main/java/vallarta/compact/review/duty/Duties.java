package vallarta.compact.review.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitment.Actor;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.review.duty.Duty.Ending;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;

/// Who owes which report when. Each actor who confirmed a commitment owes its own, for each gave
/// its word; the owner confirmed by publishing it.
@Service
public class Duties {

  private final DutyTable table;
  private final Commitments commitments;
  private final Revision revision;
  private final Clock clock;

  Duties(DutyTable table, Commitments commitments, Revision revision, Clock clock) {
    this.table = table;
    this.commitments = commitments;
    this.revision = revision;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Duty> find(String ref) {
    return ref.matches("DU-[1-9][0-9]{0,17}")
        ? table.find(Long.parseLong(ref.substring(3)))
        : Optional.empty();
  }

  /// The one of that reference (`DU-5`).
  ///
  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  public Duty get(String ref) {
    return find(ref)
        .orElseThrow(() ->
            new DomainFailure(
                "REV-100", "review.duty.failure.none", Map.of("ref", ref), HttpStatus.NOT_FOUND));
  }

  /// All of a commitment, met and ended ones too, the next due first.
  @Transactional(readOnly = true)
  public List<Duty> ofCommitment(long commitment) {
    return table.ofCommitment(commitment);
  }

  /// The open ones of these stakeholders, the next due first.
  @Transactional(readOnly = true)
  public List<Duty> openOf(Collection<String> stakeholders) {
    return table.openOf(stakeholders);
  }

  /// A report was published for it.
  ///
  /// @return whether it was open
  @Transactional
  public boolean meet(Duty it, long report) {
    return table.meet(it.id(), report, clock.instant());
  }

  /// The report that met it was withdrawn.
  @Transactional
  public void reopen(Duty it) {
    table.reopen(it.id());
    keep(it.commitment());
  }

  /// Makes the open duties of a commitment what its schedule, its actors and their reports ask for:
  /// opens what is missing, and ends what is asked for no longer.
  @Transactional
  public void keep(long commitment) {
    Commitment it = commitments.get("CM-" + commitment);
    LocalDate published = published(it);
    LocalDate today = today();
    LocalDate from = today.isAfter(published) ? today : published;
    Timetable timetable = Timetable.of(it.told(), published);
    Map<String, Actor> actors =
        it.actors().stream()
            .collect(Collectors.toMap(of -> of.stakeholder().key(), Function.identity()));
    Set<String> done =
        actors.keySet().stream()
            .filter(key -> table.isDone(commitment, key))
            .collect(Collectors.toSet());
    for (Duty duty : table.ofCommitment(commitment)) {
      if (duty.isOpen()) {
        ending(it, duty, timetable, Optional.ofNullable(actors.get(duty.stakeholder())), done)
            .ifPresent(why -> table.end(duty.id(), why, clock.instant()));
      }
    }
    if (it.state() == Commitment.State.PUBLISHED) {
      for (Actor actor : actors.values()) {
        if (actor.answer() == Actor.Answer.CONFIRMED && !done.contains(actor.stakeholder().key())) {
          open(it, actor.stakeholder().key(), timetable.from(from, from));
        }
      }
    }
    revision.touch();
  }

  /// Opens the yearly duties that follow those whose day is over.
  ///
  /// @return how many were opened
  @Transactional
  public int openNext() {
    int opened = 0;
    for (Duty last : table.toFollow(today())) {
      Commitment it = commitments.get(last.commitmentRef());
      boolean goesOn =
          it.state() == Commitment.State.PUBLISHED
              && !table.isDone(it.id(), last.stakeholder())
              && it.actors().stream()
                  .anyMatch(actor ->
                      actor.stakeholder().key().equals(last.stakeholder())
                          && actor.answer() == Actor.Answer.CONFIRMED);
      if (goesOn) {
        opened +=
            open(
                it,
                last.stakeholder(),
                Timetable.of(it.told(), published(it)).from(last.due().plusDays(1), today()));
      }
    }
    if (opened > 0) {
      revision.touch();
    }
    return opened;
  }

  private int open(Commitment it, String stakeholder, List<Timetable.Date> dates) {
    int opened = 0;
    for (Timetable.Date date : dates) {
      if (table.open(it.id(), stakeholder, date, clock.instant())) {
        opened++;
      }
    }
    return opened;
  }

  private static Optional<Ending> ending(
      Commitment it, Duty duty, Timetable timetable, Optional<Actor> actor, Set<String> done) {
    if (it.state() == Commitment.State.WITHDRAWN) {
      return Optional.of(Ending.WITHDRAWN);
    }
    if (actor.filter(of -> of.answer() != Actor.Answer.DECLINED).isEmpty()) {
      return Optional.of(Ending.DECLINED);
    }
    if (done.contains(duty.stakeholder())) {
      return Optional.of(Ending.DONE);
    }
    return timetable.has(duty.kind(), duty.due()) ? Optional.empty() : Optional.of(Ending.SCHEDULE);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static LocalDate published(Commitment it) {
    return LocalDate.ofInstant(Objects.requireNonNull(it.publishedAt()), ZoneOffset.UTC);
  }
}
