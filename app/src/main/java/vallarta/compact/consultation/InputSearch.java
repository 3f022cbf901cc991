package vallarta.compact.consultation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.search.SearchDocument;
import vallarta.compact.search.SearchSource;

/// Lets inputs be found by all the words of their text.
@Component
final class InputSearch implements SearchSource {

  private final Consultations consultations;

  InputSearch(Consultations consultations) {
    this.consultations = consultations;
  }

  @Override
  public String type() {
    return "input";
  }

  @Override
  public String epoch() {
    return "";
  }

  @Override
  public List<SearchDocument> after(long number) {
    return consultations.holdings().inputs().stream()
        .filter(it -> it.id().number() > number)
        .map(this::document)
        .toList();
  }

  private SearchDocument document(Input it) {
    String text = consultations.findText(it).map(Reading::text).orElse("");
    Consultation consultation = it.consultation();
    return new SearchDocument(
        it.id().number(),
        it.id().toString(),
        it.consent() == Input.Consent.PUBLISH ? it.name() : "",
        text,
        it.language(),
        Map.of(
            "stakeholder", List.of(it.voice().type().tag()),
            "region", List.of(it.voice().region()),
            "consultation",
                List.of(consultation == null ? "" : consultation.ref().toLowerCase(Locale.ROOT))));
  }
}
