package vallarta.compact.record;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds entries by whatever somebody has in hand.
///
/// @param reader of the entries
record Lookup(EntryReader reader) {

  private static final Pattern INDEX = Pattern.compile("[0-9]{1,18}");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{43}=?");

  /// A salt alone takes 30 characters.
  private static final Pattern DISCLOSURE = Pattern.compile("[A-Za-z0-9_-]{40,}");

  /// The answer to the first of these questions that has one: is it an object, a hash, a reference
  /// of a register's own, a disclosure.
  List<Entry> find(String sought) {
    if (sought.isEmpty()) {
      return List.of();
    }
    if (INDEX.matcher(sought).matches()) {
      return reader.at(Long.parseLong(sought)).stream().toList();
    }
    return Stream.<Supplier<List<Entry>>>of(
            () -> reader.of(sought),
            () -> hash(sought),
            () -> reader.named(HEX.matcher(sought).matches() ? lower(sought) : sought),
            () -> disclosure(sought))
        .map(Supplier::get)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Entry> hash(String sought) {
    if (HEX.matcher(sought).matches()) {
      return reader.withHash(HexFormat.of().parseHex(lower(sought)));
    }
    if (BASE64.matcher(sought).matches()) {
      String url = sought.replace('+', '-').replace('/', '_').replace("=", "");
      return reader.withHash(Disclosure.decode(url));
    }
    return List.of();
  }

  private List<Entry> disclosure(String sought) {
    return DISCLOSURE.matcher(sought).matches()
        ? reader.withHash(Disclosure.decode(Disclosure.digest(sought)))
        : List.of();
  }

  private static String lower(String hex) {
    return hex.toLowerCase(Locale.ROOT);
  }
}
