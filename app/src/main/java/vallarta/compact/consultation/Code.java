package vallarta.compact.consultation;

import java.util.List;
import java.util.Locale;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.coding.SuggestedCode;

/// A term of a codebook on a statement: suggested by words, or decided by a person. The two are
/// never mixed up.
///
/// @param scheme the codebook
/// @param term id of the dimension or theme
/// @param state how far it got
/// @param rule for a suggestion the rule that made it, else empty
/// @param matched for a suggestion the matching term of the codebook, else empty
/// @param words for a suggestion the words of the text, else empty
/// @param byRole for a decision the role of the person, else empty
/// @param reason for a decision its reason, else empty
public record Code(
    Scheme scheme,
    String term,
    State state,
    String rule,
    String matched,
    String words,
    String byRole,
    String reason) {

  /// How far a code got.
  public enum State {
    SUGGESTED,
    ACCEPTED,
    REJECTED;

    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<Code> suggested(List<SuggestedCode> codes) {
    return codes.stream()
        .map(code ->
            new Code(
                code.scheme(),
                code.term(),
                State.SUGGESTED,
                code.rule().name().toLowerCase(Locale.ROOT),
                code.matched(),
                code.words(),
                "",
                ""))
        .toList();
  }

  /// This suggestion once a person decided on it: the words that made it are kept.
  Code decidedAs(Code decision) {
    return new Code(
        scheme, term, decision.state(), rule, matched, words, decision.byRole(), decision.reason());
  }

  /// Whether it counts: all that no person rejected.
  public boolean counts() {
    return state != State.REJECTED;
  }
}
