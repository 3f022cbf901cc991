package vallarta.compact.stocktaking.point;

import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;

/// What a point says and what is said of it.
///
/// @param text one thing, in one language
/// @param language BCP 47 tag of the text
/// @param quote whether the text is the speaker's own words, not a paraphrase
/// @param speaker who said it, or empty
/// @param dimension a term of the codebook of dimensions, or empty
/// @param theme a term of the thesaurus, or empty
/// @param support who supported it, in words, or empty
/// @param dissent who disagreed and why, in words, or empty
public record Wording(
    String text,
    String language,
    boolean quote,
    String speaker,
    String dimension,
    String theme,
    String support,
    String dissent) {

  /// The most characters that a text holds: what a person can read aloud in two minutes.
  public static final int LONGEST = 2_000;

  public Wording {
    text = text.strip();
    speaker = speaker.strip();
    support = support.strip();
    dissent = dissent.strip();
  }

  /// The same in other words.
  Wording saying(String other) {
    return new Wording(other, language, quote, speaker, dimension, theme, support, dissent);
  }

  /// @throws DomainFailure when it says nothing or too much
  Wording checked() {
    if (text.isEmpty()) {
      throw new DomainFailure(
          "STOC-010", "stocktaking.failure.no-text", Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    int longest =
        Math.max(
            Math.max(text.length(), speaker.length()),
            Math.max(support.length(), dissent.length()));
    if (longest > LONGEST) {
      throw new DomainFailure(
          "STOC-011",
          "stocktaking.failure.too-long",
          Map.of("count", longest, "most", LONGEST),
          HttpStatus.CONTENT_TOO_LARGE);
    }
    return this;
  }
}
