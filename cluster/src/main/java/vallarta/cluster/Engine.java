package vallarta.cluster;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import vallarta.engine.similarity.Shingling;

/// Where the job runs: `spark://HOST:PORT`, a cluster, or `local[N]`, N threads of this process.
///
/// @param address as the person wrote it
/// @param settings of Spark, which the person may give in a file; the secret of the cluster is one
record Engine(String address, Properties settings) {

  static final String SECRET = "spark.authenticate.secret";

  private static final Pattern LOCAL = Pattern.compile("local\\[(\\d+|\\*)]");
  private static final String SCHEME = "spark";
  private static final int PATIENCE_MILLIS = 5_000;
  private static final String JVM =
      "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseParallelGC";

  /// @param file of settings, lines of a name, `=` and a value; null when there is none
  /// @throws Refusal when the address is none, nobody listens there, or the secret is missing
  static Engine of(String address, @Nullable Path file) {
    Properties settings = new Properties();
    if (file != null) {
      try (Reader reader = Files.newBufferedReader(file)) {
        settings.load(reader);
      } catch (IOException e) {
        throw new Refusal("The settings %s cannot be read.".formatted(file));
      }
    }
    Engine engine = new Engine(address, settings);
    if (!LOCAL.matcher(address).matches()) {
      engine.mustBeACluster();
    }
    return engine;
  }

  private void mustBeACluster() {
    InetSocketAddress master = master();
    if (settings.getProperty(SECRET, "").isBlank()) {
      throw new Refusal(
          "A cluster asks for a secret. Write %s=… to a file that you alone can read, and name it with --engine-settings FILE."
              .formatted(SECRET));
    }
    try (Socket socket = new Socket()) {
      socket.connect(master, PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new Refusal(
          "No cluster answers at %s. Is its master running, and can this machine reach it?"
              .formatted(address));
    }
  }

  private InetSocketAddress master() {
    try {
      URI uri = new URI(address);
      if (SCHEME.equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
        return new InetSocketAddress(uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      // It is told below.
    }
    throw new Refusal("The engine is spark://HOST:PORT or local[N], not '%s'.".formatted(address));
  }

  private boolean isLocal() {
    return !address.startsWith(SCHEME);
  }

  SparkSession open() {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master(address)
            .appName("Vallarta")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.files.maxPartitionBytes", "16m")
            .config("spark.locality.wait", "300ms")
            .config("spark.driver.maxResultSize", "0")
            .config("spark.executor.extraJavaOptions", JVM);
    if (isLocal()) {
      builder.config("spark.driver.host", "127.0.0.1");
      builder.config("spark.driver.bindAddress", "127.0.0.1");
    } else {
      builder.config("spark.jars", jars());
      builder.config("spark.authenticate", "true");
      InetAddress master = master().getAddress();
      if (master != null && master.isLoopbackAddress()) {
        builder.config("spark.driver.host", "127.0.0.1");
        builder.config("spark.driver.bindAddress", "127.0.0.1");
      }
    }
    settings.stringPropertyNames().forEach(it -> builder.config(it, settings.getProperty(it)));
    return builder.getOrCreate();
  }

  /// What the executors need beside Spark.
  private static String jars() {
    return Stream.of(Engine.class, Shingling.class)
        .map(Engine::jar)
        .collect(Collectors.joining(","));
  }

  private static String jar(Class<?> of) {
    CodeSource source = Objects.requireNonNull(of.getProtectionDomain().getCodeSource());
    String jar = source.getLocation().getPath();
    if (!jar.endsWith(".jar")) {
      throw new Refusal("%s is not in a jar: a cluster takes jars alone.".formatted(jar));
    }
    return jar;
  }
}
