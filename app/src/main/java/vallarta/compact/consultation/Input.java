package vallarta.compact.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.reading.ReadingStatus;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;

/// One document or table received from a stakeholder or a consultation.
///
/// @param sha256 of its bytes, in hexadecimal
/// @param fileName its name as it came, made safe
/// @param title given with it, else empty
/// @param mediaType found in its bytes
/// @param status how reading it ended
/// @param detail what a person needs beside the status, else empty
/// @param pages 0 where the format has none
/// @param language null when it is none of the six or a table of several
/// @param languageSource who says what the language is
/// @param voice who speaks in it
/// @param consultation null when it came outside any
/// @param licence under which it may be used, or empty
/// @param consent whether it may be published
/// @param toldBy who tells it when it is no document of the speaker's own, else empty
/// @param received when it came
/// @param fictional whether it is invented for the demonstration
/// @param submitted how its submitter handed it in, null when it came otherwise
public record Input(
    InputId id,
    String sha256,
    String fileName,
    String title,
    String mediaType,
    long sizeBytes,
    ReadingStatus status,
    String detail,
    int pages,
    @Nullable Language language,
    LanguageSource languageSource,
    Stakeholder voice,
    @Nullable Consultation consultation,
    String licence,
    Consent consent,
    String toldBy,
    Instant received,
    boolean fictional,
    @Nullable Submitted submitted) {

  /// That a submitter handed it in here.
  ///
  /// @param number of the submission
  /// @param late whether it came after the deadline
  /// @param cosignatories who signs it beside the submitter, each of whom confirmed it
  public record Submitted(long number, boolean late, List<Stakeholder> cosignatories) {

    /// The reference of the submission: `SU-7`.
    public String ref() {
      return "SU-" + number;
    }
  }

  /// Who says what the language of an input is.
  public enum LanguageSource {
    DECLARED,
    DETECTED,
    UNKNOWN;

    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether its words may be published.
  public enum Consent {
    PUBLISH,
    WITHHELD;

    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Input numbered(InputId number) {
    return new Input(
        number,
        sha256,
        fileName,
        title,
        mediaType,
        sizeBytes,
        status,
        detail,
        pages,
        language,
        languageSource,
        voice,
        consultation,
        licence,
        consent,
        toldBy,
        received,
        fictional,
        submitted);
  }

  /// What to call it: the title, else the file's name.
  public String name() {
    return title.isEmpty() ? fileName : title;
  }

  /// Whether its submitter handed it in after the deadline.
  public boolean isLate() {
    return submitted != null && submitted.late();
  }

  /// The BCP 47 tag of its language, or empty.
  public String languageTag() {
    return language == null ? "" : language.tag();
  }
}
