package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a log asks of the operating system, as strace sees it: whether each acknowledgement on a
/// socket comes after everything that it promises was forced to the disk.
final class FsyncOrderTest {

  private static final int WRITERS = 20;
  private static final int ENTRIES_EACH = 30;

  @TempDir private Path scratch;

  @Test
  void acknowledgesAnEntryOnlyAfterItsTilesTheCheckpointAndTheirFoldersWereForced()
      throws Exception {
    Path trace = scratch.resolve("trace");
    String[] strace = {
      "strace",
      "-f",
      "-y",
      "-qq",
      "-s300",
      "-esignal=none",
      "-etrace=openat,mkdir,rename,fsync,write,writev,sendto",
      "-o",
      trace.toString()
    };
    assumeTrue(installed(), "the order of fsync is not checked: no strace that may trace here");
    Path folder = scratch.resolve("log");
    Path key =
        Files.writeString(scratch.resolve("key"), LogKey.generate("example.org/traced").encoded());
    LoadedLog log = new LoadedLog(folder, key, strace);
    log.start();
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(Thread.startVirtualThread(() -> log.write(ENTRIES_EACH)));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    log.kill();

    Order order = new Order(folder);
    for (String call : inOrder(Files.readAllLines(trace, StandardCharsets.ISO_8859_1))) {
      order.take(call);
    }
    assertThat(order.faults).isEmpty();
    assertThat(order.acknowledged).isEqualTo(WRITERS * ENTRIES_EACH);
  }

  @Test
  void findsAnAcknowledgementThatCameTooEarly() {
    String tile = "/log/tile/0/000.p/1";
    List<String> calls =
        List.of(
            "openat(AT_FDCWD</>, \""
                + tile
                + "\", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 5<"
                + tile
                + ">",
            "write(5<" + tile + ">, \"x\", 1) = 1",
            "fsync(5<" + tile + ">) = 0",
            "fsync(5</log/tile/0/000.p>) = 0",
            "openat(AT_FDCWD</>, \"/log/.checkpoint.next\", O_WRONLY|O_CREAT|O_TRUNC) = 5<x>",
            "write(5</log/.checkpoint.next>, \"example.org\\n1\\nabc=\\n\", 30) = 30",
            "fsync(5</log/.checkpoint.next>) = 0",
            "rename(\"/log/.checkpoint.next\", \"/log/checkpoint\") = 0",
            "fsync(5</log>) = 0");
    String acknowledgement = "write(9<socket:[1]>, \"HTTP/1.1 200 OK\\r\\n\\r\\n0\\n\", 21) = 21";

    assertThat(faults(calls, acknowledgement)).isEmpty();
    for (int left = 2; left < calls.size(); left++) {
      List<String> some = new ArrayList<>(calls);
      if (!some.remove(left).startsWith("openat")) {
        assertThat(faults(some, acknowledgement)).as("without %s", calls.get(left)).isNotEmpty();
      }
    }
  }

  private static List<String> faults(List<String> calls, String acknowledgement) {
    Order order = new Order(Path.of("/log"));
    calls.forEach(order::take);
    order.take(acknowledgement);
    return order.faults;
  }

  private static boolean installed() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// Calls as they count: what puts something on the disk when it returns, an acknowledgement when
  /// it begins.
  private static List<String> inOrder(List<String> lines) {
    Pattern resumed = Pattern.compile("<\\.\\.\\. \\w+ resumed>");
    Map<String, String> begun = new HashMap<>();
    List<String> calls = new ArrayList<>();
    for (String line : lines) {
      String thread = line.substring(0, line.indexOf(' '));
      String call = line.substring(thread.length()).strip();
      Matcher rest = resumed.matcher(call);
      if (call.endsWith("<unfinished ...>")) {
        String start = call.substring(0, call.length() - "<unfinished ...>".length());
        if (start.contains("HTTP/1.1 200")) {
          calls.add(start);
        } else {
          begun.put(thread, start);
        }
      } else if (rest.lookingAt()) {
        String start = begun.remove(thread);
        if (start != null) {
          calls.add(start + call.substring(rest.end()));
        }
      } else {
        calls.add(call);
      }
    }
    return calls;
  }

  /// The state of the disk as far as it is certain.
  private static final class Order {

    private static final Pattern MADE =
        Pattern.compile("(?:mkdir\\(|openat\\([^,]*, )\"([^\"]+)\"(.*)");
    private static final Pattern ON_FILE = Pattern.compile("(write|fsync)\\(\\d+<(/[^>]*)>(.*)");
    private static final Pattern SIZE = Pattern.compile("^, \"[^\\\\]+\\\\n(\\d+)\\\\n");
    private static final Pattern ACKNOWLEDGED =
        Pattern.compile("HTTP/1\\.1 200 .*?\\\\r\\\\n\\\\r\\\\n(\\d+)\\\\n");

    private final Path folder;
    private final List<String> faults = new ArrayList<>();
    private final Set<Path> unforcedFiles = new HashSet<>();
    private final Set<Path> unforcedFolders = new HashSet<>();
    private long written = -1;
    private long renamed = -1;
    private long durable = -1;
    private int acknowledged;

    Order(Path folder) {
      this.folder = folder;
    }

    void take(String call) {
      if (call.contains(") = -1 ")) {
        return;
      }
      Matcher made = MADE.matcher(call);
      Matcher onFile = ON_FILE.matcher(call);
      if (call.startsWith("rename(")) {
        rename(call);
      } else if (made.lookingAt()) {
        Path path = Path.of(made.group(1));
        if (path.startsWith(folder)
            && !path.equals(folder)
            && (call.startsWith("mkdir") || made.group(2).contains("O_TRUNC"))) {
          unforcedFolders.add(path.getParent());
        }
      } else if (onFile.lookingAt() && Path.of(onFile.group(2)).startsWith(folder)) {
        onFile(onFile.group(1), Path.of(onFile.group(2)), onFile.group(3));
      } else {
        acknowledge(call);
      }
    }

    private void onFile(String name, Path path, String rest) {
      if (name.equals("write")) {
        unforcedFiles.add(path);
        Matcher size = SIZE.matcher(rest);
        if (path.endsWith(".checkpoint.next") && size.find()) {
          written = Long.parseLong(size.group(1));
        }
        return;
      }
      unforcedFiles.remove(path);
      unforcedFolders.remove(path);
      if (path.equals(folder)) {
        durable = renamed;
      }
    }

    private void rename(String call) {
      if (!call.contains(".checkpoint.next\", \"" + folder.resolve("checkpoint") + "\"")) {
        return;
      }
      if (!unforcedFiles.isEmpty()) {
        faults.add("size " + written + " published before " + unforcedFiles + " were forced");
      }
      if (unforcedFolders.stream().anyMatch(it -> !it.equals(folder))) {
        faults.add("size " + written + " published before " + unforcedFolders + " were forced");
      }
      renamed = written;
    }

    private void acknowledge(String call) {
      Matcher index = ACKNOWLEDGED.matcher(call);
      while (index.find()) {
        acknowledged++;
        if (Long.parseLong(index.group(1)) >= durable) {
          faults.add("index " + index.group(1) + " acknowledged when " + durable + " were durable");
        }
      }
    }
  }
}
