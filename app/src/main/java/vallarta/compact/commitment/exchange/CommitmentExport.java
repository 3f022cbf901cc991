package vallarta.compact.commitment.exchange;

import picocli.CommandLine.Command;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.TableExport;
import vallarta.compact.cli.Version;
import vallarta.compact.table.Sheet;

/// `vallarta export commitments`: all that are public.
@Command(
    name = "commitments",
    description = "What was undertaken, in the shape of its import.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CommitmentExport extends TableExport {

  @Override
  protected Sheet sheet(Application application) {
    return application.get(Exchange.class).sheet();
  }
}
