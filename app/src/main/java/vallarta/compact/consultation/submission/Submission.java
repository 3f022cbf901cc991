package vallarta.compact.consultation.submission;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a stakeholder hands in to a consultation, from the first draft to what became of it.
///
/// @param version raised by one at each change of its owner or the secretariat
/// @param consultation its reference
/// @param owner key of the stakeholder that hands it in
/// @param file null as long as there is none
/// @param recorded whether the public record has an act of it, so that everybody knows that it came
/// @param arrival null as long as it was never handed in
/// @param word what the secretariat said of it: what to mend, or publicly why it was declined
/// @param decidedAt when it was published, returned, declined or withdrawn, else null
/// @param input number of the input that it became, 0 for none
record Submission(
    long id,
    int version,
    String consultation,
    String owner,
    Particulars told,
    @Nullable SubmittedFile file,
    State state,
    boolean recorded,
    @Nullable Arrival arrival,
    String word,
    @Nullable Instant decidedAt,
    long input,
    List<CoSignatory> cosignatories) {

  /// How far it got.
  enum State {
    DRAFT,
    HANDED_IN,
    /// Back with its owner, who is told what to mend.
    RETURNED,
    PUBLISHED,
    DECLINED,
    WITHDRAWN;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether its owner may change it.
    boolean isOpen() {
      return this == DRAFT || this == RETURNED;
    }

    /// Whether co-signatories may answer.
    boolean isUndecided() {
      return isOpen() || this == HANDED_IN;
    }
  }

  /// How it came.
  ///
  /// @param received when it was handed in first, by which it is in time or late
  /// @param last when it was handed in last
  /// @param by number of the account that handed it in last
  /// @param what was handed in last, whatever its owner made of it since
  /// @param deadline that holds for it, null when there is none
  /// @param extension number of the extension by which it is in time, 0 for none
  record Arrival(
      Instant received,
      Instant last,
      long by,
      Handed what,
      @Nullable Instant deadline,
      long extension,
      boolean late) {}

  /// What a receipt tells of.
  ///
  /// @param sha256 of the bytes, in hexadecimal
  record Handed(String title, String fileName, String sha256, long bytes) {}

  /// Its reference: `SU-7`.
  String ref() {
    return "SU-" + id;
  }

  /// The number of a reference.
  static Optional<Long> number(String ref) {
    return ref.matches("SU-[0-9]{1,18}")
        ? Optional.of(Long.parseLong(ref.substring(3)))
        : Optional.empty();
  }

  boolean isLate() {
    return arrival != null && arrival.late();
  }

  boolean wasHandedIn() {
    return arrival != null;
  }

  /// Those who confirmed that they sign it, in the order in which they did.
  List<String> confirmed() {
    return cosignatories.stream()
        .filter(CoSignatory::isConfirmed)
        .map(CoSignatory::stakeholder)
        .toList();
  }

  Optional<CoSignatory> cosignatory(String key) {
    return cosignatories.stream().filter(it -> it.stakeholder().equals(key)).findFirst();
  }

  /// The reference of the input that it became, or empty.
  String inputRef() {
    return input == 0 ? "" : "I-" + input;
  }
}
