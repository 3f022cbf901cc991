package vallarta.bench.similarity;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// A file of texts, `key TAB text LF`, read in pieces on several threads.
public final class TextFile {

  private static final int PIECE = 8 << 20;
  private static final int MORE = 1 << 20;

  private TextFile() {}

  /// What takes the texts of one piece.
  public interface Reader {

    void read(long key, byte[] utf8, int from, int to);
  }

  /// Reads all of the file.
  ///
  /// @param readers makes a reader for each piece
  /// @return the readers in the order of the file
  public static <R extends Reader> List<R> read(Path file, int threads, Supplier<R> readers)
      throws IOException {
    List<Future<R>> pieces = new ArrayList<>();
    List<R> read = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (long start = 0; start < channel.size(); start += PIECE) {
        long from = start;
        pieces.add(executor.submit(() -> piece(channel, from, readers.get())));
      }
      for (Future<R> piece : pieces) {
        read.add(piece.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
    return read;
  }

  /// Reads the lines that begin in a piece: after a line end in it or just before it.
  private static <R extends Reader> R piece(FileChannel channel, long start, R reader)
      throws IOException {
    long size = channel.size();
    long position = Math.max(0, start - 1);
    int nominal = (int) (Math.min(size, start + PIECE) - position);
    byte[] bytes = bytes(channel, position, nominal);
    int from = start == 0 ? 0 : after(bytes, 0);
    if (from == 0 && start > 0) {
      return reader;
    }
    int whole = bytes.length;
    while (bytes[whole - 1] != '\n' && position + bytes.length < size) {
      int known = bytes.length;
      int more = (int) Math.min(MORE, size - position - known);
      bytes = Arrays.copyOf(bytes, known + more);
      System.arraycopy(bytes(channel, position + known, more), 0, bytes, known, more);
      int end = after(bytes, known);
      whole = end == 0 ? bytes.length : end;
    }
    lines(bytes, from, whole, reader);
    return reader;
  }

  private static byte[] bytes(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
    return buffer.array();
  }

  /// The place after the first line end, 0 if there is none.
  private static int after(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at == bytes.length ? 0 : at + 1;
  }

  private static void lines(byte[] bytes, int start, int end, Reader reader) {
    int at = start;
    while (at < end) {
      long key = 0;
      for (; bytes[at] != '\t'; at++) {
        key = key * 10 + bytes[at] - '0';
      }
      int from = ++at;
      while (at < end && bytes[at] != '\n') {
        at++;
      }
      reader.read(key, bytes, from, at);
      at++;
    }
  }
}
