package vallarta.compact.record;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The public fields of one object, as they stand at one moment.
///
/// @param of reference of the object, letters and a number: it stands in clear in the log, so it
///   never says who or what it is
/// @param about reference of a further object to whose history it belongs, or empty
/// @param fields by name; those without a value are left out
public record Facts(String of, String about, SortedMap<String, String> fields) {

  private static final Pattern REFERENCE = Pattern.compile("[A-Z]{1,3}-[0-9]{1,18}");

  public Facts {
    if (!REFERENCE.matcher(of).matches()) {
      throw new IllegalArgumentException("no reference that the record may show: " + of);
    }
    SortedMap<String, String> kept = new TreeMap<>();
    fields.forEach((name, value) -> {
      if (!value.isEmpty()) {
        kept.put(name, storable(value));
      }
    });
    fields = Collections.unmodifiableSortedMap(kept);
  }

  public static Facts of(String of, Map<String, String> fields) {
    return new Facts(of, "", new TreeMap<>(fields));
  }

  /// The same, in the history of another object too.
  public Facts about(String object) {
    return new Facts(of, object, fields);
  }

  /// The value as a row of the database holds it: no NUL, and no half of a surrogate pair.
  private static String storable(String value) {
    boolean plain = true;
    for (int i = 0; i < value.length() && plain; i++) {
      char c = value.charAt(i);
      plain = c != '\0' && !Character.isSurrogate(c);
    }
    return plain
        ? value
        : new String(
            value.replace('\0', ' ').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
