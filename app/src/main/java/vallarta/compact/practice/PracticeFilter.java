package vallarta.compact.practice;

import java.util.Map;
import vallarta.compact.participation.Stakeholder;

/// What narrows the library; an empty value stands for any.
///
/// @param q words that are searched
/// @param topic word of a topic
/// @param type word of a type of stakeholder
record PracticeFilter(String q, String topic, String dimension, String theme, String type) {

  static PracticeFilter of(Map<String, String> parameters) {
    return new PracticeFilter(
        parameters.getOrDefault("q", "").strip(),
        parameters.getOrDefault("topic", ""),
        parameters.getOrDefault("dimension", ""),
        parameters.getOrDefault("theme", ""),
        parameters.getOrDefault("type", ""));
  }

  /// Whether its codes and its owner are those asked for; the words are the index's business.
  boolean takes(Telling it, Stakeholder owner) {
    return (topic.isEmpty() || topic.equals(it.topic()))
        && (dimension.isEmpty() || it.dimensions().contains(dimension))
        && (theme.isEmpty() || it.themes().contains(theme))
        && (type.isEmpty() || type.equals(owner.type().tag()));
  }
}
