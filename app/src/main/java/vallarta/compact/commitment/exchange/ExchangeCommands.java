package vallarta.compact.commitment.exchange;

import java.util.List;
import vallarta.compact.cli.CommandPlugin;

/// The commands by which commitments come in and go out.
public final class ExchangeCommands implements CommandPlugin {

  @Override
  public List<Object> imports() {
    return List.of(new CommitmentImportCommand());
  }

  @Override
  public List<Object> exports() {
    return List.of(new CommitmentExport());
  }
}
