package vallarta.compact.consultation.reading;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The program of the child process: reads one file after another as it is asked on standard input,
/// and answers on standard output. It ends at once when the input ends, that is when the
/// application is gone, also while it is reading.
final class ReadingProcess {

  /// Deeply nested documents are refused by a limit, so a large stack only spares false alarms.
  private static final long STACK_BYTES = 16L * 1024 * 1024;

  private record Request(String path, String name) {}

  private ReadingProcess() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    TextLimits limits =
        new TextLimits(
            Integer.parseInt(args[1]),
            Long.parseLong(args[2]),
            Integer.parseInt(args[3]),
            Integer.parseInt(args[4]));
    DataOutputStream answers =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    System.setOut(System.err);
    BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    Thread.ofPlatform()
        .stackSize(STACK_BYTES)
        .name("reader")
        .start(() -> answer(new FileReading(limits), requests, answers, folder));
    pass(new DataInputStream(System.in), requests);
    TemporaryFolder.delete(folder);
    Runtime.getRuntime().halt(0);
  }

  private static void pass(DataInputStream in, BlockingQueue<Request> requests) throws IOException {
    try {
      while (true) {
        requests.add(new Request(Wire.readString(in), Wire.readString(in)));
      }
    } catch (EOFException e) {
      // The application has closed its end or is gone.
    }
  }

  private static void answer(
      FileReading reading, BlockingQueue<Request> requests, DataOutputStream answers, Path folder) {
    try {
      reading.warmUp();
      answers.writeInt(Wire.READY);
      answers.flush();
      while (true) {
        Request request = requests.take();
        Wire.writeReading(answers, reading.read(Path.of(request.path()), request.name()));
        TemporaryFolder.empty(folder);
      }
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(1);
    }
  }
}
