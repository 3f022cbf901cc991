package vallarta.compact.commitment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;

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
  public static final List<String> NAMES =
      List.of(
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

  public static CommitmentFilter of(Map<String, String> parameters) {
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

  /// The form that narrows the list that is shown on that page.
  public Filters form(Page page, Codebook book, Framework framework) {
    return new CommitmentFilters(page, book, framework).of(this);
  }

  /// As parameters of an address, in their order, the empty ones too.
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> values =
        List.of(q, actor, dimension, theme, objective, sdg, level, obligation, gap, state);
    for (int i = 0; i < NAMES.size(); i++) {
      parameters.put(NAMES.get(i), values.get(i));
    }
    return parameters;
  }
}
