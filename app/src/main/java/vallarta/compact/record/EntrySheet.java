package vallarta.compact.record;

import java.util.List;
import vallarta.compact.table.Sheet;

/// Entries as a table for machines.
final class EntrySheet {

  static final List<String> HEADERS =
      List.of("index", "type", "of", "at", "leaf", "entry", "disclosures");

  private EntrySheet() {}

  static Sheet of(List<Entry> entries) {
    return new Sheet("record", HEADERS, entries.stream().map(EntrySheet::row).toList());
  }

  private static List<Object> row(Entry it) {
    Long index = it.index();
    return List.of(
        index == null ? "" : index,
        it.type().tag(),
        it.of(),
        it.at().toString(),
        it.leaf().toString(),
        it.json(),
        Evidence.of(it).disclosures());
  }
}
