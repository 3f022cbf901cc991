package vallarta.compact.record;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vallarta.engine.tlog.Checkpoint;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.NoteSignature;
import vallarta.engine.tlog.Policy;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.SignedNote;
import vallarta.engine.tlog.TileLog;
import vallarta.engine.tlog.http.WitnessClient;

/// The witnesses that the record's policy names with an address: each is asked, beside the work, to
/// cosign the newest checkpoint, one question at a time.
@Component
final class Witnesses {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(5);

  private final LogFiles files;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private volatile @Nullable List<Asked> asked;

  Witnesses(LogFiles files) {
    this.files = files;
  }

  /// A checkpoint and what a witness laid on it.
  record Answer(SignedNote note, List<NoteSignature> cosignatures) {}

  /// Asks before anything new is signed whether a witness has seen more than this log has: then
  /// database and log were both restored from an older backup, and going on would be a second
  /// history. A witness that is away does not hold the record up.
  ///
  /// @throws Discord when one has
  void holdAgainst(TileLog log) throws IOException, InterruptedException {
    SignedNote note = log.note();
    if (Checkpoint.parse(note.text()).size() == 0) {
      return;
    }
    List<Thread> threads = new ArrayList<>();
    Queue<String> objections = new ConcurrentLinkedQueue<>();
    for (Asked each : asked()) {
      threads.add(Thread.startVirtualThread(() -> each.object(note).ifPresent(objections::add)));
    }
    Instant end = Instant.now().plus(FIRST_PATIENCE);
    for (Thread thread : threads) {
      thread.join(Duration.between(Instant.now(), end).plusMillis(1));
    }
    String objection = objections.peek();
    if (objection != null) {
      throw new Discord(
          objection
              + ": database and log were restored from an older backup. Restore a newer one, or take the witness out of the policy if it is wrong");
    }
  }

  /// Asks each witness that has not cosigned the newest checkpoint and is not thinking.
  ///
  /// @param answered is run when there is something to take
  void ask(TileLog log, Runnable answered) throws IOException {
    SignedNote note = log.note();
    if (Checkpoint.parse(note.text()).size() == 0) {
      return;
    }
    for (Asked each : asked()) {
      each.ask(note, answered);
    }
  }

  /// The answers since the last time.
  List<Answer> take() {
    List<Answer> taken = new ArrayList<>();
    for (Answer next = answers.poll(); next != null; next = answers.poll()) {
      taken.add(next);
    }
    return taken;
  }

  private List<Asked> asked() throws IOException {
    List<Asked> known = asked;
    if (known == null) {
      known =
          files.policy().witnesses().stream()
              .filter(it -> !it.url().isEmpty())
              .map(Asked::new)
              .toList();
      asked = known;
    }
    return known;
  }

  /// One witness and how the asking goes.
  private final class Asked {

    private final WitnessClient witness;
    private boolean thinking;
    private String cosigned = "";
    private volatile String told = "";
    private Instant notBefore = Instant.MIN;

    Asked(Policy.WitnessEntry entry) {
      this.witness = new WitnessClient(client, URI.create(entry.url()), entry.key());
    }

    synchronized void ask(SignedNote note, Runnable answered) {
      if (thinking || cosigned.equals(note.text()) || Instant.now().isBefore(notBefore)) {
        return;
      }
      if (note.cosignature(witness.witness()).isPresent()) {
        cosigned = note.text();
        return;
      }
      thinking = true;
      Thread.startVirtualThread(() -> {
        boolean done = cosign(note);
        synchronized (this) {
          thinking = false;
          cosigned = done ? note.text() : cosigned;
          notBefore = done ? Instant.MIN : Instant.now().plus(PATIENCE);
        }
        answered.run();
      });
    }

    /// Once, not at each try: a witness that is away is away for a while.
    private void tell(String what) {
      if (!what.equals(told)) {
        told = what;
        System.err.println("vallarta: the public record: " + what);
      }
    }

    Optional<String> object(SignedNote note) {
      synchronized (this) {
        thinking = true;
      }
      try {
        obtain(note);
        return Optional.empty();
      } catch (Refused e) {
        return Optional.of(e.place());
      } catch (IOException e) {
        tell(String.valueOf(e.getMessage()));
        return Optional.empty();
      } finally {
        synchronized (this) {
          thinking = false;
        }
      }
    }

    private void obtain(SignedNote note) throws IOException {
      LogReader tree =
          new LogReader(new DirectorySource(files.log()), Checkpoint.parse(note.text()).size());
      answers.add(new Answer(note, witness.cosign(note, tree)));
      told = "";
    }

    private boolean cosign(SignedNote note) {
      try {
        obtain(note);
        return true;
      } catch (Refused | IOException e) {
        tell(String.valueOf(e.getMessage()));
        return false;
      }
    }
  }
}
