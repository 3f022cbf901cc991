package vallarta.compact.consultation.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What the application and a reading process say to each other: a request is the path of a file
/// and its name, an answer is a reading. Strings are a length in bytes and UTF-8.
final class Wire {

  /// Said once by the process when it can take a request.
  static final int READY = 0x56414C31;

  /// Longer strings are never sent, so a longer one is a fault and not a reason to fill the memory.
  private static final int LONGEST = 1 << 28;

  private static final List<Block.Kind> KINDS = List.of(Block.Kind.values());

  private Wire() {}

  static void writeRequest(DataOutputStream out, String path, String name) throws IOException {
    writeString(out, path);
    writeString(out, name);
    out.flush();
  }

  static void writeReading(DataOutputStream out, Reading reading) throws IOException {
    writeString(out, reading.status().name());
    writeString(out, reading.detail());
    writeString(out, reading.mediaType());
    out.writeInt(reading.pages());
    writeString(out, reading.text());
    out.writeInt(reading.blocks().size());
    for (Block block : reading.blocks()) {
      out.writeByte(KINDS.indexOf(block.kind()));
      out.writeInt(block.level());
      out.writeInt(block.page());
      out.writeInt(block.start());
      out.writeInt(block.end());
    }
    out.flush();
  }

  static Reading readReading(DataInputStream in) throws IOException {
    ReadingStatus status = ReadingStatus.valueOf(readString(in));
    String detail = readString(in);
    String mediaType = readString(in);
    int pages = in.readInt();
    String text = readString(in);
    int count = in.readInt();
    List<Block> blocks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Block.Kind kind = KINDS.get(in.readUnsignedByte());
      blocks.add(new Block(kind, in.readInt(), in.readInt(), in.readInt(), in.readInt()));
    }
    return new Reading(status, detail, mediaType, pages, text, List.copyOf(blocks));
  }

  static String readString(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("not a string");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new java.io.EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void writeString(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
