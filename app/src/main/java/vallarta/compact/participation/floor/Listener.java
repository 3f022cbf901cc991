package vallarta.compact.participation.floor;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vallarta.compact.language.Language;

/// One screen that follows a list. What is sent to it goes out in a virtual thread of its own, so
/// that a slow line holds up nobody else; of several changes that wait for it, only the last one is
/// sent.
final class Listener {

  private final SseEmitter stream;
  private final Language language;
  private final Clock clock;
  private final Consumer<Listener> lost;
  private final AtomicReference<@Nullable Snapshot> next = new AtomicReference<>();
  private final AtomicBoolean due = new AtomicBoolean();
  private final AtomicBoolean sending = new AtomicBoolean();
  private long sent = -1;

  /// @param lost told when nobody is at the other end any more
  Listener(SseEmitter stream, Language language, Clock clock, Consumer<Listener> lost) {
    this.stream = stream;
    this.language = language;
    this.clock = clock;
    this.lost = lost;
  }

  /// Sends the list, or only the time when the screen has that version already.
  void offer(Snapshot snapshot) {
    next.accumulateAndGet(
        snapshot,
        (old, fresh) ->
            old != null && fresh != null && old.list().version() > fresh.list().version()
                ? old
                : fresh);
    beat();
  }

  /// Sends the time, which shows that the line is there.
  void beat() {
    due.set(true);
    if (sending.compareAndSet(false, true)) {
      Thread.ofVirtual().start(this::drain);
    }
  }

  void end() {
    stream.complete();
  }

  private void drain() {
    do {
      while (due.getAndSet(false)) {
        if (!send(next.getAndSet(null))) {
          lost.accept(this);
          return;
        }
      }
      sending.set(false);
    } while (due.get() && sending.compareAndSet(false, true));
  }

  private boolean send(@Nullable Snapshot snapshot) {
    try {
      stream.send(SseEmitter.event().name("time").data(Long.toString(clock.millis())));
      if (snapshot != null && snapshot.list().version() > sent) {
        sent = snapshot.list().version();
        stream.send(
            SseEmitter.event()
                .id(Long.toString(sent))
                .name("list")
                .data(snapshot.html(language), MediaType.TEXT_HTML));
      }
      return true;
    } catch (IOException | IllegalStateException gone) {
      return false;
    }
  }
}
