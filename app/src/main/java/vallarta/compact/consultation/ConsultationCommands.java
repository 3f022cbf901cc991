package vallarta.compact.consultation;

import java.util.List;
import vallarta.compact.cli.CommandPlugin;

/// The commands of the stage.
public final class ConsultationCommands implements CommandPlugin {

  @Override
  public List<Object> imports() {
    return List.of(
        new TableImportCommand.OfConsultations(),
        new TableImportCommand.OfExpected(),
        new TableImportCommand.OfExpectedVoices(),
        new InputImportCommand.OfFolder(),
        new InputImportCommand.OfTables(),
        new TableImportCommand.OfDecisions(),
        new ThesaurusCommands.Import());
  }

  @Override
  public List<Object> exports() {
    return List.of(
        new ConsultationExports.OfConsultations(),
        new ConsultationExports.OfInputs(),
        new ConsultationExports.OfStatements(),
        new ThesaurusCommands.Export());
  }
}
