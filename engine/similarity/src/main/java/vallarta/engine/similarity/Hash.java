package vallarta.engine.similarity;

/// Well-mixed 64-bit hashes, the same on every machine and in every release: groups must not move
/// with them.
public final class Hash {

  /// The offset basis of FNV-1a, 64 bits (G. Fowler, L. C. Noll, K.-P. Vo).
  static final long START = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private Hash() {}

  /// One step of FNV-1a over a UTF-16 unit; it is only fit for use after [#mix(long)].
  static long extend(long hash, int unit) {
    return (hash ^ unit) * PRIME;
  }

  /// The finalizer of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014; D. Stafford's
  /// variant 13): a permutation in which every bit of the input changes half of the bits of the
  /// output.
  public static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /// The hash of a sequence that is one value longer.
  static long chain(long hash, long value) {
    return mix(hash * 31 + value);
  }

  /// The hash of a sequence that is longer by others, and by how many.
  static long chain(long start, long[] values) {
    long hash = chain(start, values.length);
    for (long value : values) {
      hash = chain(hash, value);
    }
    return hash;
  }

  static long of(CharSequence word) {
    long hash = START;
    for (int i = 0; i < word.length(); i++) {
      hash = extend(hash, word.charAt(i));
    }
    return mix(hash);
  }
}
