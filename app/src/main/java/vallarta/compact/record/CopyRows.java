package vallarta.compact.record;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows in the binary format of PostgreSQL's COPY (documentation of COPY, section "Binary Format"):
/// hashes and salts go as they are, and no text is escaped. Written in pieces, so that rows of any
/// number take little memory.
final class CopyRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final int PIECE = 1 << 18;
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final ByteArrayOutputStream piece = new ByteArrayOutputStream(2 * PIECE);
  private final DataOutputStream out = new DataOutputStream(piece);
  private final CopyIn copy;

  private CopyRows(CopyIn copy) {
    this.copy = copy;
  }

  /// Copies one row for each item.
  static <T> void copy(
      Connection connection, String into, Iterable<T> items, BiConsumer<CopyRows, T> row)
      throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy %s from stdin (format binary)".formatted(into));
    CopyRows rows = new CopyRows(copy);
    try {
      rows.out.write(SIGNATURE);
      rows.out.writeInt(0);
      rows.out.writeInt(0);
      for (T item : items) {
        row.accept(rows, item);
        rows.flush(PIECE);
      }
      rows.out.writeShort(-1);
      rows.flush(0);
      copy.endCopy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void flush(int above) throws SQLException {
    if (piece.size() > above) {
      byte[] bytes = piece.toByteArray();
      copy.writeToCopy(bytes, 0, bytes.length);
      piece.reset();
    }
  }

  CopyRows row(int cells) {
    return write(() -> out.writeShort(cells));
  }

  CopyRows cell(long value) {
    return write(() -> {
      out.writeInt(Long.BYTES);
      out.writeLong(value);
    });
  }

  CopyRows cell(Instant value) {
    return cell(Duration.between(EPOCH, value).toNanos() / 1_000);
  }

  CopyRows cell(@Nullable String value) {
    if (value == null) {
      return write(() -> out.writeInt(-1));
    }
    return cell(value.getBytes(StandardCharsets.UTF_8));
  }

  CopyRows cell(byte[] value) {
    return write(() -> {
      out.writeInt(value.length);
      out.write(value);
    });
  }

  /// What writes to memory.
  private interface Writing {
    void run() throws IOException;
  }

  private CopyRows write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
