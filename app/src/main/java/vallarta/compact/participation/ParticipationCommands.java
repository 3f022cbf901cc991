package vallarta.compact.participation;

import java.util.List;
import vallarta.compact.cli.CommandPlugin;

/// The commands of the stage.
public final class ParticipationCommands implements CommandPlugin {

  @Override
  public List<Object> commands() {
    return List.of(new UserCommand());
  }

  @Override
  public List<Object> imports() {
    return List.of(new StakeholderImportCommand());
  }

  @Override
  public List<Object> exports() {
    return List.of(new StakeholderExport());
  }
}
