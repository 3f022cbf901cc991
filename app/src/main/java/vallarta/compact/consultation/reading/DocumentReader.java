package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import vallarta.compact.consultation.reading.ReaderProcess.Answer;

/// Reads PDF, DOCX, DOC, ODT, RTF, HTML, plain text and Markdown into text and blocks, each file in
/// a process apart from the application, within limits.
///
/// What is in a file is told from its bytes. Whatever it holds, the answer is a [Reading]: a parser
/// that never returns or eats the memory costs its own process, which is replaced, and no other.
/// Processes are started when they are first needed and used for many files.
///
/// Thread-safe; as many files are read at a time as the limits name processes.
public final class DocumentReader implements AutoCloseable {

  /// Changes whenever the same file may give another text, so that a kept reading is not taken for
  /// a current one.
  public static final String VERSION = "1";

  private static final int ATTEMPTS = 2;

  private final ReadingLimits limits;
  private final Semaphore free;
  private final ConcurrentLinkedDeque<ReaderProcess> idle = new ConcurrentLinkedDeque<>();
  private final Set<ReaderProcess> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public DocumentReader(ReadingLimits limits) {
    this.limits = limits;
    this.free = new Semaphore(limits.processes(), true);
  }

  /// Reads one file. The name is only a hint of its type and need not be that of the path.
  ///
  /// @throws CancellationException if the thread is interrupted or the reader is closed
  /// @throws java.io.UncheckedIOException if no process can be started on this machine
  public Reading read(Path file, String fileName) {
    try {
      if (!Files.isRegularFile(file)) {
        return failed(ReadingStatus.BROKEN, "not a file");
      }
      long size = Files.size(file);
      if (size > limits.fileBytes()) {
        return failed(
            ReadingStatus.TOO_LARGE,
            megabytes(size) + "; the limit is " + megabytes(limits.fileBytes()));
      }
      if (size == 0) {
        return failed(ReadingStatus.EMPTY, "the file has no bytes");
      }
    } catch (IOException e) {
      return failed(ReadingStatus.BROKEN, "the file cannot be opened");
    }
    return readApart(file, FileNames.safe(fileName));
  }

  private Reading readApart(Path file, String name) {
    try {
      free.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the reading was stopped");
    }
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        switch (answer(file, name)) {
          case Answer.Read(Reading reading) -> {
            return reading;
          }
          case Answer.Death.TOO_SLOW -> {
            return failed(
                ReadingStatus.TOO_SLOW,
                "not read within " + limits.time().toMillis() / 1000.0 + " s");
          }
          case Answer.Death.OUT_OF_MEMORY -> {
            return failed(
                ReadingStatus.OUT_OF_MEMORY, "needs more than " + megabytes(limits.heapBytes()));
          }
          case Answer.Death.LOST -> {}
        }
      }
      return failed(ReadingStatus.BROKEN, "the reading process ended twice");
    } finally {
      free.release();
    }
  }

  private Answer answer(Path file, String name) {
    ReaderProcess process = takeProcess();
    try {
      Answer answer = process.read(file, name, limits.time());
      if (closed) {
        throw new CancellationException("the reader was closed");
      }
      return answer;
    } finally {
      busy.remove(process);
      giveBack(process);
    }
  }

  private ReaderProcess takeProcess() {
    if (closed) {
      throw new CancellationException("the reader is closed");
    }
    ReaderProcess process = idle.pollFirst();
    while (process != null && !process.isAlive()) {
      process.close();
      process = idle.pollFirst();
    }
    ReaderProcess taken = process != null ? process : ReaderProcess.start(limits);
    busy.add(taken);
    return taken;
  }

  private void giveBack(ReaderProcess process) {
    if (closed || !process.isAlive() || process.files() >= limits.filesPerProcess()) {
      process.close();
      return;
    }
    idle.addFirst(process);
    if (closed) {
      closeIdle();
    }
  }

  /// The processes that live now.
  List<Long> pids() {
    return java.util.stream.Stream.concat(idle.stream(), busy.stream())
        .map(ReaderProcess::pid)
        .toList();
  }

  /// Ends all processes; a reading under way ends with a [CancellationException].
  @Override
  public void close() {
    closed = true;
    busy.forEach(ReaderProcess::close);
    closeIdle();
  }

  private void closeIdle() {
    for (ReaderProcess process = idle.poll(); process != null; process = idle.poll()) {
      process.close();
    }
  }

  private static Reading failed(ReadingStatus status, String detail) {
    return new Reading(status, detail, "", 0, "", List.of());
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024.0)).replace(".0 MB", " MB");
  }
}
