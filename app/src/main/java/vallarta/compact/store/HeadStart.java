package vallarta.compact.store;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Opens the data folder and starts its database while the rest of the application is still being
/// put together: half of a start is waiting for the one or the other.
final class HeadStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String EMBEDDED = "embedded";

  /// A database on its way up.
  static final class Database implements AutoCloseable {

    private final CompletableFuture<EmbeddedPostgres> starting;

    private Database(DataFolder folder) {
      CompletableFuture<EmbeddedPostgres> promise = new CompletableFuture<>();
      starting = promise;
      Thread.ofPlatform()
          .name("postgres-start")
          .start(() -> {
            try {
              promise.complete(EmbeddedPostgres.open(folder));
            } catch (RuntimeException e) {
              promise.completeExceptionally(e);
            }
          });
    }

    /// The database, as soon as it answers.
    EmbeddedPostgres get() {
      try {
        return starting.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }

    @Override
    public void close() {
      starting.handle((database, failure) -> database).thenAccept(Database::stop).join();
    }

    private static void stop(@org.jspecify.annotations.Nullable EmbeddedPostgres database) {
      if (database != null) {
        database.close();
      }
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Environment settings = context.getEnvironment();
    String root = settings.getProperty("vallarta.data");
    if (root == null || !(context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans)) {
      return;
    }
    DataFolder folder = DataFolder.open(Path.of(root).toAbsolutePath());
    beans.registerSingleton("dataFolder", folder);
    beans.registerDisposableBean("dataFolder", folder::close);
    if (settings.getProperty("spring.datasource.url", EMBEDDED).equals(EMBEDDED)) {
      Database database = new Database(folder);
      beans.registerSingleton("database", database);
      beans.registerDisposableBean("database", database::close);
    }
  }
}
