package vallarta.compact.stocktaking.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence of the chair with the references that it rests on.
///
/// @param line its number among the lines that were typed, from 1
/// @param runs its words, those that are references told apart
record Remark(int line, List<Run> runs) {

  /// Some words, or a reference to a point, a proposed commitment or a statement.
  record Run(String text, boolean isReference) {

    /// The path of the page that the reference names.
    String path() {
      String kind =
          text.startsWith("PT-")
              ? "/points/"
              : text.startsWith("PC-") ? "/outcomes/" : "/statements/";
      return kind + text;
    }
  }

  private static final Pattern REFERENCE = Pattern.compile("\\b(?:PT|PC|S)-[1-9][0-9]{0,17}\\b");

  /// One for each line that is not blank.
  static List<Remark> read(String text) {
    List<String> lines = text.lines().toList();
    List<Remark> remarks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        remarks.add(new Remark(i + 1, runs(lines.get(i).strip())));
      }
    }
    return remarks;
  }

  List<String> references() {
    return runs.stream().filter(Run::isReference).map(Run::text).toList();
  }

  private static List<Run> runs(String line) {
    List<Run> runs = new ArrayList<>();
    Matcher references = REFERENCE.matcher(line);
    int from = 0;
    while (references.find()) {
      if (references.start() > from) {
        runs.add(new Run(line.substring(from, references.start()), false));
      }
      runs.add(new Run(references.group(), true));
      from = references.end();
    }
    if (from < line.length()) {
      runs.add(new Run(line.substring(from), false));
    }
    return runs;
  }
}
