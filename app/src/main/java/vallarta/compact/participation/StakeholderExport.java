package vallarta.compact.participation;

import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.TableExport;
import vallarta.compact.cli.Version;
import vallarta.compact.table.Sheet;

/// `vallarta export stakeholders`: the register of those who take part.
@Command(
    name = "stakeholders",
    description = "Who takes part, in the shape of its import.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StakeholderExport extends TableExport {

  @Override
  protected Sheet sheet(Application application) {
    return sheet(
        application.get(Stakeholders.class).list().values().stream()
            .sorted(Comparator.comparing(Stakeholder::key))
            .toList());
  }

  static Sheet sheet(List<Stakeholder> stakeholders) {
    return new Sheet(
        "stakeholders",
        List.of("key", "name", "name_language", "type", "state", "region_m49", "fictional"),
        stakeholders.stream()
            .map(it ->
                List.<Object>of(
                    it.key(),
                    it.name(),
                    it.nameLanguage(),
                    it.type().tag(),
                    it.state(),
                    it.region(),
                    Boolean.toString(it.fictional())))
            .toList());
  }
}
