package vallarta.bench.similarity;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vallarta.engine.similarity.Similarity;

/// Writes real texts as files to group, `key TAB text LF`.
///
/// Arguments: the data folder; `statements` (recommendations of the Universal Periodic Review),
/// `sentences` (speeches of the General Debate) or `articles` (with the published pairs beside);
/// the file.
public final class RealTexts {

  private RealTexts() {}

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    Path file = Path.of(args[2]);
    switch (args[1]) {
      case "statements" -> write(statements(data), file);
      case "sentences" -> write(sentences(data), file);
      case "articles" -> articles(data, file);
      default -> throw new IllegalArgumentException("no such texts: " + args[1]);
    }
  }

  static List<String> statements(Path data) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String sessions : List.of("1-5", "6-9", "10-13")) {
      CsvReader.builder()
          .ofNamedCsvRecord(text(data.resolve("statements/" + sessions + ".csv")))
          .forEach(row -> texts.add(row.getField("Text")));
    }
    return texts;
  }

  static List<String> speeches(Path data) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(data.resolve("speeches"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        texts.add(text(file));
      }
    }
    return texts;
  }

  static List<String> resolutions(Path data, String language) throws IOException {
    return text(data.resolve("languages/un-parallel." + language + ".txt")).lines().toList();
  }

  private static List<String> sentences(Path data) throws IOException {
    List<String> sentences = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    for (String speech : speeches(data)) {
      breaks.setText(speech);
      int from = breaks.first();
      for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
        sentences.add(speech.substring(from, to));
        from = to;
      }
    }
    return sentences;
  }

  private static void articles(Path data, Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    Map<String, Integer> keys = new HashMap<>();
    for (String line : text(data.resolve("duplicates/articles_1000.train")).lines().toList()) {
      int blank = line.indexOf(' ');
      keys.put(line.substring(0, blank), texts.size());
      texts.add(line.substring(blank + 1));
    }
    write(texts, file);
    long[] known = LongStream.range(0, texts.size()).toArray();
    Labels.write(Beside.truth(file), known, new long[known.length]);
    try (BufferedWriter pairs = Files.newBufferedWriter(Beside.pairs(file))) {
      for (String line : text(data.resolve("duplicates/articles_1000.truth")).lines().toList()) {
        String[] pair = line.split(" ");
        int one = keys.getOrDefault(pair[0], -1);
        int other = keys.getOrDefault(pair[1], -1);
        double similarity = Similarity.of(texts.get(one), texts.get(other));
        pairs.write(one + "\t" + other + "\t" + similarity + "\n");
      }
    }
  }

  private static void write(List<String> texts, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int key = 0; key < texts.size(); key++) {
        out.write(key + "\t" + texts.get(key).replaceAll("\\s+", " ").strip() + "\n");
      }
    }
    System.out.printf("%,d texts%n", texts.size());
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
