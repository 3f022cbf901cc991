package vallarta.compact.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Counts how often something was tried, in memory alone: whose address it was is kept no longer
/// than the allowance lasts, and is written nowhere.
@Component
public class Limits {

  private static final int MOST = 100_000;

  private record Key(Allowance allowance, String who) {}

  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofHours(1)).build();
  private final int factor;

  Limits(@Value("${vallarta.limits.factor:1}") int factor) {
    this.factor = factor;
  }

  /// Takes one try.
  ///
  /// @param who a network address or the number of an account
  /// @return how long to wait, zero when the try is granted
  public Duration take(Allowance allowance, String who) {
    ConsumptionProbe probe = bucket(allowance, who).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  /// Whether a try would be granted.
  public boolean isOpen(Allowance allowance, String who) {
    return bucket(allowance, who).getAvailableTokens() > 0;
  }

  /// Gives all tries back: somebody has proved who they are.
  public void forget(Allowance allowance, String who) {
    buckets.invalidate(new Key(allowance, who));
  }

  private Bucket bucket(Allowance allowance, String who) {
    return buckets.get(
        new Key(allowance, who),
        key ->
            Bucket.builder()
                // By a clock that nobody sets back.
                .withNanosecondPrecision()
                .addLimit(limit ->
                    limit
                        .capacity((long) allowance.times() * factor)
                        .refillGreedy((long) allowance.times() * factor, allowance.within()))
                .build());
  }

  /// The network that an address belongs to: a household has one IPv4 address, or a whole /64 of
  /// IPv6 (RFC 6177).
  static String network(String address) {
    try {
      InetAddress it = InetAddress.ofLiteral(address);
      return it instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(it.getAddress(), 8))
          : it.getHostAddress();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
