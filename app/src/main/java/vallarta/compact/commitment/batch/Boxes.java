package vallarta.compact.commitment.batch;

import java.util.ArrayList;
import java.util.List;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.coding.Scheme;

/// Boxes of three states for the codes of one kind: set, leave, remove.
///
/// @param title key of the word for the kind
record Boxes(String title, List<Box> boxes) {

  /// @param code as `dimension:national`
  /// @param sign `+`, `-` or nothing
  record Box(String code, String label, String sign) {}

  /// Whether one of them is not left.
  boolean isUsed() {
    return boxes.stream().anyMatch(it -> !it.sign().isEmpty());
  }

  /// Those for dimensions, themes and objectives, as they were chosen.
  static List<Boxes> of(Codebook book, Framework framework, Edit edit) {
    List<Box> objectives = new ArrayList<>();
    framework
        .objectives()
        .forEach(it -> {
          String code = "objective:" + it.id();
          String label = it.id() + ". " + it.label(book.words().language());
          objectives.add(new Box(code, label, edit.sign(code)));
        });
    return List.of(
        terms("commitment.dimensions", Scheme.DIMENSION, "dimension:", book, edit),
        terms("commitment.themes", Scheme.THEME, "theme:", book, edit),
        new Boxes("commitment.objectives", objectives));
  }

  private static Boxes terms(String title, Scheme scheme, String kind, Codebook book, Edit edit) {
    return new Boxes(
        title,
        book.thesaurus().list(scheme).stream()
            .filter(it -> !it.isGroup())
            .map(it ->
                new Box(
                    kind + it.id(), it.label(book.words().language()), edit.sign(kind + it.id())))
            .toList());
  }
}
