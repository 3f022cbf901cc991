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

  private static final int GIST = 140;

  /// The entry as text: canonical JSON.
  public String json() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  public Optional<Disclosure> find(String field) {
    return disclosures.stream().filter(it -> it.name().equals(field)).findFirst();
  }

  /// What it is about in a few words: the beginning of its text, title or name, or empty.
  public String gist() {
    for (String name : new String[] {"text", "title", "name", "file_name", "reason", "term"}) {
      String value = value(name);
      if (!value.isEmpty()) {
        return value.codePointCount(0, value.length()) <= GIST
            ? value
            : value.substring(0, value.offsetByCodePoints(0, GIST)) + "…";
      }
    }
    return "";
  }

  /// The BCP 47 tag of its words, or empty where none is known.
  public String language() {
    for (String name : new String[] {"language", "title_language", "name_language"}) {
      String value = value(name);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /// The value of a field, or empty where it has none or it was erased.
  public String value(String field) {
    return find(field).map(Disclosure::value).orElse("");
  }
}
