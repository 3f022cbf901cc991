package vallarta.compact.commitment.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.States;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// The status of the instrument from a table `state,kind,date,source,holds` of a depositary. What
/// is there already is left as it is; what a State entered itself is not the table's to change.
@Service
class StatusImport {

  static final List<String> COLUMNS = List.of("state", "kind", "date", "source", "holds");

  /// @param entries what is new
  /// @param known how many rows say what is there already
  /// @param problems why nothing can be written
  record Result(List<Status> entries, int known, List<Problem> problems) {}

  private final Instrument instrument;

  StatusImport(Instrument instrument) {
    this.instrument = instrument;
  }

  /// Checks the table and, unless it is a dry run or a row is wrong, enters it.
  @Transactional
  Result read(Table table, boolean dry, @Nullable Long by) {
    RowCheck check = new RowCheck();
    List<Status> entries = new ArrayList<>();
    int known = 0;
    if (check.columns(table, "state", "kind", "date", "source")) {
      Map<String, Status> newest = new HashMap<>();
      instrument.newest().forEach(it -> newest.put(key(it), it));
      Map<String, Stakeholder> states = states();
      Set<String> seen = new HashSet<>();
      for (Row row : table.rows()) {
        Optional<Status> read = read(row, check, states, newest, seen);
        if (read.isPresent()) {
          Status before = newest.get(key(read.get()));
          if (before != null && before.saysAs(read.get())) {
            known++;
          } else {
            entries.add(read.get());
          }
        }
      }
    }
    if (check.problems().isEmpty() && !dry) {
      instrument.enter(entries, by);
    }
    return new Result(entries, known, check.problems());
  }

  private Optional<Status> read(
      Row row,
      RowCheck check,
      Map<String, Stakeholder> states,
      Map<String, Status> newest,
      Set<String> seen) {
    int before = check.count();
    String named = check.required(row, "state");
    Optional<Stakeholder> state = find(named, states);
    if (!named.isEmpty() && state.isEmpty()) {
      check.add(row, "state", Problem.Rule.UNKNOWN_REFERENCE, List.of());
    }
    check.required(row, "kind");
    Optional<Step> step = check.oneOf(row, "kind", Step.class);
    String source = check.required(row, "source");
    if (source.length() > Instrument.LONGEST) {
      check.add(
          row, "source", Problem.Rule.TOO_LONG, List.of(Integer.toString(Instrument.LONGEST)));
    }
    boolean holds = row.get("holds").isEmpty() || check.flag(row, "holds");
    LocalDate on = check.dateTime(row, "date").map(it -> it.toLocalDate()).orElse(null);
    if (holds) {
      check.required(row, "date");
    }
    if (check.count() > before) {
      return Optional.empty();
    }
    Status it = instrument.entry(state.orElseThrow(), step.orElseThrow(), holds, on, source, false);
    if (!seen.add(key(it))) {
      check.repeated(row, "state", "kind");
    }
    return sound(row, check, it, newest.get(key(it))) ? Optional.of(it) : Optional.empty();
  }

  private boolean sound(Row row, RowCheck check, Status it, @Nullable Status before) {
    int problems = check.count();
    if (before != null && before.own() && !before.saysAs(it)) {
      check.add(row, "kind", Problem.Rule.OWN_WORD, List.of(before.ref()));
    } else if (!instrument.faults(it).isEmpty() && (before == null || !before.saysAs(it))) {
      boolean ofDate = instrument.faults(it).getFirst().field().equals("date");
      check.add(
          row,
          ofDate ? "date" : "holds",
          ofDate ? Problem.Rule.NOT_A_PAST_DATE : Problem.Rule.NOTHING_TO_TAKE_BACK,
          List.of());
    }
    return check.count() == problems;
  }

  private Map<String, Stakeholder> states() {
    Map<String, Stakeholder> byKey = new HashMap<>();
    instrument.states().forEach(it -> byKey.put(it.key(), it));
    return byKey;
  }

  private static Optional<Stakeholder> find(String named, Map<String, Stakeholder> states) {
    Stakeholder byKey = states.get(named);
    return byKey != null
        ? Optional.of(byKey)
        : States.find(named).flatMap(it -> Optional.ofNullable(states.get(it.code())));
  }

  private static String key(Status it) {
    return it.stakeholder() + " " + it.step().tag();
  }
}
