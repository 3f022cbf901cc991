package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.io.TikaInputStream;
import org.jspecify.annotations.Nullable;

/// The bytes of a file that is being read, as a file or in memory.
final class Source implements AutoCloseable {

  private final TikaInputStream stream;
  private final @Nullable Path file;
  private final long length;

  private Source(TikaInputStream stream, @Nullable Path file, long length) {
    this.stream = stream;
    this.file = file;
    this.length = length;
  }

  static Source of(Path file) throws IOException {
    return new Source(TikaInputStream.get(file), file, Files.size(file));
  }

  static Source of(byte[] bytes) throws IOException {
    return new Source(TikaInputStream.get(bytes), null, bytes.length);
  }

  /// The stream, at its beginning for the first who asks; who looks into it resets it.
  TikaInputStream stream() {
    return stream;
  }

  long length() {
    return length;
  }

  /// The bytes as a file, for those readers that go back and forth in it.
  Path path() throws IOException {
    return file != null ? file : stream.getPath();
  }

  byte[] bytes() throws IOException {
    return Files.readAllBytes(path());
  }

  /// The first bytes.
  byte[] start(int count) throws IOException {
    byte[] start = new byte[count];
    int read = stream.peek(start);
    return java.util.Arrays.copyOf(start, Math.max(0, read));
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
