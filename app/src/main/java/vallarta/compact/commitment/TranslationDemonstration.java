package vallarta.compact.commitment;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.commitment.TranslationTable.Translation;

/// Two translations of commitments of the demonstration, one of them by a machine.
@Component
class TranslationDemonstration implements Demonstration {

  private final Translations translations;
  private final CommitmentTable table;

  TranslationDemonstration(Translations translations, CommitmentTable table) {
    this.translations = translations;
    this.table = table;
  }

  @Override
  public int order() {
    return 505;
  }

  @Override
  @Transactional
  public void load(Progress progress) {
    translate(
        "DEMO-06",
        "Regularization of domestic workers",
        "Aurelia will open a permanent procedure for the regularization of migrant domestic workers.",
        "Language service of the Ministry of Labour of Aurelia",
        false);
    translate(
        "DEMO-09",
        "Language training for migrant workers",
        "Lanhai offers free language training to ten thousand migrant workers each year.",
        "A translation program of the demonstration",
        true);
  }

  private void translate(String ownRef, String title, String text, String maker, boolean machine) {
    Optional<Commitment> found =
        table
            .findOwnRef(ownRef)
            .flatMap(table::find)
            .filter(
                it -> it.state() == Commitment.State.PUBLISHED && translations.of(it).isEmpty());
    if (found.isPresent()) {
      Commitment it = found.get();
      translations.enter(
          it,
          new Translation(0, it.id(), "en", title, text, maker, machine, it.version(), 0),
          0,
          null);
    }
  }
}
