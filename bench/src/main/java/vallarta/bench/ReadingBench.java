package vallarta.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;
import vallarta.compact.consultation.reading.DocumentReader;
import vallarta.compact.consultation.reading.ReadingLimits;

/// Times the reading of all files of a folder, two at a time: by [DocumentReader] in processes of
/// its own, started afresh and already running, and by Apache Tika alone in this process. Prints
/// the medians.
///
/// Arguments: the folder, and the number of rounds (5).
public final class ReadingBench {

  private static final int THREADS = 2;

  private ReadingBench() {}

  @FunctionalInterface
  private interface Extraction {
    int length(Path file) throws IOException, SAXException, TikaException;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    List<Path> files = files(Path.of(args[0]));
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    AutoDetectParser tika = new AutoDetectParser();
    double[] fresh = new double[rounds];
    double[] running = new double[rounds];
    double[] alone = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      try (DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT)) {
        fresh[round] = seconds(start, files, file -> read(reader, file));
        running[round] = seconds(System.nanoTime(), files, file -> read(reader, file));
      }
      alone[round] = seconds(System.nanoTime(), files, file -> extract(tika, file));
    }
    print("files", files.size());
    print("reader, processes started, s", median(fresh));
    print("reader, processes running, s", median(running));
    print("Tika alone in process, first round, s", alone[0]);
    print("Tika alone in process, s", median(alone));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static int read(DocumentReader reader, Path file) {
    return reader.read(file, file.getFileName().toString()).text().length();
  }

  private static int extract(AutoDetectParser tika, Path file)
      throws IOException, SAXException, TikaException {
    BodyContentHandler text = new BodyContentHandler(-1);
    Metadata metadata = new Metadata();
    try (TikaInputStream in = TikaInputStream.get(file, metadata)) {
      tika.parse(in, text, metadata);
    }
    return text.toString().length();
  }

  private static double seconds(long start, List<Path> files, Extraction extraction)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Integer>> lengths = new ArrayList<>();
      for (Path file : files) {
        Callable<Integer> task = () -> extraction.length(file);
        lengths.add(threads.submit(task));
      }
      for (Future<Integer> length : lengths) {
        length.get();
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String what, double value) {
    System.out.printf(Locale.ROOT, "%-40s %8.2f%n", what, value);
  }
}
