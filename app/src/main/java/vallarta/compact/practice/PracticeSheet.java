package vallarta.compact.practice;

import java.util.List;
import vallarta.compact.table.Sheet;

/// Practices as a table.
final class PracticeSheet {

  static final List<String> HEADERS =
      List.of(
          "id",
          "title",
          "summary",
          "topic",
          "initiative",
          "objective",
          "language",
          "stakeholder",
          "stakeholder_type",
          "speaker",
          "contact",
          "session",
          "dimensions",
          "themes",
          "statements",
          "published_at",
          "withdrawn_reason",
          "fictional");

  private PracticeSheet() {}

  static Sheet of(String name, List<Library.Item> items) {
    return new Sheet(name, HEADERS, items.stream().map(PracticeSheet::row).toList());
  }

  private static List<Object> row(Library.Item item) {
    Practice it = item.it();
    Telling told = it.told();
    return List.of(
        it.ref(),
        told.title(),
        told.summary(),
        told.topic(),
        told.initiative(),
        told.objective(),
        told.language(),
        told.owner(),
        item.owner().type().tag(),
        it.shownSpeaker(),
        told.contact(),
        told.session(),
        String.join(" ", told.dimensions()),
        String.join(" ", told.themes()),
        String.join(" ", told.statements()),
        it.publishedAt() == null ? "" : it.publishedAt().toString(),
        it.withdrawnReason(),
        Boolean.toString(item.owner().fictional()));
  }
}
