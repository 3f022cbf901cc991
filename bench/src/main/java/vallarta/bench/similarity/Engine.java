package vallarta.bench.similarity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vallarta.engine.similarity.Grouping;
import vallarta.engine.similarity.Similarity;

/// Groups a file of texts with the engine. Arguments: the file, the file of groups to write.
public final class Engine {

  private Engine() {}

  public static void main(String[] args) throws IOException {
    Clock clock = new Clock();
    Grouping grouping = new Grouping(new Similarity(0.8, 0.999));
    List<Keys> keys =
        TextFile.read(Path.of(args[0]), 1, () -> new Keys(grouping));
    long[] all = keys.stream().flatMapToLong(piece -> Arrays.stream(piece.keys, 0, piece.size)).toArray();
    long[] groups = Arrays.stream(all).map(grouping::groupOf).toArray();
    clock.stop(Path.of(args[1]), all, groups);
  }

  private static final class Keys implements TextFile.Reader {
    private final Grouping grouping;
    private long[] keys = new long[1 << 14];
    private int size;

    Keys(Grouping grouping) {
      this.grouping = grouping;
    }

    @Override
    public void read(long key, byte[] utf8, int from, int to) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
      }
      keys[size++] = key;
      grouping.add(key, new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }
  }
}
