package vallarta.compact.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.DataOptions;
import vallarta.compact.cli.Progress;
import vallarta.compact.cli.Version;
import vallarta.compact.store.Blobs;

/// `vallarta record export`: the whole record as one file.
@Command(
    name = "export",
    description = {
      "Write the whole record with the files received as one archive that verifies offline.",
      "Check it anywhere with: vallarta record verify FILE --key VKEY"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExportCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The archive, a .zip.")
  private Path out = Path.of("record.zip");

  @Mixin private DataOptions data = new DataOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter talk = Objects.requireNonNull(spec).commandLine().getErr();
    try (Application application = data.open()) {
      ArchiveWriter.Written written =
          new ArchiveWriter(
                  application.get(LogFiles.class),
                  application.get(EntryReader.class),
                  application.get(Blobs.class))
              .write(out, Progress.on(System.err, "entries:"));
      talk.println("%s: %d entries, %d files.".formatted(out, written.entries(), written.files()));
    }
    return 0;
  }
}
