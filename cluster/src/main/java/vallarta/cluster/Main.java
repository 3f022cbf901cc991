package vallarta.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import vallarta.engine.similarity.Similarity;

/// The process of a job: `--engine ADDRESS [--engine-settings FILE] --out DIR TEXTS.parquet`. The
/// command `vallarta stocktake --engine …` starts it.
///
/// Exit codes: 0 done, 1 it could not be done, 2 called wrongly.
public final class Main {

  private static final int FAILED = 1;
  private static final int WRONG = 2;
  private static final Pattern FROM_EXECUTOR =
      Pattern.compile(Pattern.quote(Refusal.class.getName()) + ": (.*)");

  private static final Pattern LOST =
      Pattern.compile(
          "stopped SparkContext|SparkContext was shut down|Master removed our application");

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args, System.err));
  }

  static int run(String[] args, PrintStream talk) {
    AtomicBoolean stopping = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.set(true)));
    Call call;
    try {
      call = Call.of(args);
    } catch (Refusal e) {
      talk.println(e.getMessage());
      return WRONG;
    }
    try {
      call.run(talk);
      return 0;
    } catch (Exception e) {
      if (System.getenv("VALLARTA_TRACE") != null) {
        e.printStackTrace(talk);
      }
      talk.println(stopping.get() ? "Stopped; no groups were written." : words(e, call.engine()));
      return FAILED;
    }
  }

  private static String words(Throwable e, String engine) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      String message = String.valueOf(at.getMessage());
      Matcher told = FROM_EXECUTOR.matcher(message);
      if (at instanceof Refusal) {
        return message;
      } else if (told.find()) {
        return told.group(1);
      } else if (LOST.matcher(message).find()) {
        return "The cluster at %s did not take the job, or was lost. Does its master run, and is the secret that of the cluster?"
            .formatted(engine);
      }
    }
    return "The job failed: %s. VALLARTA_TRACE=1 shows where.".formatted(e.getMessage());
  }

  private record Call(String engine, @Nullable Path settings, Path out, String texts) {

    static Call of(String[] args) {
      String engine = null;
      Path settings = null;
      Path out = null;
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--engine" -> engine = value(args, ++i);
          case "--engine-settings" -> settings = Path.of(value(args, ++i));
          case "--out" -> out = Path.of(value(args, ++i));
          default -> texts.add(args[i]);
        }
      }
      if (engine == null || out == null || texts.size() != 1) {
        throw new Refusal(
            "--engine ADDRESS [--engine-settings FILE] --out DIR TEXTS.parquet are needed.");
      }
      return new Call(engine, settings, out, texts.getFirst());
    }

    private static String value(String[] args, int at) {
      if (at == args.length) {
        throw new Refusal("%s needs a value.".formatted(args[at - 1]));
      }
      return args[at];
    }

    void run(PrintStream talk) throws IOException {
      long begun = System.nanoTime();
      Told told = new Told(talk);
      told.phase("calling " + engine);
      try (SparkSession spark = Engine.of(engine, settings).open()) {
        spark.sparkContext().addSparkListener(told);
        long texts =
            new ClusterGrouping(spark, Similarity.LETTERS.threshold(), told::phase)
                .group(this.texts, out);
        told.end();
        talk.printf(
            "%d texts in %.1f s%nSee %s%n",
            texts, (System.nanoTime() - begun) / 1e9, out.resolve(GroupFile.NAME));
      }
    }
  }
}
