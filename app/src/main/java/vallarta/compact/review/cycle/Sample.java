package vallarta.compact.review.cycle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// How the commitments that are reviewed are drawn: by risk, and so that everybody can draw them
/// again. Each commitment has a chance; one of twice the weight has about twice the chance of
/// another.
///
/// Weight is one and the risk. From the SHA-256 of `seed CM-31` comes a number `u` between 0 and 1,
/// and those with the smallest `-ln(u) / weight` are drawn (Efraimidis and Spirakis, 2006).
final class Sample {

  /// A commitment that can be drawn.
  ///
  /// @param commitment its number
  record Candidate(long commitment, Set<Sign> signs) {

    Candidate {
      signs = Set.copyOf(signs);
    }

    int risk() {
      return signs.stream().mapToInt(Sign::weight).sum();
    }

    /// Its signs in their fixed order.
    List<Sign> why() {
      return signs.stream().sorted().toList();
    }
  }

  /// As many as the bits of a fraction of a double.
  private static final int BITS = 53;

  private Sample() {}

  /// Draws that many, or all there are.
  ///
  /// @return in the order of their numbers
  static List<Candidate> draw(Collection<Candidate> from, int size, long seed) {
    return from.stream()
        .sorted(
            Comparator.comparingDouble((Candidate it) -> key(it, seed))
                .thenComparing(Candidate::commitment))
        .limit(size)
        .sorted(Comparator.comparing(Candidate::commitment))
        .toList();
  }

  private static double key(Candidate it, long seed) {
    return -Math.log(chance(seed + " CM-" + it.commitment())) / (1 + it.risk());
  }

  /// A number between 0 and 1, without the two, that is fixed by the words.
  static double chance(String words) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      long bits = ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - BITS);
      return (bits + 0.5) / (1L << BITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
