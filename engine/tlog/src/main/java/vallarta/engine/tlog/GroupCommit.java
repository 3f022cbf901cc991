package vallarta.engine.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/// Appends for many writers at once: whatever waits when the disk is free goes to it together, so
/// that a thousand writers cost little more than one.
public final class GroupCommit implements AutoCloseable {

  private static final int MOST_WAITING = 1 << 16;

  private record Waiting(byte[] entry, CompletableFuture<Long> index) {}

  /// Ends the writer. It is not interrupted: that would close the files under it.
  private static final Waiting END = new Waiting(new byte[0], new CompletableFuture<>());

  private final TileLog log;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private volatile boolean closed;
  private volatile boolean ended;

  public GroupCommit(TileLog log) {
    this.log = log;
    this.writer = Thread.ofPlatform().name("tlog-writer").start(this::run);
  }

  /// Takes an entry; waits where too many wait already.
  ///
  /// @return its index, once nothing can lose the entry
  public CompletableFuture<Long> add(byte[] entry) throws InterruptedException {
    Waiting waiting = waiting(entry);
    queue.put(waiting);
    if (ended) {
      refuseLate();
    }
    return waiting.index();
  }

  private Waiting waiting(byte[] entry) {
    if (entry.length > TileLog.LONGEST_ENTRY) {
      throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
    }
    if (closed) {
      throw new RejectedExecutionException("the log is closed");
    }
    return new Waiting(entry, new CompletableFuture<>());
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>();
    boolean end = false;
    while (!end) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        closed = true; // Nobody interrupts this thread; if somebody does, it ends in order.
        batch.add(END);
      }
      queue.drainTo(batch);
      end = batch.remove(END);
      commit(batch);
      batch.clear();
    }
    ended = true;
    refuseLate();
  }

  /// Whoever added while the log closed and was not in its last group.
  private void refuseLate() {
    for (Waiting late = queue.poll(); late != null; late = queue.poll()) {
      late.index().completeExceptionally(new RejectedExecutionException("the log is closed"));
    }
  }

  private void commit(List<Waiting> batch) {
    try {
      long index = log.append(batch.stream().map(Waiting::entry).toList());
      for (Waiting waiting : batch) {
        waiting.index().complete(index++);
      }
    } catch (IOException | RuntimeException e) {
      batch.forEach(waiting -> waiting.index().completeExceptionally(e));
    }
  }

  /// Writes what waits and stops. The log stays open.
  @Override
  public void close() throws InterruptedException {
    closed = true;
    queue.put(END);
    writer.join();
  }
}
