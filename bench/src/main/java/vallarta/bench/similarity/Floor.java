package vallarta.bench.similarity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vallarta.engine.similarity.Shingling;

/// The floor of any grouping: reading the file and hashing each shingle once. Nothing is compared.
public final class Floor {

  private Floor() {}

  public static void main(String[] args) throws IOException {
    Clock clock = new Clock();
    List<Sum> sums =
        TextFile.read(Path.of(args[0]), Runtime.getRuntime().availableProcessors(), Sum::new);
    clock.stop(sums.stream().mapToInt(sum -> sum.texts).sum());
    System.out.printf("%x%n", sums.stream().mapToLong(sum -> sum.hash).sum());
  }

  private static final class Sum implements TextFile.Reader {

    private final Shingling shingling = new Shingling();
    private int texts;
    private long hash;

    @Override
    public void read(long key, byte[] utf8, int from, int to) {
      texts++;
      for (long shingle : shingling.of(utf8, from, to)) {
        hash += shingle;
      }
    }
  }
}
