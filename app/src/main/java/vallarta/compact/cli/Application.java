package vallarta.compact.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import vallarta.compact.store.DataFolder;

/// The running application, for a command: opened over a data folder and closed with it.
public final class Application implements AutoCloseable {

  private static final String MAIN = "vallarta.compact.Vallarta";

  private final ConfigurableApplicationContext context;

  private Application(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Opens it without its web server.
  public static Application open(@Nullable Path data) {
    return start(data, WebApplicationType.NONE, Map.of());
  }

  /// Opens it with its web server.
  static Application serve(@Nullable Path data, Map<String, Object> settings) {
    return start(data, WebApplicationType.SERVLET, settings);
  }

  private static Application start(
      @Nullable Path data, WebApplicationType web, Map<String, Object> settings) {
    // As arguments they go before the environment and the settings of the application: what the
    // command says holds over VALLARTA_DATA and over the address on which it listens by default.
    Map<String, Object> properties = new HashMap<>(settings);
    properties.put("vallarta.data", DataFolder.resolve(data));
    String[] arguments =
        properties.entrySet().stream()
            .map(it -> "--%s=%s".formatted(it.getKey(), it.getValue()))
            .toArray(String[]::new);
    SpringApplication application = new SpringApplication(mainClass());
    application.setWebApplicationType(web);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    return new Application(application.run(arguments));
  }

  public <T> T get(Class<T> bean) {
    return context.getBean(bean);
  }

  int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
  }

  private static Class<?> mainClass() {
    try {
      return Class.forName(MAIN);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
