package vallarta.compact.cli;

import java.io.PrintStream;
import java.time.Duration;

/// How far long work has come.
@FunctionalInterface
public interface Progress {

  /// Tells nobody.
  Progress SILENT = (done, total, what) -> {};

  /// @param done how many are done
  /// @param total how many there are
  /// @param what the one that was just done
  void step(long done, long total, String what);

  /// Tells counts and the time left on one line, at most four times a second.
  static Progress on(PrintStream talk, String label) {
    long begun = System.nanoTime();
    long[] told = {0};
    return (done, total, what) -> {
      long now = System.nanoTime();
      if (done < total && now - told[0] < 250_000_000L) {
        return;
      }
      told[0] = now;
      long left = done == 0 ? 0 : (now - begun) / done * (total - done);
      boolean terminal = System.console() != null;
      talk.printf(
          terminal ? "\r\033[K%s %d of %d, %s left%s" : "%s %d of %d, %s left%s%n",
          label,
          done,
          total,
          words(Duration.ofNanos(left)),
          terminal && done == total ? "\n" : "");
      talk.flush();
    };
  }

  private static String words(Duration left) {
    return left.toMinutes() > 0
        ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
        : left.toSeconds() + " s";
  }
}
