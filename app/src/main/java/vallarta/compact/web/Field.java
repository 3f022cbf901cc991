package vallarta.compact.web;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/// What somebody sent in a field of a form, as far as the field takes it. What it does not take is
/// named by how it begins, for a form has many fields.
public final class Field {

  /// The most characters of a name, a title or a place.
  public static final int LINE = 300;

  /// The most characters of a reason or an answer, about a page.
  public static final int TEXT = 4_000;

  private static final int BEGINNING = 40;

  private Field() {}

  /// A text without blanks around it.
  ///
  /// @throws DomainFailure when it is longer than that
  public static String text(String sent, int most) {
    String text = sent.strip();
    if (text.length() > most) {
      throw new DomainFailure(
          "WEB-001",
          "web.failure.too-long",
          Map.of("start", beginning(text), "count", text.length(), "most", most),
          HttpStatus.CONTENT_TOO_LARGE);
    }
    return text;
  }

  /// One of the things that a list offers, by its word.
  ///
  /// @throws DomainFailure when the list has no such word
  public static <T> T oneOf(Collection<T> offered, Function<T, String> word, String sent) {
    return offered.stream()
        .filter(it -> word.apply(it).equals(sent))
        .findFirst()
        .orElseThrow(() ->
            new DomainFailure(
                "WEB-002",
                "web.failure.not-offered",
                Map.of("start", beginning(sent)),
                HttpStatus.UNPROCESSABLE_ENTITY));
  }

  private static String beginning(String text) {
    return text.codePointCount(0, text.length()) <= BEGINNING
        ? text
        : text.substring(0, text.offsetByCodePoints(0, BEGINNING)) + "…";
  }
}
