package vallarta.compact.consultation.coding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vallarta.compact.language.Language;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// Reads the table of the concepts of a codebook. A row that names a group or a broader theme which
/// is not there is told and left out, and so are those that name it.
final class ConceptRows {

  private final Scheme scheme;
  private final RowCheck check = new RowCheck();
  private final Map<String, Concept> concepts = new LinkedHashMap<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  ConceptRows(Scheme scheme) {
    this.scheme = scheme;
  }

  List<Problem> problems() {
    return check.problems();
  }

  List<Concept> read(Table table) {
    if (check.columns(table, scheme == Scheme.THEME ? themes() : dimensions())) {
      table.rows().forEach(this::read);
      checkReferences();
      checkCircles();
      checkReferences();
    }
    return new ArrayList<>(concepts.values());
  }

  private void read(Row row) {
    int before = check.count();
    String id = check.required(row, "id");
    check.required(row, "label_en");
    if (concepts.containsKey(id)) {
      check.add(row, "id", Problem.Rule.REPEATED_KEY, List.of());
    }
    if (check.count() > before) {
      return;
    }
    Map<Language, String> labels = new EnumMap<>(Language.class);
    for (Language language : ThesaurusTables.LABELS) {
      String label = row.get("label_" + language.tag());
      if (!label.isEmpty()) {
        labels.put(language, label);
      }
    }
    rows.put(id, row);
    concepts.put(
        id,
        new Concept(
            scheme,
            id,
            row.get("group"),
            row.get("broader"),
            row.get(scheme == Scheme.THEME ? "notation" : "letter"),
            labels,
            row.get("definition_en")));
  }

  private void checkReferences() {
    boolean left = true;
    while (left) {
      left = false;
      for (Concept concept : List.copyOf(concepts.values())) {
        boolean sound =
            refers(concept, "group", concept.group(), true)
                && refers(concept, "broader", concept.broader(), false);
        if (!sound) {
          concepts.remove(concept.id());
          left = true;
        }
      }
    }
  }

  private boolean refers(Concept concept, String column, String to, boolean group) {
    if (to.isEmpty()) {
      return true;
    }
    Concept other = concepts.get(to);
    if (other != null && other.isGroup() == group) {
      return true;
    }
    List<String> right =
        concepts.values().stream().filter(it -> it.isGroup() == group).map(Concept::id).toList();
    add(concept, column, Problem.Rule.UNKNOWN_REFERENCE, right);
    return false;
  }

  private void checkCircles() {
    for (Concept concept : List.copyOf(concepts.values())) {
      Set<String> seen = new HashSet<>();
      Concept above = concept;
      while (above != null && seen.add(above.id())) {
        above = concepts.get(above.broader());
      }
      if (above != null) {
        add(concept, "broader", Problem.Rule.CIRCULAR, List.of());
        concepts.remove(concept.id());
      }
    }
  }

  private void add(Concept concept, String column, Problem.Rule rule, List<String> allowed) {
    Row row = rows.get(concept.id());
    if (row != null) {
      check.add(row, column, rule, allowed);
    }
  }

  private static String[] themes() {
    return new String[] {"id", "group", "broader", "label_en"};
  }

  private static String[] dimensions() {
    return new String[] {"id", "letter", "label_en"};
  }
}
