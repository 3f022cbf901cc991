package vallarta.bench.similarity.peers;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import vallarta.bench.similarity.Clock;
import vallarta.bench.similarity.Corpus;

/// Groups a file of texts by the sketches of hash4j, in [Bands].
///
/// Arguments: the file, the file of groups to write, `minHash` or `superMinHash`.
public final class Hash4j {

  private static final int BITS = 32;
  private static final int CHUNK = 4096;
  private static final long MIX = 0x9e3779b97f4a7c15L;

  private Hash4j() {}

  public static void main(String[] args) throws IOException {
    Clock clock = new Clock();
    Corpus corpus = Corpus.read(Path.of(args[0]), Runtime.getRuntime().availableProcessors());
    SimilarityHashPolicy policy =
        switch (args[2]) {
          case "minHash" -> SimilarityHashing.minHash(Bands.COMPONENTS, BITS);
          case "superMinHash" -> SimilarityHashing.superMinHash(Bands.COMPONENTS, BITS);
          default -> throw new IllegalArgumentException("no such sketch: " + args[2]);
        };
    Bands bands = new Bands(corpus.size());
    IntStream.rangeClosed(0, corpus.size() / CHUNK)
        .parallel()
        .forEach(chunk -> sketch(corpus, chunk * CHUNK, policy, bands));
    Verification verification = new Verification(corpus);
    bands.verify(verification);
    clock.stop(Path.of(args[1]), corpus.keys(), verification.components());
  }

  private static void sketch(Corpus corpus, int from, SimilarityHashPolicy policy, Bands bands) {
    SimilarityHasher hasher = policy.createHasher();
    for (int text = from; text < Math.min(from + CHUNK, corpus.size()); text++) {
      byte[] sketch = hasher.compute(ElementHashProvider.ofValues(corpus.shingles()[text]));
      for (int band = 0; band < Bands.COUNT; band++) {
        long key = band;
        for (int row = 0; row < Bands.ROWS; row++) {
          long mixed = (key ^ policy.getComponent(sketch, band * Bands.ROWS + row)) * MIX;
          key = mixed ^ mixed >>> 32;
        }
        bands.put(band, text, key * MIX);
      }
    }
  }
}
