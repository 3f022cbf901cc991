package vallarta.compact.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/// A path on this site with its parameters, not yet encoded.
///
/// @param path begins with a slash
/// @param parameters by name, each with one value or more; empty values are left out of what is
///   written
record Address(String path, Map<String, List<String>> parameters) {

  Address {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    parameters.forEach((name, values) -> {
      List<String> said = values.stream().filter(value -> !value.isEmpty()).toList();
      if (!said.isEmpty()) {
        copy.put(name, said);
      }
    });
    parameters = copy;
  }

  /// @param namesAndValues pairs of name and value
  static Address of(String path, Object... namesAndValues) {
    Address address = new Address(path, Map.of());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      address = address.with((String) namesAndValues[i], namesAndValues[i + 1].toString());
    }
    return address;
  }

  /// The same with that parameter set to that value alone, or without it when the value is empty.
  Address with(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    changed.put(name, List.of(value));
    return new Address(path, changed);
  }

  /// The value of a parameter, the first of several, or empty.
  String parameter(String name) {
    return parameters.getOrDefault(name, List.of("")).getFirst();
  }

  Address at(String otherPath) {
    return new Address(otherPath, parameters);
  }

  /// As it stands in a link.
  @Override
  public String toString() {
    List<String> pairs = new ArrayList<>();
    parameters.forEach(
        (name, values) -> values.forEach(value -> pairs.add(encode(name) + "=" + encode(value))));
    String encoded = UriUtils.encodePath(path, StandardCharsets.UTF_8);
    return pairs.isEmpty()
        ? encoded
        : encoded + pairs.stream().collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String part) {
    return UriUtils.encode(part, StandardCharsets.UTF_8);
  }
}
