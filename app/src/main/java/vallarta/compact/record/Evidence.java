package vallarta.compact.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vallarta.engine.tlog.Reason;
import vallarta.engine.tlog.Refused;

/// What a proof file carries beside the proof: the entry itself and what is disclosed of it,
/// written as SD-JWT writes its parts (RFC 9901): `entry~disclosure~...~`, the entry in base64url.
///
/// @param entry bytes that were logged
/// @param disclosures each the base64url of `[salt, name, value]`
public record Evidence(byte[] entry, List<String> disclosures) {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  public Evidence {
    disclosures = List.copyOf(disclosures);
  }

  /// What an entry discloses as it stands now: what was erased is left out.
  static Evidence of(Entry entry) {
    return new Evidence(
        entry.payload(),
        entry.disclosures().stream().map(Disclosure::text).filter(it -> !it.isEmpty()).toList());
  }

  /// Reads the extra data of a proof file.
  ///
  /// @throws Refused [Reason#MALFORMED]
  static Evidence parse(byte[] extra) {
    String text = new String(extra, StandardCharsets.US_ASCII);
    String[] parts = text.split("~", -1);
    if (parts.length < 2 || !parts[parts.length - 1].isEmpty()) {
      throw new Refused(Reason.MALFORMED, "the proof carries no entry of this record");
    }
    try {
      return new Evidence(
          Base64.getUrlDecoder().decode(parts[0]),
          List.of(Arrays.copyOfRange(parts, 1, parts.length - 1)));
    } catch (IllegalArgumentException e) {
      throw new Refused(Reason.MALFORMED, "the entry in the proof is not base64url");
    }
  }

  /// Holds when each disclosure belongs to the entry: its digest is one of the entry's.
  ///
  /// @throws Refused [Reason#ENTRY_MISMATCH] naming the first that does not
  void check() {
    Set<String> digests = digests();
    for (String disclosure : disclosures) {
      if (!digests.contains(Disclosure.digest(disclosure))) {
        throw new Refused(
            Reason.ENTRY_MISMATCH,
            "the field \"" + field(disclosure).name() + "\" is not what was logged");
      }
    }
  }

  /// What is disclosed, by name.
  SortedMap<String, String> fields() {
    SortedMap<String, String> fields = new TreeMap<>();
    for (String disclosure : disclosures) {
      Field field = field(disclosure);
      fields.put(field.name(), field.value());
    }
    return fields;
  }

  /// How many fields of the entry are not disclosed: never, or no longer.
  int hidden() {
    return digests().size() - disclosures.size();
  }

  private Set<String> digests() {
    try {
      return JsonMapper.shared()
          .readTree(entry)
          .path("_sd")
          .valueStream()
          .map(JsonNode::asString)
          .collect(Collectors.toSet());
    } catch (JacksonException e) {
      throw new Refused(Reason.MALFORMED, "the entry is not one of this record");
    }
  }

  private record Field(String name, String value) {}

  private static Field field(String disclosure) {
    try {
      JsonNode parts = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(disclosure));
      if (parts.isArray()
          && parts.size() == 3
          && parts.valueStream().allMatch(JsonNode::isString)) {
        return new Field(parts.get(1).asString(), parts.get(2).asString());
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Refused(Reason.MALFORMED, "a disclosure cannot be read");
    }
    throw new Refused(Reason.MALFORMED, "a disclosure is [salt, name, value], each a string");
  }

  /// The extra data of a proof file.
  byte[] bytes() {
    return Stream.concat(Stream.of(ENCODER.encodeToString(entry)), disclosures.stream())
        .collect(Collectors.joining("~", "", "~"))
        .getBytes(StandardCharsets.US_ASCII);
  }
}
