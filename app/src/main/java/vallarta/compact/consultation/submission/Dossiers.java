package vallarta.compact.consultation.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Actor;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;

/// Reads submissions with all that they name, for pages.
@Service
@Transactional(readOnly = true)
class Dossiers {

  private final SubmissionTable table;
  private final ExtensionTable extensions;
  private final Stakeholders stakeholders;
  private final Consultations consultations;

  Dossiers(
      SubmissionTable table,
      ExtensionTable extensions,
      Stakeholders stakeholders,
      Consultations consultations) {
    this.table = table;
    this.extensions = extensions;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
  }

  /// Those of which everybody knows that they came, the last handed in first.
  List<Dossier> known() {
    return of(table.list().reversed().stream().filter(Submission::recorded).toList());
  }

  /// Those of whom somebody speaks, the last changed first.
  List<Dossier> own(Actor actor) {
    return of(table.of(actor.of(Submitters.ROLES)));
  }

  /// Those that somebody is asked to sign and that are not decided yet.
  List<Dossier> toSign(Actor actor) {
    return of(table.askedOf(actor.of(Submitters.ROLES)));
  }

  /// Those that wait for the secretariat, the longest waiting first.
  List<Dossier> waiting() {
    return of(table.waiting());
  }

  List<Dossier> ofConsultation(String ref) {
    return of(table.ofConsultation(ref));
  }

  /// The submission of that reference, if this reader may know of it.
  ///
  /// @throws vallarta.compact.web.DomainFailure answered with 404
  Dossier get(Actor actor, String ref) {
    return Submission.number(ref)
        .flatMap(table::find)
        .filter(it -> it.recorded() || Submitters.sees(actor, it))
        .map(it -> of(List.of(it)).getFirst())
        .orElseThrow(() -> Refusals.none(ref));
  }

  /// The same, whoever asks: who may is for the caller to say.
  ///
  /// @throws vallarta.compact.web.DomainFailure answered with 404
  Dossier get(String ref) {
    return Submission.number(ref)
        .flatMap(table::find)
        .map(it -> of(List.of(it)).getFirst())
        .orElseThrow(() -> Refusals.none(ref));
  }

  private List<Dossier> of(List<Submission> submissions) {
    if (submissions.isEmpty()) {
      return List.of();
    }
    Holdings holdings = consultations.holdings();
    Map<String, Stakeholder> voices = stakeholders.list();
    List<Extension> all = extensions.list();
    return submissions.stream().map(it -> dossier(it, holdings, voices, all)).toList();
  }

  private static Dossier dossier(
      Submission it,
      Holdings holdings,
      Map<String, Stakeholder> voices,
      List<Extension> extensions) {
    Consultation consultation = holdings.findConsultation(it.consultation()).orElseThrow();
    Optional<Deadline> deadline = Calls.deadline(consultation, extensions, it.owner());
    return new Dossier(
        it,
        voice(voices, it.owner()),
        consultation,
        deadline,
        it.cosignatories().stream()
            .map(asked -> new Dossier.Signer(asked, voice(voices, asked.stakeholder())))
            .toList());
  }

  private static Stakeholder voice(Map<String, Stakeholder> voices, String key) {
    return voices.getOrDefault(key, Stakeholder.unknown(key));
  }
}
