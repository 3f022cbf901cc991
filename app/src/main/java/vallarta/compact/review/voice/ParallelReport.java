package vallarta.compact.review.voice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an organisation other than its actors reports of a commitment.
///
/// @param version raised by one at each change
/// @param commitment number of the commitment
/// @param owner key of whoever wrote it
/// @param signers who was asked to sign it too
/// @param publishedAt when it was published first, null for a draft
record ParallelReport(
    long id,
    int version,
    State state,
    long commitment,
    String owner,
    Testimony told,
    List<Signer> signers,
    boolean fictional,
    @Nullable Instant publishedAt,
    String withdrawnReason) {

  /// How far a parallel report is.
  enum State {
    /// Its owner sees it, and whoever is asked to sign it.
    DRAFT,
    PUBLISHED,
    /// It stays readable, with the reason.
    WITHDRAWN;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One who was asked to sign it.
  ///
  /// @param stakeholder its key
  record Signer(String stakeholder, Answer answer) {

    /// What it said.
    enum Answer {
      ASKED,
      CONFIRMED,
      DECLINED;

      static Answer of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
      }

      String tag() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  ParallelReport {
    signers = List.copyOf(signers);
  }

  /// Its reference, to cite: `PL-3`.
  String ref() {
    return "PL-" + id;
  }

  String commitmentRef() {
    return "CM-" + commitment;
  }

  boolean isPublic() {
    return state != State.DRAFT;
  }

  Optional<Signer> signer(String key) {
    return signers.stream().filter(it -> it.stakeholder().equals(key)).findFirst();
  }

  /// Keys of those who said that.
  List<String> who(Signer.Answer said) {
    return signers.stream().filter(it -> it.answer() == said).map(Signer::stakeholder).toList();
  }

  static Optional<Long> number(String ref) {
    return ref.matches("PL-[1-9][0-9]{0,17}")
        ? Optional.of(Long.parseLong(ref.substring(3)))
        : Optional.empty();
  }
}
