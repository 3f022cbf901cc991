package vallarta.compact.commitment.batch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import vallarta.compact.commitment.Change;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.CommitmentFilter;
import vallarta.compact.commitment.CommitmentRegister;
import vallarta.compact.commitment.CommitmentRegister.Reach;
import vallarta.compact.commitment.Obligation;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.commitment.Undertaking;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.part.Fault;

/// Batch edits: what one would change is shown first; then it runs by itself, one after another,
/// each in one transaction. Whoever looks sees how far it is, and may stop it: then nothing was
/// changed.
@Service
class Batches {

  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
  private static final int LONGEST_REASON = 8_000;

  private final CommitmentRegister register;
  private final BatchTable table;
  private final Clock clock;
  private final TransactionTemplate whole;
  private final TransactionTemplate apart;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("commitment-batch").daemon().factory());

  Batches(
      CommitmentRegister register,
      BatchTable table,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.register = register;
    this.table = table;
    this.clock = clock;
    this.whole = new TransactionTemplate(transactions);
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// What a batch edit would do.
  ///
  /// @param selected how many were chosen
  /// @param open how many of those that would read otherwise are public
  record Preview(int selected, List<Change> changes, long open) {}

  /// Somebody asked for it to stop, or it was given up.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// What is wrong with an edit.
  List<Fault> faults(Edit edit) {
    List<Fault> faults = new ArrayList<>();
    if (edit.isEmpty()) {
      faults.add(Fault.of("edit", "COMM-120", "commitment.batch.failure.nothing"));
    }
    if (!edit.isReadable()) {
      faults.add(Fault.of("edit", "COMM-029", "commitment.failure.obligation"));
      return faults;
    }
    Undertaking blank =
        new Undertaking(
            "-",
            "-",
            "en",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Obligation.VOLUNTARY_PLEDGE,
            "",
            null,
            null,
            Schedule.YEARLY,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    register
        .faults(edit.applyTo(blank), List.of(), false)
        .forEach(it -> faults.add(new Fault("edit", it.code(), it.key(), it.arguments())));
    return faults;
  }

  /// The numbers of those that were chosen.
  ///
  /// @throws DomainFailure when nothing was, when others match by now than were shown, or when one
  ///   of them is not the reader's to change
  List<Long> numbers(Selection selection, Reach reach) {
    if (selection.all()) {
      List<Long> all = register.numbers(selection.filter(), reach);
      if (all.size() != selection.expected()) {
        throw new DomainFailure(
            "COMM-121",
            "commitment.batch.failure.moved",
            Map.of("before", selection.expected(), "now", all.size()),
            HttpStatus.CONFLICT);
      }
      return chosen(all);
    }
    Set<Long> open = new HashSet<>(register.numbers(CommitmentFilter.ALL, reach));
    List<Long> picked = new ArrayList<>();
    for (String ref : new java.util.LinkedHashSet<>(selection.picked())) {
      Optional<Long> number = number(ref).filter(open::contains);
      if (number.isEmpty()) {
        throw new DomainFailure(
            "COMM-122",
            "commitment.batch.failure.not-yours",
            Map.of("ref", ref.length() > 30 ? ref.substring(0, 30) : ref),
            HttpStatus.FORBIDDEN);
      }
      picked.add(number.get());
    }
    return chosen(picked);
  }

  private static List<Long> chosen(List<Long> numbers) {
    if (numbers.isEmpty()) {
      throw new DomainFailure(
          "COMM-123", "commitment.batch.failure.none", Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return numbers;
  }

  private static Optional<Long> number(String ref) {
    return ref.matches("CM-[1-9][0-9]{0,17}")
        ? Optional.of(Long.parseLong(ref.substring(3)))
        : Optional.empty();
  }

  Preview preview(List<Long> numbers, Edit edit) {
    List<Change> changes = new ArrayList<>();
    for (List<Long> some : pieces(numbers)) {
      changes.addAll(changes(some, edit));
    }
    long open = changes.stream().filter(it -> it.before().isPublic()).count();
    return new Preview(numbers.size(), changes, open);
  }

  private List<Change> changes(List<Long> numbers, Edit edit) {
    return register.list(numbers).stream()
        .filter(it -> it.state() != Commitment.State.WITHDRAWN)
        .map(it -> Change.of(it, edit.applyTo(it.told())))
        .filter(Change::isOne)
        .toList();
  }

  /// Lets it run.
  ///
  /// @param owner whose commitments they are, or empty
  /// @return its number
  long start(String owner, List<Long> numbers, Edit edit, String reason, long account) {
    boolean open = preview(numbers, edit).open() > 0;
    if (open && reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new DomainFailure(
          "COMM-124", "commitment.batch.failure.why", Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    long id = table.insert(owner, account, numbers, edit, reason.strip(), clock.instant());
    worker.execute(() -> run(id));
    return id;
  }

  Optional<Batch> find(long id) {
    return table.find(id);
  }

  void stop(Batch batch) {
    if (!batch.isGoingOn()) {
      throw new DomainFailure(
          "COMM-125", "commitment.batch.failure.over", Map.of(), HttpStatus.CONFLICT);
    }
    table.stop(batch.id());
  }

  private void run(long id) {
    try {
      if (!table.begin(id)) {
        throw new Stopped();
      }
      Batch batch = table.find(id).orElseThrow();
      whole.executeWithoutResult(status -> write(batch));
    } catch (Stopped e) {
      table.takeBack(id, Batch.State.STOPPED, "", clock.instant());
    } catch (DomainFailure e) {
      table.takeBack(id, Batch.State.FAILED, e.code(), clock.instant());
    } catch (RuntimeException e) {
      LOG.error("batch edit {} was taken back", id, e);
      table.takeBack(id, Batch.State.FAILED, "COMM-126", clock.instant());
    }
  }

  private void write(Batch batch) {
    int done = 0;
    int changed = 0;
    for (List<Long> some : pieces(batch.ids())) {
      List<Change> changes = changes(some, batch.edit());
      if (!changes.isEmpty()) {
        register.change(changes, batch.reason(), batch.account());
      }
      done += some.size();
      changed += changes.size();
      tell(batch.id(), done, changed);
    }
    if (!table.finish(batch.id(), changed, clock.instant())) {
      throw new Stopped();
    }
  }

  private void tell(long id, int done, int changed) {
    if (Boolean.FALSE.equals(apart.execute(status -> table.tell(id, done, changed)))) {
      throw new Stopped();
    }
  }

  private static List<List<Long>> pieces(List<Long> numbers) {
    List<List<Long>> pieces = new ArrayList<>();
    for (int from = 0; from < numbers.size(); from += CommitmentRegister.AT_A_TIME) {
      pieces.add(
          numbers.subList(from, Math.min(numbers.size(), from + CommitmentRegister.AT_A_TIME)));
    }
    return pieces;
  }

  @EventListener
  void onReady(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebApplicationContext) {
      table.giveUp("COMM-127", clock.instant());
    }
  }

  @EventListener
  void onClose(ContextClosedEvent closed) {
    worker.shutdownNow();
  }
}
