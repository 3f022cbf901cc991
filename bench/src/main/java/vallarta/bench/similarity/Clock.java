package vallarta.bench.similarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The one clock of all that is measured: from the first byte of the file read until the group of
/// each text is known. Writing the groups for the evaluation is outside.
public final class Clock {

  private static final String MARK = "measured";

  private final long from = System.nanoTime();

  /// @param megabytes the most memory that the process ever held
  record Reading(int texts, double seconds, long megabytes) {

    String line() {
      return String.format(Locale.ROOT, "%s %d %.3f %d", MARK, texts, seconds, megabytes);
    }

    static boolean isIn(String line) {
      return line.startsWith(MARK + " ");
    }

    static Reading of(String line) {
      String[] parts = line.split(" ");
      return new Reading(
          Integer.parseInt(parts[1]), Double.parseDouble(parts[2]), Long.parseLong(parts[3]));
    }
  }

  /// Stops, prints the figures of this process and writes the groups.
  public void stop(Path file, long[] keys, Components components) throws IOException {
    stop(file, keys, components.groups(keys));
  }

  void stop(Path file, long[] keys, long[] groups) throws IOException {
    stop(keys.length);
    Labels.write(file, keys, groups);
  }

  void stop(int texts) throws IOException {
    System.out.println(
        new Reading(texts, (System.nanoTime() - from) / 1e9, mostMegabytes()).line());
  }

  private static long mostMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return 0;
  }
}
