package vallarta.compact.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vallarta.engine.tlog.Hash;

/// One act as the record holds it.
///
/// @param id its number in the store, in the order of writing
/// @param index its place in the log, null until it has one
/// @param of the object it tells of
/// @param payload the bytes in the log
/// @param leaf hash of these bytes as a leaf of the tree
/// @param disclosures its fields, by name
public record Entry(
    long id,
    @Nullable Long index,
    ActType type,
    String of,
    Instant at,
    byte[] payload,
    Hash leaf,
    List<Disclosure> disclosures) {

  /// The entry as text: canonical JSON.
  public String json() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  public Optional<Disclosure> find(String field) {
    return disclosures.stream().filter(it -> it.name().equals(field)).findFirst();
  }
}
