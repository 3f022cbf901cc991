package vallarta.compact.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.passage.FoundStatement;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;

/// One passage of an input that says one thing.
///
/// @param row row of the table it came in (the header is 1), 0 when it came in a document
/// @param ownRef the reference it had in its table, or empty
/// @param found its words, place, kind, speaker and addressee
/// @param voice in whose name it is said: the input's, or the row's own
/// @param consultation null when it came outside any
/// @param consent whether it may be published
/// @param toldBy who tells it when the words are not the speaker's own, else empty
/// @param codes suggested and decided, rejected ones included
public record Statement(
    StatementId id,
    Input input,
    int row,
    String ownRef,
    FoundStatement found,
    Language language,
    Stakeholder voice,
    @Nullable Consultation consultation,
    Input.Consent consent,
    String toldBy,
    List<Code> codes) {

  Statement numbered(StatementId number, Input of) {
    return new Statement(
        number, of, row, ownRef, found, language, voice, consultation, consent, toldBy, codes);
  }

  public String text() {
    return found.passage().text();
  }

  /// The terms of a codebook that count, in the order of the codes.
  public List<String> terms(Scheme scheme) {
    return codes.stream()
        .filter(code -> code.scheme() == scheme && code.counts())
        .map(Code::term)
        .toList();
  }
}
