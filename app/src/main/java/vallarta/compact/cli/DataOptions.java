package vallarta.compact.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of every command that works on a data folder.
public final class DataOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Data folder (default: $VALLARTA_DATA, else .local/share/vallarta in your home).")
  private @Nullable Path data;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  public boolean json() {
    return json;
  }

  /// Opens the application over the data folder, without its web server.
  public Application open() {
    return Application.open(data);
  }

  @Nullable Path data() {
    return data;
  }
}
