package vallarta.bench.similarity;

import java.io.IOException;
import java.nio.file.Path;
import vallarta.engine.similarity.Grouping;
import vallarta.engine.similarity.Similarity;

/// Groups a file of texts with the engine.
///
/// Arguments: the file, the file of groups to write, `LETTERS` (or nothing) or `STATEMENTS`.
public final class Engine {

  private Engine() {}

  public static void main(String[] args) throws IOException {
    boolean statements = args.length > 2 && args[2].equals("STATEMENTS");
    Clock clock = new Clock();
    Grouping grouping =
        new Grouping(
            statements ? Similarity.STATEMENTS : Similarity.LETTERS,
            Runtime.getRuntime().availableProcessors());
    grouping.read(Path.of(args[0]), (step, done, of) -> {});
    grouping.settle();
    clock.stop(grouping.size());
    grouping.write(Path.of(args[1]));
  }
}
