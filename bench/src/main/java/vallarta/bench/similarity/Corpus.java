package vallarta.bench.similarity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vallarta.engine.similarity.Shingling;

/// Texts as sets of shingles, read by the engine: what all that is measured begins with.
///
/// @param shingles of each text, sorted
public record Corpus(long[] keys, long[][] shingles) {

  public static Corpus read(Path file, int threads) throws IOException {
    List<Piece> pieces = TextFile.read(file, threads, Piece::new);
    int size = pieces.stream().mapToInt(piece -> piece.size).sum();
    long[] keys = new long[size];
    long[][] shingles = new long[size][];
    int at = 0;
    for (Piece piece : pieces) {
      System.arraycopy(piece.keys, 0, keys, at, piece.size);
      System.arraycopy(piece.shingles, 0, shingles, at, piece.size);
      at += piece.size;
    }
    return new Corpus(keys, shingles);
  }

  public int size() {
    return keys.length;
  }

  /// Whether the Jaccard coefficient of two texts is at least so much.
  public boolean alike(int one, int other, double threshold) {
    return similarity(one, other, threshold) >= threshold;
  }

  /// The Jaccard coefficient of two texts; any less than the threshold when it is below that.
  double similarity(int one, int other, double threshold) {
    long[] a = shingles[one];
    long[] b = shingles[other];
    int both = a.length + b.length;
    int needed = (int) Math.ceil(threshold / (1 + threshold) * both - 1e-6);
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (shared + Math.min(a.length - i, b.length - j) < needed) {
        return 0;
      }
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return both == 0 ? 0 : (double) shared / (both - shared);
  }

  private static final class Piece implements TextFile.Reader {

    private final Shingling shingling = new Shingling();
    private long[] keys = new long[1 << 14];
    private long[][] shingles = new long[1 << 14][];
    private int size;

    @Override
    public void read(long key, byte[] utf8, int from, int to) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
        shingles = Arrays.copyOf(shingles, size * 2);
      }
      keys[size] = key;
      shingles[size] = shingling.of(utf8, from, to);
      size++;
    }
  }
}
