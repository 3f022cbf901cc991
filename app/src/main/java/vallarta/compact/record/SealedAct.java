package vallarta.compact.record;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vallarta.engine.tlog.Hash;
import vallarta.engine.tlog.Merkle;

/// An act in the form in which the log holds it, and what its digests stand for.
///
/// @param at when it was entered, in milliseconds
/// @param payload the bytes of the entry
record SealedAct(Act act, Instant at, byte[] payload, Hash leaf, List<Disclosure> disclosures) {

  static final int SALT_BYTES = 16;

  private static final int VERSION = 1;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// Seals acts of one moment, in their order.
  static List<SealedAct> seal(List<Act> acts, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    int[] first = new int[acts.size() + 1];
    for (int i = 0; i < acts.size(); i++) {
      first[i + 1] = first[i] + acts.get(i).facts().fields().size();
    }
    byte[] salts = new byte[first[acts.size()] * SALT_BYTES];
    RANDOM.nextBytes(salts);
    return IntStream.range(0, acts.size())
        .parallel()
        .mapToObj(i -> seal(acts.get(i), at, salts, first[i] * SALT_BYTES))
        .toList();
  }

  private static SealedAct seal(Act act, Instant at, byte[] salts, int offset) {
    List<Disclosure> disclosures = new ArrayList<>();
    int next = offset;
    for (Map.Entry<String, String> field : act.facts().fields().entrySet()) {
      byte[] salt = Arrays.copyOfRange(salts, next, next + SALT_BYTES);
      disclosures.add(Disclosure.of(field.getKey(), field.getValue(), salt));
      next += SALT_BYTES;
    }
    byte[] payload = payload(act.type().tag(), act.facts().of(), at, disclosures);
    return new SealedAct(act, at, payload, Merkle.leaf(payload), disclosures);
  }

  /// The bytes of an entry: nothing in clear but version, type, reference and time.
  static byte[] payload(String type, String of, Instant at, List<Disclosure> disclosures) {
    return CanonicalJson.bytes(
        Map.of(
            "v",
            VERSION,
            "type",
            type,
            "of",
            of,
            "at",
            UTC.format(at),
            "_sd",
            disclosures.stream().map(Disclosure::digest).sorted().toList(),
            "_sd_alg",
            "sha-256"));
  }
}
