package vallarta.compact.participation;

import java.util.Locale;

/// Somebody who takes part. A person is never part of the public record.
///
/// @param id number in the register
/// @param account number of the account that the person signs in with, 0 as long as there is none
/// @param email or empty
/// @param language BCP 47 tag of the language to write to the person in
/// @param atRisk whether the person is kept out of every list and export
public record Person(
    long id,
    long account,
    String name,
    String email,
    String language,
    Gender gender,
    boolean atRisk,
    boolean fictional) {

  /// As the person gave it.
  public enum Gender {
    WOMAN,
    MAN,
    OTHER,
    NOT_GIVEN;

    /// The gender of that word, [#NOT_GIVEN] for none.
    public static Gender of(String tag) {
      return tag.isEmpty() ? NOT_GIVEN : valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The word in tables and strings, `not-given` for none.
    public String tag() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
