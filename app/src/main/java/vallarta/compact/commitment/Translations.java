package vallarta.compact.commitment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.TranslationTable.Translation;
import vallarta.compact.language.Language;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.part.Fault;

/// How a translation of a commitment is entered, and entered anew when the commitment has changed.
/// Who may do it is asked by the pages.
@Service
class Translations {

  private final TranslationTable table;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Translations(TranslationTable table, PublicRecord publicRecord, Revision revision, Clock clock) {
    this.table = table;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<Translation> of(Commitment it) {
    return table.of(it.id());
  }

  /// What is wrong with that, field by field.
  static List<Fault> faults(Commitment of, Translation it) {
    List<Fault> faults = new ArrayList<>();
    if (Language.find(it.language()).isEmpty() || it.language().equals(of.told().language())) {
      faults.add(Fault.of("to", "COMM-171", "commitment.failure.translation.language"));
    }
    text(faults, "title", it.title(), UndertakingCheck.LONGEST_LINE);
    text(faults, "text", it.text(), UndertakingCheck.LONGEST_TEXT);
    text(faults, "maker", it.maker(), UndertakingCheck.LONGEST_LINE);
    return faults;
  }

  /// Enters it in the place of the edition that was seen.
  ///
  /// @param seen edition that the writer saw, 0 for none
  /// @throws DomainFailure when somebody entered another edition in the meantime, or the commitment
  ///   is withdrawn
  @Transactional
  Translation enter(Commitment of, Translation it, int seen, @Nullable Long by) {
    faults(of, it).stream()
        .findFirst()
        .ifPresent(fault -> {
          throw fault.failure();
        });
    if (of.state() != Commitment.State.PUBLISHED) {
      throw new DomainFailure(
          "COMM-003", "commitment.failure.state", Map.of("ref", of.ref()), HttpStatus.CONFLICT);
    }
    Translation written =
        table.write(it, seen, clock.instant(), by).orElseThrow(() -> stale(of, it.language()));
    publicRecord.enter(
        List.of(
            new Act(
                seen == 0 ? ActType.COMMITMENT_TRANSLATED : ActType.CORRECTION,
                TranslationFacts.of(written))));
    revision.touch();
    return written;
  }

  private static void text(List<Fault> faults, String field, String text, int most) {
    if (text.isEmpty()) {
      faults.add(Fault.of(field, "COMM-172", "commitment.failure.translation." + field));
    } else if (text.length() > most) {
      faults.add(
          Fault.of(
              field, "COMM-011", "commitment.failure.long", "count", text.length(), "most", most));
    }
  }

  private static DomainFailure stale(Commitment of, String language) {
    return new DomainFailure(
        "COMM-173",
        "commitment.failure.translation.changed",
        Map.of("ref", of.ref(), "language", language),
        HttpStatus.PRECONDITION_FAILED);
  }
}
