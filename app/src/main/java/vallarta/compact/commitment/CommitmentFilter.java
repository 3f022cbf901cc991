package vallarta.compact.commitment;

import java.util.Map;

/// What narrows the list of commitments; an empty value stands for any.
///
/// @param q words that its title, text or reference contains
/// @param actor key of a stakeholder that undertakes it
/// @param gap a [Measure] that is missing, or `any`, or `none` for measurable ones
public record CommitmentFilter(
    String q,
    String actor,
    String dimension,
    String theme,
    String objective,
    String sdg,
    String level,
    String obligation,
    String gap,
    String state) {

  public static final CommitmentFilter ALL =
      new CommitmentFilter("", "", "", "", "", "", "", "", "", "");

  /// The names of the parameters of addresses.
  static final java.util.List<String> NAMES =
      java.util.List.of(
          "q",
          "actor",
          "dimension",
          "theme",
          "objective",
          "sdg",
          "level",
          "obligation",
          "gap",
          "state");

  static CommitmentFilter of(Map<String, String> parameters) {
    return new CommitmentFilter(
        parameters.getOrDefault("q", "").strip(),
        parameters.getOrDefault("actor", ""),
        parameters.getOrDefault("dimension", ""),
        parameters.getOrDefault("theme", ""),
        parameters.getOrDefault("objective", ""),
        parameters.getOrDefault("sdg", ""),
        parameters.getOrDefault("level", ""),
        parameters.getOrDefault("obligation", ""),
        parameters.getOrDefault("gap", ""),
        parameters.getOrDefault("state", ""));
  }
}
