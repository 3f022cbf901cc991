package vallarta.compact.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version of the application, from the build.
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"vallarta " + current()};
  }

  /// For example `0.1.0`.
  public static String current() {
    try (InputStream in = Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
      Properties build = new Properties();
      if (in != null) {
        build.load(in);
      }
      return build.getProperty("build.version", "unbuilt");
    } catch (IOException e) {
      return "unbuilt";
    }
  }
}
