package vallarta.compact.consultation.coding;

import java.util.Map;
import vallarta.compact.language.Language;

/// A dimension, a theme, or a group of themes.
///
/// @param scheme the codebook it belongs to
/// @param id stable, kebab-case: `missing-migrants`
/// @param group id of the group of themes it stands in, empty for a group itself and for dimensions
/// @param broader id of the theme that it is a narrower one of, or empty
/// @param notation its number, or the letter of a dimension
/// @param labels its name in the six languages
/// @param definition in English, may be empty
public record Concept(
    Scheme scheme,
    String id,
    String group,
    String broader,
    String notation,
    Map<Language, String> labels,
    String definition) {

  public Concept {
    labels = Map.copyOf(labels);
  }

  /// Whether it only groups themes and is no code itself.
  public boolean isGroup() {
    return scheme == Scheme.THEME && group.isEmpty();
  }

  public String label(Language language) {
    return labels.getOrDefault(language, id);
  }
}
