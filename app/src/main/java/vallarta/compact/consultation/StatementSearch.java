package vallarta.compact.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.search.SearchDocument;
import vallarta.compact.search.SearchSource;

/// Lets statements be found by their words, speaker, and codes.
@Component
final class StatementSearch implements SearchSource {

  private final Consultations consultations;

  StatementSearch(Consultations consultations) {
    this.consultations = consultations;
  }

  @Override
  public String type() {
    return "statement";
  }

  /// A decision on a code changes what is found by that code, and so does another thesaurus.
  @Override
  public String epoch() {
    Holdings holdings = consultations.holdings();
    long decided =
        holdings.statements().stream()
            .flatMap(it ->
                it.codes().stream()
                    .filter(code -> code.state() != Code.State.SUGGESTED)
                    .map(code -> "%s %s %s".formatted(it.id(), code.term(), code.state().tag())))
            .mapToLong(String::hashCode)
            .sum();
    return holdings.edition().number() + "/" + decided;
  }

  @Override
  public List<SearchDocument> after(long number) {
    return consultations.holdings().statements().stream()
        .filter(it -> it.id().number() > number)
        .map(StatementSearch::document)
        .toList();
  }

  private static SearchDocument document(Statement it) {
    Consultation consultation = it.consultation();
    List<String> speakers = new ArrayList<>(words(it.found().speaker()));
    speakers.addAll(words(it.voice().name()));
    return new SearchDocument(
        it.id().number(),
        it.id().toString(),
        it.voice().name(),
        it.text(),
        it.language(),
        Map.of(
            "dimension", it.terms(Scheme.DIMENSION),
            "theme", it.terms(Scheme.THEME),
            "kind", List.of(it.found().kind().name().toLowerCase(Locale.ROOT)),
            "stakeholder", List.of(it.voice().type().tag()),
            "region", List.of(it.voice().region()),
            "input", List.of(it.input().id().toString().toLowerCase(Locale.ROOT)),
            "consultation",
                List.of(consultation == null ? "" : consultation.ref().toLowerCase(Locale.ROOT)),
            "speaker", speakers));
  }

  /// The words of a name, each by itself.
  private static List<String> words(String name) {
    return List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
  }
}
