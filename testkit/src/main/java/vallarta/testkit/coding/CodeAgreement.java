package vallarta.testkit.coding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How alike the codes of the same lines are in two languages.
///
/// @param lines how many lines have a code in either
/// @param meanOverlap mean of the codes in common through the codes in either (Jaccard) over those
///   lines
/// @param identical share of those lines whose codes are the same
public record CodeAgreement(int lines, double meanOverlap, double identical) {

  public static CodeAgreement of(List<Set<String>> one, List<Set<String>> other) {
    int lines = 0;
    double overlap = 0;
    int identical = 0;
    for (int i = 0; i < one.size(); i++) {
      Set<String> either = new HashSet<>(one.get(i));
      either.addAll(other.get(i));
      Set<String> common = new HashSet<>(one.get(i));
      common.retainAll(other.get(i));
      if (!either.isEmpty()) {
        lines++;
        overlap += (double) common.size() / either.size();
        identical += common.size() == either.size() ? 1 : 0;
      }
    }
    return new CodeAgreement(lines, overlap / lines, (double) identical / lines);
  }
}
