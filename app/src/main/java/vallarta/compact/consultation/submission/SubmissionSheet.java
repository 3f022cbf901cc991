package vallarta.compact.consultation.submission;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.table.Sheet;

/// Submissions as a table: what everybody may know of them.
final class SubmissionSheet {

  static final List<String> HEADERS =
      List.of(
          "id",
          "consultation",
          "submitter",
          "submitter_type",
          "state",
          "received",
          "deadline",
          "late",
          "extension",
          "sha256",
          "bytes",
          "cosignatories",
          "reason",
          "input",
          "title",
          "fictional");

  private SubmissionSheet() {}

  static Sheet of(String name, List<Dossier> dossiers) {
    return new Sheet(name, HEADERS, dossiers.stream().map(SubmissionSheet::row).toList());
  }

  private static List<Object> row(Dossier dossier) {
    Submission it = dossier.it();
    Submission.Arrival arrival = Objects.requireNonNull(it.arrival());
    Instant deadline = arrival.deadline();
    return List.of(
        it.ref(),
        it.consultation(),
        dossier.owner().name(),
        dossier.owner().type().tag(),
        it.state().tag(),
        arrival.received().toString(),
        deadline == null ? "" : deadline.toString(),
        Boolean.toString(arrival.late()),
        arrival.extension() == 0 ? "" : "EX-" + arrival.extension(),
        arrival.what().sha256(),
        arrival.what().bytes(),
        dossier.confirmed().stream().map(Dossier.Signer::who).map(Stakeholder::name).toList(),
        it.state() == Submission.State.DECLINED ? it.word() : "",
        it.inputRef(),
        dossier.publicTitle().orElse(""),
        Boolean.toString(dossier.owner().fictional()));
  }
}
