package vallarta.engine.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Work on several threads of its own; the first failure is thrown when all have ended.
final class Parallel {

  private static final int SLICES = 32;

  private Parallel() {}

  /// What is done on each thread, by the number of the thread.
  interface Task {

    void run(int thread) throws Exception;
  }

  interface Range {

    void run(int from, int to);
  }

  static void run(int threads, Task task) {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      all.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  task.run(number);
                } catch (Exception | Error e) {
                  failure.compareAndSet(null, e);
                }
              }));
    }
    for (Thread thread : all) {
      join(thread);
    }
    Throwable failed = failure.get();
    if (failed instanceof RuntimeException e) {
      throw e;
    }
    if (failed instanceof Error e) {
      throw e;
    }
    if (failed != null) {
      throw new IllegalStateException(failed);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes the numbers from 0 on, each thread the next that none has taken.
  static void each(int threads, int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    run(
        threads,
        thread -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            task.accept(i);
          }
        });
  }

  /// Cuts a range into slices.
  static void ranges(int threads, int from, int to, Range task) {
    if (threads == 1 || to - from < 1 << 12) {
      task.run(from, to);
      return;
    }
    each(threads, SLICES, i -> task.run(cut(from, to, i), cut(from, to, i + 1)));
  }

  private static int cut(int from, int to, int slice) {
    return from + (int) ((long) (to - from) * slice / SLICES);
  }
}
