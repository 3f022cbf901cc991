package vallarta.compact.review.cycle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.cli.Progress;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.ImportMode;
import vallarta.compact.consultation.Imports;
import vallarta.compact.consultation.Input;
import vallarta.compact.consultation.InputDeclaration;
import vallarta.compact.consultation.Statement;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.table.ImportResult;
import vallarta.compact.table.Sheet;
import vallarta.compact.table.SheetWriter;

/// Where one cycle begins the next: what reviewers recommend is handed in as an input of the
/// review, a statement for each, coded as every other statement is.
@Component
class Recommendations {

  private static final List<String> HEADERS = List.of("ref", "text", "language", "kind");

  private final Imports imports;
  private final Stakeholders stakeholders;
  private final Consultations consultations;

  Recommendations(Imports imports, Stakeholders stakeholders, Consultations consultations) {
    this.imports = imports;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
  }

  /// Hands in the recommendations of a review that is published.
  ///
  /// @param consultation reference of the one that takes them, or empty
  @Transactional(propagation = Propagation.MANDATORY)
  void hand(Review review, List<Finding> findings, String consultation) {
    List<List<Object>> rows =
        findings.stream()
            .flatMap(Finding::both)
            .filter(it -> !it.recommendation().isEmpty())
            .<List<Object>>map(
                it -> List.of(ref(it), it.recommendation(), it.words().language(), "ask"))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    if (!consultation.isEmpty() && consultations.find(consultation).isEmpty()) {
      throw CycleRefusals.noConsultation(consultation);
    }
    Stakeholder voice = voice(review);
    stakeholders.keep(List.of(voice));
    Path folder = null;
    try {
      folder = Files.createTempDirectory("vallarta-review");
      Path file = folder.resolve(review.ref() + ".csv");
      try (OutputStream out = Files.newOutputStream(file)) {
        SheetWriter.csv(new Sheet(review.ref(), HEADERS, rows), out);
      }
      ImportResult result =
          imports.statements(
              List.of(file),
              declaration(review, voice, consultation),
              ImportMode.ALL_OR_NOTHING,
              Progress.SILENT);
      if (!result.problems().isEmpty()) {
        throw new IllegalStateException(review.ref() + ": " + result.problems().getFirst());
      }
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The statements that recommendations became, by the reference of the assessment.
  Map<String, String> statements(Review review) {
    Map<String, String> statements = new HashMap<>();
    String before = review.ref() + "/";
    for (Statement it : consultations.holdings().statements()) {
      if (it.ownRef().startsWith(before)) {
        statements.put(it.ownRef().substring(before.length()), it.id().toString());
      }
    }
    return statements;
  }

  private static String ref(Assessment it) {
    return "RV-" + it.review() + "/" + it.ref();
  }

  private static Stakeholder voice(Review review) {
    return new Stakeholder(
        "review-" + review.id(),
        review.name(),
        review.language(),
        StakeholderType.INTERGOVERNMENTAL,
        "",
        "001",
        review.fictional());
  }

  private static InputDeclaration declaration(
      Review review, Stakeholder voice, String consultation) {
    return new InputDeclaration(
        null,
        null,
        review.name() + " (" + review.ref() + ")",
        new InputDeclaration.Submitter(voice.key(), voice.type(), voice.region()),
        consultation,
        new InputDeclaration.Publication("CC BY 4.0", Input.Consent.PUBLISH),
        "",
        review.fictional(),
        Map.of());
  }
}
