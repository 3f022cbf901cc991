package vallarta.compact.participation.floor;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;

/// The speakers' lists as all screens see them: each change is read from the store once, rendered
/// once a language, and sent to whoever listens. Safe among threads.
///
/// A change that another process makes is seen at the next heartbeat.
@Component
class Live implements DisposableBean {

  private static final long BEAT_SECONDS = 10;
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long NO_TIMEOUT = 0;

  /// A list at the moment at which it was read.
  private record Read(Snapshot snapshot, long at) {}

  private final TurnTable table;
  private final Texts texts;
  private final Clock clock;
  private final int most;
  private final Map<Long, Read> lists = new ConcurrentHashMap<>();
  private final Map<Long, Set<Listener>> listeners = new ConcurrentHashMap<>();
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("floor-heart").factory());

  Live(
      TurnTable table,
      Texts texts,
      Clock clock,
      @Value("${vallarta.floor.listeners:2000}") int most) {
    this.table = table;
    this.texts = texts;
    this.clock = clock;
    this.most = most;
    heart.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  /// The list of a session, at most a second old and never older than a change that this process
  /// made.
  SpeakersList list(long session) {
    return snapshot(session).list();
  }

  /// A stream of the list of a session: as it is now, and again after each change; empty when too
  /// many listen already.
  Optional<SseEmitter> listen(long session, Language language) {
    if (listening() >= most) {
      return Optional.empty();
    }
    SseEmitter stream = new SseEmitter(NO_TIMEOUT);
    Listener listener = new Listener(stream, language, clock, it -> remove(session, it));
    stream.onCompletion(() -> remove(session, listener));
    stream.onTimeout(stream::complete);
    listeners.computeIfAbsent(session, it -> ConcurrentHashMap.newKeySet()).add(listener);
    listener.offer(snapshot(session));
    return Optional.of(stream);
  }

  int listening() {
    return listeners.values().stream().mapToInt(Set::size).sum();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(Floor.Changed change) {
    tell(change.session(), read(change.session()));
  }

  /// Ends all streams, so that the server need not wait for them when it stops.
  @EventListener(ContextClosedEvent.class)
  void close() {
    listeners.values().forEach(all -> all.forEach(Listener::end));
  }

  @Override
  public void destroy() {
    heart.shutdownNow();
  }

  private void beat() {
    listeners.forEach((session, all) -> {
      if (!all.isEmpty()) {
        try {
          tell(session, read(session));
        } catch (RuntimeException storeAway) {
          // The streams stay; the next beat asks again.
          all.forEach(Listener::beat);
        }
      }
    });
  }

  private void tell(long session, Snapshot snapshot) {
    listeners.getOrDefault(session, Set.of()).forEach(it -> it.offer(snapshot));
  }

  private Snapshot snapshot(long session) {
    Read known = lists.get(session);
    return known != null && System.nanoTime() - known.at() < FRESH_NANOS
        ? known.snapshot()
        : read(session);
  }

  /// Reads the list; of two that are read at once the newer one stays.
  private Snapshot read(long session) {
    long at = System.nanoTime();
    SpeakersList list = table.read(session);
    return lists
        .merge(
            session,
            new Read(new Snapshot(list, texts, clock), at),
            (old, fresh) ->
                old.snapshot().list().version() >= list.version()
                    ? new Read(old.snapshot(), Math.max(old.at(), at))
                    : fresh)
        .snapshot();
  }

  private void remove(long session, Listener listener) {
    listeners.computeIfPresent(
        session,
        (id, all) -> {
          all.remove(listener);
          return all.isEmpty() ? null : all;
        });
  }
}
