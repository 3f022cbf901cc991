package vallarta.compact.commitment.instrument;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.part.Fault;

/// How far the instrument is in each State. A State enters its own; what it entered itself is not
/// written over by anybody else. Who may enter is asked by the pages.
@Service
class Instrument {

  /// A State with what holds of it now, in the order of the steps; nothing when nobody reported.
  record Standing(Stakeholder state, List<Status> holding) {

    /// The last step that holds.
    Status furthest() {
      return holding.getLast();
    }

    boolean has(Step step) {
      return holding.stream().anyMatch(it -> it.step() == step);
    }
  }

  static final int LONGEST = 500;
  private static final LocalDate EARLIEST = LocalDate.of(1945, 1, 1);

  private final StatusTable table;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Instrument(StatusTable table, PublicRecord publicRecord, Revision revision, Clock clock) {
    this.table = table;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// Every State that takes part, alphabetically in the language of the words.
  @Transactional(readOnly = true)
  List<Standing> standings(Words words) {
    Map<String, List<Status>> byState = new HashMap<>();
    table.newest().stream()
        .filter(Status::holds)
        .forEach(it -> byState.computeIfAbsent(it.stakeholder(), key -> new ArrayList<>()).add(it));
    return table.states().stream()
        .map(it -> new Standing(it, byState.getOrDefault(it.key(), List.of())))
        .sorted(Comparator.comparing(it -> it.state().nameIn(words.language()), words.order()))
        .toList();
  }

  /// Every entry of every State, the oldest first.
  @Transactional(readOnly = true)
  List<Status> all() {
    return table.all();
  }

  /// The newest entry of each step of each State.
  @Transactional(readOnly = true)
  List<Status> newest() {
    return table.newest();
  }

  /// Every entry of a State, the newest first.
  @Transactional(readOnly = true)
  List<Status> of(Stakeholder state) {
    return table.of(state.key());
  }

  @Transactional(readOnly = true)
  List<Stakeholder> states() {
    return table.states();
  }

  /// The State of that key.
  ///
  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  Stakeholder state(String key) {
    return table.states().stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow(() ->
            new DomainFailure(
                "COMM-180",
                "commitment.failure.instrument.state",
                Map.of("key", key),
                HttpStatus.NOT_FOUND));
  }

  /// What is wrong with that, field by field.
  @Transactional(readOnly = true)
  List<Fault> faults(Status it) {
    List<Fault> faults = new ArrayList<>();
    if (it.source().isEmpty()) {
      faults.add(Fault.of("source", "COMM-181", "commitment.failure.instrument.source"));
    } else if (it.source().length() > LONGEST) {
      faults.add(
          Fault.of(
              "source",
              "COMM-011",
              "commitment.failure.long",
              "count",
              it.source().length(),
              "most",
              LONGEST));
    }
    LocalDate on = it.on();
    if (it.holds() && on == null) {
      faults.add(Fault.of("date", "COMM-182", "commitment.failure.instrument.date"));
    } else if (on != null && (isInFuture(on) || on.isBefore(EARLIEST))) {
      faults.add(
          Fault.of(
              "date",
              "COMM-183",
              "commitment.failure.instrument.when",
              "today",
              today().toString()));
    }
    if (!it.holds() && !holds(it)) {
      faults.add(Fault.of("kind", "COMM-184", "commitment.failure.instrument.not-held"));
    }
    return faults;
  }

  boolean isInFuture(LocalDate on) {
    return on.isAfter(today());
  }

  /// Enters them all, or none when one of them cannot be taken.
  @Transactional
  List<Status> enter(Collection<Status> entries, @Nullable Long by) {
    List<Status> written = new ArrayList<>();
    for (Status it : entries) {
      faults(it).stream()
          .findFirst()
          .ifPresent(fault -> {
            throw fault.failure();
          });
      written.add(table.insert(it, by));
    }
    if (!written.isEmpty()) {
      publicRecord.enter(
          written.stream()
              .map(it -> new Act(ActType.INSTRUMENT_STATUS_ENTERED, InstrumentFacts.of(it)))
              .toList());
      revision.touch();
    }
    return written;
  }

  /// One that is entered now.
  Status entry(
      Stakeholder state,
      Step step,
      boolean holds,
      @Nullable LocalDate on,
      String source,
      boolean own) {
    return new Status(0, state.key(), step, holds, on, source, own, clock.instant());
  }

  private boolean holds(Status it) {
    return table.of(it.stakeholder()).stream()
        .filter(known -> known.step() == it.step())
        .findFirst()
        .map(Status::holds)
        .orElse(false);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
