package vallarta.compact.consultation.submission;

import java.util.Map;
import vallarta.compact.consultation.Input.Consent;

/// What a submitter says of what it hands in.
///
/// @param language BCP 47 tag, one of those that the call accepts
/// @param licence under which it may be used, or empty
/// @param notes to the secretariat, never published
record Particulars(String title, String language, String licence, Consent consent, String notes) {

  static final int LONGEST_LINE = 300;
  static final int LONGEST_TEXT = 4_000;

  /// What a form sends.
  static Particulars of(Map<String, String> fields) {
    return new Particulars(
        line(fields, "title"),
        line(fields, "language"),
        line(fields, "licence"),
        fields.getOrDefault("consent", "").equals(Consent.WITHHELD.tag())
            ? Consent.WITHHELD
            : Consent.PUBLISH,
        fields.getOrDefault("notes", "").replace('\0', ' ').strip());
  }

  boolean isConfidential() {
    return consent == Consent.WITHHELD;
  }

  private static String line(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").replace('\0', ' ').strip().replaceAll("\\s+", " ");
  }
}
