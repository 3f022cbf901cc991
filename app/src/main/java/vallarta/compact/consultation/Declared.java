package vallarta.compact.consultation;

import org.jspecify.annotations.Nullable;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;

/// What the one who hands in an input says of it.
///
/// @param language null when nobody said: then it is detected, and marked so
/// @param voice null when nobody said who speaks
record Declared(
    String title,
    @Nullable Language language,
    @Nullable Stakeholder voice,
    @Nullable Consultation consultation,
    String licence,
    Input.Consent consent,
    String toldBy,
    boolean fictional) {

  /// Nothing is said of it.
  static final Declared NOTHING =
      new Declared("", null, null, null, "", Input.Consent.PUBLISH, "", false);
}
