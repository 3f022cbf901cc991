package vallarta.engine.tlog;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import vallarta.engine.tlog.http.ServedLog;

/// A log in a process of its own, with writers and a reader at it who remember what they were told:
/// over all the lives of the process.
final class LoadedLog {

  private final Path folder;
  private final Path key;
  private final List<String> before;
  private final Map<Long, Hash> promised = new ConcurrentSkipListMap<>();
  private final Map<Long, byte[]> checkpoints = new ConcurrentSkipListMap<>();
  private final Collection<String> contradictions = ConcurrentHashMap.newKeySet();
  private final AtomicLong sent = new AtomicLong();
  private final List<Thread> clients = new ArrayList<>();
  private Optional<Process> process = Optional.empty();
  private int port;

  /// @param key the file of the log's key
  /// @param before words of a command that runs the process
  LoadedLog(Path folder, Path key, String... before) {
    this.folder = folder;
    this.key = key;
    this.before = List.of(before);
  }

  /// Starts the process and waits until it listens.
  void start() throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ServedLog.class.getName(),
            folder.toString(),
            key.toString()));
    Process started =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process = Optional.of(started);
    String line =
        new BufferedReader(
                new InputStreamReader(started.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
    if (line == null) {
      throw new IOException("the log does not start");
    }
    port = Integer.parseInt(line);
  }

  /// Lets writers add entries, each as soon as its last was acknowledged, and a reader read
  /// checkpoints, until the process ends.
  void load(int writers) {
    for (int writer = 0; writer < writers; writer++) {
      clients.add(Thread.startVirtualThread(() -> write(Long.MAX_VALUE)));
    }
    clients.add(Thread.startVirtualThread(this::read));
  }

  /// Adds so many entries, one after the other.
  void write(long most) {
    try (Connection connection = new Connection(port)) {
      for (long i = 0; i < most; i++) {
        byte[] entry = ("entry " + sent.getAndIncrement()).getBytes(StandardCharsets.US_ASCII);
        byte[] answer = connection.ask("POST", "/add", entry);
        long index = Long.parseLong(new String(answer, StandardCharsets.US_ASCII).strip());
        if (promised.put(index, Merkle.leaf(entry)) != null) {
          contradictions.add("index " + index + " was promised to two entries");
        }
      }
    } catch (IOException e) {
      // The process is gone: this entry was not acknowledged.
    }
  }

  private void read() {
    try (Connection connection = new Connection(port)) {
      while (true) {
        byte[] note = connection.ask("GET", "/checkpoint", new byte[0]);
        long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
        checkpoints.putIfAbsent(size, note);
        Thread.sleep(3);
      }
    } catch (IOException e) {
      // The process is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the process without a word (SIGKILL) and waits for its clients to notice.
  void kill() throws InterruptedException {
    Process running = process.orElseThrow();
    if (before.isEmpty()) {
      running.destroyForcibly();
    } else {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
    }
    running.waitFor();
    for (Thread client : clients) {
      client.join();
    }
    clients.clear();
  }

  /// The leaves that were acknowledged, by index.
  Map<Long, Hash> promised() {
    return promised;
  }

  /// The checkpoints that the reader was given, by size.
  Map<Long, byte[]> checkpoints() {
    return checkpoints;
  }

  Collection<String> contradictions() {
    return contradictions;
  }

  /// The entries that were sent, acknowledged or not.
  long sent() {
    return sent.get();
  }

  /// One connection, kept open, with as much of HTTP as the log answers with.
  private static final class Connection implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;

    Connection(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    }

    byte[] ask(String method, String path, byte[] body) throws IOException {
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.writeBytes(
          "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
              .formatted(method, path, body.length)
              .getBytes(StandardCharsets.US_ASCII));
      request.writeBytes(body);
      socket.getOutputStream().write(request.toByteArray());
      if (!line().startsWith("HTTP/1.1 200")) {
        throw new IOException("not accepted");
      }
      int length = 0;
      for (String header = line(); !header.isEmpty(); header = line()) {
        if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
          length = Integer.parseInt(header.substring(15).strip());
        }
      }
      byte[] answer = new byte[length];
      in.readFully(answer);
      return answer;
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new EOFException();
        }
        if (next != '\r') {
          line.append((char) next);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
