package vallarta.compact.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// How one field of an object changed from one of its entries to the next.
///
/// @param entry that tells of the change
/// @param was empty when it was not there
/// @param now empty when it is no longer there
record Change(Entry entry, String field, String was, String now) {

  /// All changes in the history of an object, the first first.
  static List<Change> between(List<Entry> history) {
    List<Change> changes = new ArrayList<>();
    Map<String, Map<String, String>> known = new HashMap<>();
    for (Entry entry : history) {
      if (!entry.type().tellsFacts()) {
        continue;
      }
      Map<String, String> now = new HashMap<>();
      entry.disclosures().forEach(it -> now.put(it.name(), it.value() == null ? "" : it.value()));
      Map<String, String> before = known.put(entry.of(), now);
      if (before != null) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
          String was = before.getOrDefault(name, "");
          String is = now.getOrDefault(name, "");
          if (!was.equals(is)) {
            changes.add(new Change(entry, name, was, is));
          }
        }
      }
    }
    return Collections.unmodifiableList(changes);
  }
}
