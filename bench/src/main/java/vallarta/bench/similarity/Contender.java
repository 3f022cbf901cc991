package vallarta.bench.similarity;

import java.util.List;

/// What groups a file of texts, each in a process of its own.
///
/// @param main the class, after the name of this package
/// @param arguments after the file and the file of groups
/// @param mostTexts above which it is left out, for it takes hours or all memory
record Contender(String name, String main, List<String> arguments, int mostTexts) {

  private static final int ANY = Integer.MAX_VALUE;

  static final Contender ENGINE = new Contender("engine", "Engine", List.of(), ANY);
  static final Contender FLOOR = new Contender("floor", "Floor", List.of(), ANY);

  /// The engine first; those of `bench/peers` only run with its class path.
  static final List<Contender> ALL =
      List.of(
          ENGINE,
          FLOOR,
          new Contender("hash4j minHash", "peers.Hash4j", List.of("minHash"), ANY),
          new Contender("hash4j superMinHash", "peers.Hash4j", List.of("superMinHash"), ANY),
          new Contender("Lucene MinHashFilter", "peers.LuceneMinHash", List.of(), 1_000_000),
          new Contender("Spark MinHashLSH", "peers.SparkMinHash", List.of(), 50_000));

  String className() {
    return Contender.class.getPackageName() + "." + main;
  }

  boolean isHere() {
    String file = "/" + className().replace('.', '/') + ".class";
    return Contender.class.getResource(file) != null;
  }
}
