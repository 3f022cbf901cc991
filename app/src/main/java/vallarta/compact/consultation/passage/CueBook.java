package vallarta.compact.consultation.passage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vallarta.compact.language.Language;

/// The cues of one language, read from `cues_<language>.csv` beside this class.
///
/// A line is `ROLE,weight,pattern`, or `@name,0,words` for words that patterns take in by that
/// name. A pattern is words with blanks between them: `a|b` either, `a|` may be missing, `abc*` and
/// `*abc` parts of words, `#` a number, `~` a gap, `^` before all the head of the sentence. `#` at
/// the start of a line makes it a comment.
final class CueBook {

  private final CueTree tree = new CueTree();
  private final Map<String, String> groups = new HashMap<>();
  private final Language language;

  private CueBook(Language language) {
    this.language = language;
  }

  static CueBook of(Language language) {
    String name = "cues_" + language.tag() + ".csv";
    var book = new CueBook(language);
    try (InputStream stream = CueBook.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the cue file " + name + " is missing from the build");
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      reader.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(book::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return book;
  }

  CueTree tree() {
    return tree;
  }

  private void line(String line) {
    String[] cells = line.split(",", 3);
    if (cells.length < 3) {
      throw new IllegalStateException("a cue needs a role, a weight and a pattern: " + line);
    }
    String pattern = cells[2].strip();
    if (cells[0].startsWith("@")) {
      groups.merge(cells[0], pattern, (a, b) -> a + "|" + b);
      return;
    }
    Cue cue = new Cue(Cue.Role.valueOf(cells[0]), Integer.parseInt(cells[1].strip()));
    boolean head = pattern.startsWith("^");
    var parts = new ArrayList<List<List<String>>>();
    for (String part : (head ? pattern.substring(1) : pattern).strip().split(" +", -1)) {
      var alternatives = new ArrayList<List<String>>();
      for (String alternative : expand(part).split("\\|", -1)) {
        alternatives.add(forms(alternative));
      }
      parts.add(alternatives);
    }
    tree.add(parts, head, cue);
  }

  private String expand(String part) {
    if (!part.contains("@")) {
      return part;
    }
    var expanded = new ArrayList<String>();
    for (String alternative : part.split("\\|", -1)) {
      String group = groups.get(alternative);
      if (alternative.startsWith("@") && group == null) {
        throw new IllegalStateException("no such group of words before this line: " + alternative);
      }
      expanded.add(group == null ? alternative : group);
    }
    return String.join("|", expanded);
  }

  /// A part in the form in which words are compared: `_` stands for a blank in an alternative.
  private List<String> forms(String part) {
    if (part.isEmpty() || part.equals("#") || part.equals("~")) {
      return part.isEmpty() ? List.of() : List.of(part);
    }
    var forms = new ArrayList<String>();
    for (String piece : part.split("_", -1)) {
      List<Word> words = Word.list(piece, language);
      for (int i = 0; i < words.size(); i++) {
        boolean prefix = i == words.size() - 1 && piece.endsWith("*");
        boolean suffix = i == 0 && piece.startsWith("*");
        forms.add((suffix ? "*" : "") + words.get(i).form() + (prefix ? "*" : ""));
      }
    }
    return forms;
  }
}
