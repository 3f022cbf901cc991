package vallarta.cluster.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vallarta.cluster.ToParquet;
import vallarta.engine.similarity.Grouping;
import vallarta.engine.similarity.Similarity;

/// The job on a real cluster of three processes, and on threads of one: the groups of plain Java,
/// byte for byte.
class ClusterIT {

  private static final int TEXTS = 20_000;

  @TempDir private static Path folder;
  private static String classPath = "";
  private static Path lines = Path.of("");
  private static Path parquet = Path.of("");
  private static String expected = "";

  @BeforeAll
  static void invent() throws IOException {
    classPath =
        Path.of("target", "vallarta-cluster.jar").toAbsolutePath()
            + ":"
            + Files.readString(Path.of("target", "class-path"));
    lines = folder.resolve("texts.tsv");
    parquet = folder.resolve("texts.parquet");
    new Campaigns(7).write(TEXTS, lines);
    ToParquet.main(new String[] {lines.toString(), parquet.toString()});
    Path groups = folder.resolve("expected.tsv");
    OneMachine.group(lines, groups);
    expected = Job.sha256(groups);
    assertThat(Files.lines(groups).map(it -> it.split("\t")).filter(it -> !it[0].equals(it[1])))
        .as("members of groups other than the first")
        .hasSizeGreaterThan(TEXTS / 10);
  }

  @Test
  void the_engine_on_one_machine_gives_them_too() throws IOException {
    Grouping grouping = new Grouping(Similarity.LETTERS, 2);
    grouping.read(lines, (step, done, of) -> {});
    grouping.settle();
    Path groups = folder.resolve("engine.tsv");
    grouping.write(groups);
    assertThat(Job.sha256(groups)).isEqualTo(expected);
  }

  /// With cells as small as they are for millions.
  @Test
  void threads_of_one_process_give_the_groups_of_plain_java() throws Exception {
    Path settings = Files.writeString(folder.resolve("heavy"), "spark.vallarta.heavy=100\n");
    Job job = start("local", "--engine", "local[2]", "--engine-settings", settings.toString());
    job.end();
    assertThat(job.sha256()).isEqualTo(expected);
    assertThat(job.told()).contains("joining around stars", "20000 texts in");
  }

  @Test
  void a_cluster_that_loses_a_worker_in_the_middle_gives_the_groups_of_plain_java()
      throws Exception {
    try (LoopbackCluster cluster =
        new LoopbackCluster(classPath, folder.resolve("cluster"), 2, "800m")) {
      AtomicBoolean killed = new AtomicBoolean();
      Job job =
          Job.start(
              classPath,
              line -> {
                if (line.contains("joining all that is left")
                    && killed.compareAndSet(false, true)) {
                  cluster.kill(1);
                }
              },
              parquet,
              folder.resolve("clustered"),
              cluster);
      job.end();
      assertThat(killed).as("a worker was killed").isTrue();
      assertThat(job.sha256()).isEqualTo(expected);
    }
  }

  @Test
  void what_cannot_be_done_is_told_in_a_sentence() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    Path secret = Files.writeString(folder.resolve("secret"), "spark.authenticate.secret=x\n");
    String address = "spark://127.0.0.1:" + closed;
    assertThat(refused("--engine", address, "--engine-settings", secret.toString()))
        .isEqualTo(
            "No cluster answers at %s. Is its master running, and can this machine reach it?"
                .formatted(address));
    assertThat(refused("--engine", address)).startsWith("A cluster asks for a secret.");
    assertThat(refused("--engine", "yarn"))
        .isEqualTo("The engine is spark://HOST:PORT or local[N], not 'yarn'.");
  }

  private static String refused(String... engine) throws Exception {
    Job job = start("refused", engine);
    assertThat(job.exitCode()).isEqualTo(1);
    return job.told().lines().reduce("", (a, b) -> b);
  }

  private static Job start(String out, String... engine) throws IOException {
    return Job.start(classPath, line -> {}, parquet, folder.resolve(out), engine);
  }
}
