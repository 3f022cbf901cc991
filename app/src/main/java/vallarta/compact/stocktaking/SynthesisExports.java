package vallarta.compact.stocktaking;

import picocli.CommandLine.Command;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.TableExport;
import vallarta.compact.cli.Version;
import vallarta.compact.table.Sheet;

/// `vallarta export matrix | groups | coverage`: the synthesis as tables.
final class SynthesisExports {

  private SynthesisExports() {}

  private static Synthesis synthesis(Application application) {
    return application.get(Stocktaking.class).synthesis();
  }

  /// Themes by dimensions.
  @Command(
      name = "matrix",
      description = "Themes by dimensions: submitters, groups and statements of each cell.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfMatrix extends TableExport {
    @Override
    protected Sheet sheet(Application application) {
      Synthesis synthesis = synthesis(application);
      return new SynthesisSheets(synthesis).matrix(synthesis.matrix());
    }
  }

  /// What was said, by weight.
  @Command(
      name = "groups",
      description = "Groups of statements that say nearly the same, by weight.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfGroups extends TableExport {
    @Override
    protected Sheet sheet(Application application) {
      Synthesis synthesis = synthesis(application);
      return new SynthesisSheets(synthesis).groups(synthesis.groups());
    }
  }

  /// Who was heard.
  @Command(
      name = "coverage",
      description = "Who was heard against who was expected.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class OfCoverage extends TableExport {
    @Override
    protected Sheet sheet(Application application) {
      return new SynthesisSheets(synthesis(application)).coverage();
    }
  }
}
