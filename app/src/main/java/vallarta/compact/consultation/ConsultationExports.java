package vallarta.compact.consultation;

import picocli.CommandLine.Command;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.TableExport;
import vallarta.compact.cli.Version;
import vallarta.compact.table.Sheet;

/// `vallarta export consultations | inputs | statements`: what may be published, as tables.
final class ConsultationExports {

  private ConsultationExports() {}

  private static Holdings holdings(Application application) {
    return application.get(Consultations.class).holdings();
  }

  /// The register of consultations.
  @Command(
      name = "consultations",
      description = "The register, in the shape of its import.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfConsultations extends TableExport {
    @Override
    protected Sheet sheet(Application application) {
      return ConsultationSheets.consultations(holdings(application).consultations());
    }
  }

  /// What was received.
  @Command(
      name = "inputs",
      description = "Each input with its hash, how reading it ended and why.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfInputs extends TableExport {
    @Override
    protected Sheet sheet(Application application) {
      Holdings holdings = holdings(application);
      return ConsultationSheets.inputs(holdings, holdings.inputs());
    }
  }

  /// What it says.
  @Command(
      name = "statements",
      description = "Each statement with its place, kind, speaker and codes.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfStatements extends TableExport {
    @Override
    protected Sheet sheet(Application application) {
      return ConsultationSheets.statements(holdings(application).statements().stream());
    }
  }
}
