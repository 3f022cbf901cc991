package vallarta.compact.stocktaking;

import java.util.List;
import vallarta.compact.cli.CommandPlugin;

/// The commands of the stage.
public final class StocktakingCommands implements CommandPlugin {

  @Override
  public List<Object> commands() {
    return List.of(new StocktakeCommand());
  }

  @Override
  public List<Object> exports() {
    return List.of(
        new SynthesisExports.OfMatrix(),
        new SynthesisExports.OfGroups(),
        new SynthesisExports.OfCoverage());
  }
}
