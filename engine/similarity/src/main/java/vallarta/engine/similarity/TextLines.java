package vallarta.engine.similarity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// A file of texts, one each line, read by several threads in blocks: a line belongs to the block
/// that it begins in.
final class TextLines implements AutoCloseable {

  private static final int BLOCK = 1 << 22;
  private static final int AHEAD = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final long length;
  private final Grouping.Progress progress;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong done = new AtomicLong();

  TextLines(Path file, Grouping.Progress progress) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    this.length = channel.size();
    this.progress = progress;
  }

  /// Reads blocks until none is left.
  void read(Versions.Desk into) throws IOException {
    byte[] bytes = new byte[1 + BLOCK + AHEAD];
    for (long from = next.getAndAdd(BLOCK); from < length; from = next.getAndAdd(BLOCK)) {
      // One byte before the block tells whether a line begins with it.
      long start = Math.max(0, from - 1);
      int size = fill(bytes, 0, start);
      int at = from == 0 ? 0 : behindLine(bytes, 0, size);
      int end = (int) (Math.min(length, from + BLOCK) - start);
      while (at < end) {
        int lineEnd = lineEnd(bytes, at, size);
        while (lineEnd == size && start + size < length) {
          bytes = Arrays.copyOf(bytes, bytes.length * 2);
          size += fill(bytes, size, start + size);
          lineEnd = lineEnd(bytes, lineEnd, size);
        }
        line(bytes, at, lineEnd, start, into);
        at = lineEnd + 1;
      }
      progress.at("read", done.addAndGet(Math.min(BLOCK, length - from)), length);
    }
  }

  private int fill(byte[] bytes, int at, long from) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, at, bytes.length - at);
    long position = from;
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = channel.read(buffer, position);
      position += Math.max(0, read);
    }
    return buffer.position() - at;
  }

  private static int behindLine(byte[] bytes, int at, int size) {
    int end = lineEnd(bytes, at, size);
    return end == size ? size : end + 1;
  }

  private static int lineEnd(byte[] bytes, int at, int size) {
    int end = at;
    while (end < size && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private void line(byte[] bytes, int from, int to, long start, Versions.Desk into) {
    long key = 0;
    int at = from;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - from < 18) {
      key = 10 * key + bytes[at++] - '0';
    }
    if (at == from || at == to || bytes[at] != '\t') {
      throw new IllegalArgumentException(
          "%s, byte %d: a line begins with a key of 1 to 18 digits and a tab"
              .formatted(file, start + from));
    }
    into.add(key, bytes, at + 1, to);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
