package vallarta.compact.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vallarta.compact.consultation.coding.Thesaurus;

/// Everything that was received and may be published, at one moment. It never changes; a later
/// revision is another one.
///
/// @param revision of the store it was taken from
/// @param edition the thesaurus with which the statements were coded
/// @param consultations by title
/// @param expected how many consultations of each type are expected
/// @param expectedVoices who was invited to speak
/// @param inputs in the order of their numbers
/// @param statements in the order of their numbers, without those that may not be published
/// @param withheld how many statements may not be published
public record Holdings(
    long revision,
    ThesaurusEdition edition,
    List<Consultation> consultations,
    List<Expected> expected,
    List<ExpectedVoice> expectedVoices,
    List<Input> inputs,
    List<Statement> statements,
    int withheld,
    Map<StatementId, Statement> byId,
    Map<InputId, List<Statement>> byInput,
    Map<String, List<Statement>> byConsultation) {

  public static Holdings of(
      long revision,
      ThesaurusEdition edition,
      List<Consultation> consultations,
      List<Expected> expected,
      List<ExpectedVoice> expectedVoices,
      List<Input> inputs,
      List<Statement> statements,
      int withheld) {
    return new Holdings(
        revision,
        edition,
        List.copyOf(consultations),
        List.copyOf(expected),
        List.copyOf(expectedVoices),
        List.copyOf(inputs),
        List.copyOf(statements),
        withheld,
        statements.stream()
            .collect(Collectors.toUnmodifiableMap(Statement::id, Function.identity())),
        statements.stream().collect(Collectors.groupingBy(it -> it.input().id())),
        statements.stream().collect(Collectors.groupingBy(Holdings::consultationRef)));
  }

  public Thesaurus thesaurus() {
    return edition.thesaurus();
  }

  public Optional<Statement> find(StatementId id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Input> find(InputId id) {
    return inputs.stream().filter(input -> input.id().equals(id)).findFirst();
  }

  public Optional<Consultation> findConsultation(String ref) {
    return consultations.stream().filter(it -> it.ref().equals(ref)).findFirst();
  }

  /// The statements of one input in the order of its text.
  public List<Statement> of(Input input) {
    return byInput.getOrDefault(input.id(), List.of());
  }

  /// The statements of one consultation, by its reference.
  public List<Statement> ofConsultation(String ref) {
    return byConsultation.getOrDefault(ref, List.of());
  }

  private static String consultationRef(Statement it) {
    Consultation consultation = it.consultation();
    return consultation == null ? "" : consultation.ref();
  }

  /// How many statements one input has.
  public int count(Input input) {
    return of(input).size();
  }
}
