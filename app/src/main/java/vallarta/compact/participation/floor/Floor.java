package vallarta.compact.participation.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.web.DomainFailure;

/// How the floor is asked for, given and taken. Whoever changes a list holds its row until the
/// commit, so that of two who act at once the second sees what the first did: what is done already
/// is not done again, and what no longer fits is refused in words.
@Service
class Floor {

  /// The list of a session is another one from now on; told when the change is committed.
  record Changed(long session) {}

  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_TURNS = 1000;

  private final TurnTable table;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Floor(TurnTable table, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.events = events;
    this.clock = clock;
  }

  /// Opens or closes the list: once closed, nobody new can ask for the floor.
  @Transactional
  public void open(Session session, boolean open) {
    SpeakersList list = hold(session);
    table.settings(session.id(), open, list.limit());
  }

  /// Sets how long a turn lasts from now on, for those who wait too.
  @Transactional
  public void limit(Session session, Duration limit) {
    check(limit);
    SpeakersList list = hold(session);
    table.settings(session.id(), list.open(), limit);
    list.waiting().forEach(it -> table.limit(it.id(), limit));
  }

  /// Sets how long one turn lasts, also while it is spoken.
  @Transactional
  public void limit(Session session, long turn, Duration limit) {
    check(limit);
    Turn it = get(session, hold(session), turn);
    if (it.state() != Turn.State.WAITING && it.state() != Turn.State.SPEAKING) {
      throw over(it);
    }
    table.limit(turn, limit);
  }

  /// Asks for the floor, at the end of the list.
  ///
  /// @param account of the speaker, 0 when somebody asks in their place
  /// @param form the mark of the form that asks: sent twice, it asks once
  @Transactional
  public void ask(
      Session session, Stakeholder stakeholder, long account, Person.Gender gender, UUID form) {
    SpeakersList list = hold(session);
    if (table.isAsked(form)) {
      return;
    }
    if (!list.open()) {
      throw failure("PART-091", "participation.failure.list-closed", Map.of());
    }
    Optional<Turn> there =
        list.turns().stream()
            .filter(it -> it.state() == Turn.State.WAITING || it.state() == Turn.State.SPEAKING)
            .filter(it -> it.stakeholder().key().equals(stakeholder.key()))
            .findFirst();
    if (there.isPresent()) {
      throw failure("PART-092", "participation.failure.asked", named(there.get()));
    }
    if (list.turns().size() >= MOST_TURNS) {
      throw failure("PART-093", "participation.failure.list-full", Map.of("most", MOST_TURNS));
    }
    table.add(session.id(), stakeholder, account, gender, form, list.limit(), clock.instant());
  }

  /// Takes back a request; one that is over already stays as it is.
  ///
  /// @param mayTakeBack throws when the turn is not theirs who want to
  @Transactional
  public void withdraw(Session session, long turn, Consumer<Turn> mayTakeBack) {
    Turn it = get(session, hold(session), turn);
    mayTakeBack.accept(it);
    if (it.state() == Turn.State.SPEAKING) {
      throw failure("PART-094", "participation.failure.speaks", named(it));
    }
    if (it.state() == Turn.State.WAITING) {
      table.change(turn, Turn.State.WITHDRAWN, null, null);
    }
  }

  /// Moves somebody who waits to a place among those who wait.
  ///
  /// @param place from 1, the next one; beyond the last it is the last
  @Transactional
  public void move(Session session, long turn, int place) {
    SpeakersList list = hold(session);
    Turn it = waiting(get(session, list, turn));
    List<Turn> order = new ArrayList<>(list.waiting());
    order.remove(it);
    order.add(Math.clamp(place - 1L, 0, order.size()), it);
    table.order(order);
  }

  /// Gives the floor to somebody who waits. Who has it until then ends with that, if it is the one
  /// whom the giver saw speaking.
  ///
  /// @param seen number of the turn that the giver saw, 0 for none
  @Transactional
  public void give(Session session, long turn, long seen) {
    SpeakersList list = hold(session);
    Turn it = get(session, list, turn);
    if (it.state() == Turn.State.SPEAKING) {
      return;
    }
    waiting(it);
    Instant now = clock.instant();
    list.speaker()
        .ifPresent(speaker -> {
          if (speaker.id() != seen) {
            throw failure("PART-095", "participation.failure.other-speaks", named(speaker));
          }
          Instant ends = speaker.notBeforeItBegan(now);
          table.change(speaker.id(), Turn.State.DONE, speaker.startedAt(), ends);
        });
    table.change(turn, Turn.State.SPEAKING, now, null);
  }

  /// Ends a turn; one that is over already stays as it is.
  @Transactional
  public void end(Session session, long turn) {
    finish(session, hold(session), turn, Turn.State.DONE);
  }

  /// Ends a turn before its time.
  ///
  /// @param to number of the turn that gets the rest and speaks at once, 0 for the chair
  @Transactional
  public void yield(Session session, long turn, long to) {
    SpeakersList list = hold(session);
    Duration left = get(session, list, turn).left(clock.instant());
    Optional<Turn> next = to == 0 ? Optional.empty() : Optional.of(get(session, list, to));
    if (!finish(session, list, turn, Turn.State.YIELDED) || next.isEmpty()) {
      return;
    }
    Turn it = waiting(next.get());
    if (left.compareTo(Duration.ofSeconds(1)) < 0) {
      throw failure("PART-096", "participation.failure.no-time-left", Map.of());
    }
    table.limit(it.id(), left);
    table.change(it.id(), Turn.State.SPEAKING, clock.instant(), null);
  }

  private boolean finish(Session session, SpeakersList list, long turn, Turn.State as) {
    Turn it = get(session, list, turn);
    if (it.state() == Turn.State.WAITING) {
      throw failure("PART-097", "participation.failure.waits", named(it));
    }
    if (it.state() != Turn.State.SPEAKING) {
      return false;
    }
    table.change(turn, as, it.startedAt(), it.notBeforeItBegan(clock.instant()));
    return true;
  }

  private SpeakersList hold(Session session) {
    if (session.cancelled()) {
      throw failure("PART-098", "participation.failure.session-cancelled", Map.of());
    }
    events.publishEvent(new Changed(session.id()));
    return table.hold(session.id());
  }

  private static Turn waiting(Turn it) {
    if (it.state() != Turn.State.WAITING) {
      throw over(it);
    }
    return it;
  }

  private static Turn get(Session session, SpeakersList list, long turn) {
    return list.find(turn)
        .orElseThrow(() ->
            new DomainFailure(
                "PART-090",
                "participation.failure.no-turn",
                Map.of("session", session.ref()),
                HttpStatus.NOT_FOUND));
  }

  private static void check(Duration limit) {
    if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
      throw new DomainFailure(
          "PART-099",
          "participation.failure.time-limit",
          Map.of("least", SHORTEST.toSeconds(), "most", LONGEST.toSeconds()),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }

  private static DomainFailure over(Turn it) {
    return failure("PART-089", "participation.failure.waits-no-more", named(it));
  }

  private static Map<String, Object> named(Turn it) {
    return Map.of("name", it.stakeholder().name());
  }

  private static DomainFailure failure(String code, String key, Map<String, Object> arguments) {
    return new DomainFailure(code, key, arguments, HttpStatus.CONFLICT);
  }
}
