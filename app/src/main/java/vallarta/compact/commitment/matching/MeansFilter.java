package vallarta.compact.commitment.matching;

import java.util.List;
import java.util.Map;

/// What narrows the list of needs or of offers; an empty value stands for any.
///
/// @param region UN M49 code
/// @param met whether needs that are met are listed too, empty for open ones alone
record MeansFilter(String kind, String region, String dimension, String theme, String met) {

  /// The names of the parameters of addresses.
  static final List<String> NAMES = List.of("kind", "region", "dimension", "theme");

  static final List<String> NAMES_OF_NEEDS = List.of("kind", "region", "dimension", "theme", "met");

  static final MeansFilter ALL = new MeansFilter("", "", "", "", "all");

  static MeansFilter of(Map<String, String> parameters) {
    return new MeansFilter(
        parameters.getOrDefault("kind", ""),
        parameters.getOrDefault("region", ""),
        parameters.getOrDefault("dimension", ""),
        parameters.getOrDefault("theme", ""),
        parameters.getOrDefault("met", ""));
  }

  /// Whether needs that are met are left out.
  boolean openAlone() {
    return !met.equals("all");
  }
}
