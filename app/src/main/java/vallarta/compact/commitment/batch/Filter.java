package vallarta.compact.commitment.batch;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vallarta.compact.commitment.CommitmentFilter;

/// A filter of the list, as it goes through forms and addresses.
final class Filter {

  private Filter() {}

  /// What it narrows by.
  static List<Map.Entry<String, String>> fields(CommitmentFilter filter) {
    return filter.parameters().entrySet().stream().filter(it -> !it.getValue().isEmpty()).toList();
  }

  /// What was kept as the parameters of an address, as names and values in turn.
  static Object[] namesAndValues(String address) {
    return Arrays.stream(address.split("&"))
        .filter(it -> !it.isEmpty())
        .flatMap(it -> Arrays.stream(it.split("=", 2)))
        .map(it -> URLDecoder.decode(it, StandardCharsets.UTF_8))
        .toArray();
  }

  /// As the parameters of an address: `dimension=national&q=schools`.
  static String address(CommitmentFilter filter) {
    return fields(filter).stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
