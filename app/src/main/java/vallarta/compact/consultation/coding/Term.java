package vallarta.compact.consultation.coding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vallarta.compact.language.Language;

/// Words that suggest a concept in one language.
///
/// @param concept id of the dimension or theme
/// @param text as it is written in the table, in the small language of the folder's README
public record Term(Scheme scheme, String concept, Language language, Kind kind, String text) {

  /// What a term does.
  public enum Kind {
    /// It suggests the concept.
    ANY,
    /// All its parts together suggest it.
    ALL,
    /// Its words do not count for the concept.
    NOT,
    /// It suggests the concept, and standing in a heading or lead sentence it does so for
    /// everything below.
    CONTEXT;

    static Optional<Kind> find(String tag) {
      for (Kind kind : values()) {
        if (kind.tag().equals(tag)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @throws IllegalArgumentException when the text is no term of its kind
  public Term {
    Optional<String> flaw = Phrase.flaw(kind, text);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("no term: " + text + ": " + flaw.get());
    }
  }

  /// The phrases that must all occur: one, unless it is of the kind `all`.
  List<Phrase> phrases() {
    try {
      return Phrase.parse(kind, text);
    } catch (Phrase.BadTerm e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isOfSameConcept(Term other) {
    return scheme == other.scheme && concept.equals(other.concept);
  }
}
