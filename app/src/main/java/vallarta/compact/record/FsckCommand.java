package vallarta.compact.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.DataOptions;
import vallarta.compact.cli.Version;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.Fsck;

/// `vallarta record fsck`: holds the rows of all stages, the entries and the log against each
/// other.
@Command(
    name = "fsck",
    description = {
      "Check everything: every row that is published against its newest entry, every entry against the log,",
      "and the log against itself, built anew from its entries. Changes nothing.",
      "Tells the exact place of each fault, one a line (exit code 1)."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class FsckCommand implements Callable<Integer> {

  @Mixin private DataOptions data = new DataOptions();
  @Spec private @Nullable CommandSpec spec;

  /// What was found, as `--json` prints it.
  record Found(long objects, long entries, long logged, String root, List<String> faults) {}

  @Override
  public Integer call() throws IOException {
    try (Application application = data.open()) {
      LogFiles files = application.get(LogFiles.class);
      Fsck.Report log =
          new Fsck(new DirectorySource(files.log()), files.verifiers()).check(done -> {});
      RecordAudit.Report audit = application.get(RecordAudit.class).check();
      List<String> faults =
          Stream.concat(
                  log.findings().stream().map(it -> "log: " + it),
                  audit.findings().stream().map(it -> "store: " + it.place()))
              .toList();
      tell(new Found(audit.objects(), audit.entries(), log.size(), log.root(), faults));
      return faults.isEmpty() ? 0 : 1;
    }
  }

  private void tell(Found found) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (data.json()) {
      out.println(JsonMapper.shared().writeValueAsString(found));
      return;
    }
    found.faults().forEach(out::println);
    out.println(
        "%d objects, %d entries, %d of them in the log: %s"
            .formatted(
                found.objects(),
                found.entries(),
                found.logged(),
                found.faults().isEmpty() ? "whole" : faults(found.faults().size())));
  }

  private static String faults(int count) {
    return count == 1 ? "1 fault" : count + " faults";
  }
}
