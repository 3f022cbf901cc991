package vallarta.engine.similarity;

import java.nio.charset.StandardCharsets;

/// The shingles of a text, as others count and compare them.
public final class Shingling {

  private Shingling() {}

  public static long[] of(String text) {
    return Features.of(text).shingles();
  }

  public static long[] of(byte[] utf8, int from, int to) {
    return of(new String(utf8, from, to - from, StandardCharsets.UTF_8));
  }
}
