package vallarta.compact.review.voice;

import java.util.List;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.review.report.Evidence;
import vallarta.compact.review.voice.ParallelReport.Signer;

/// A parallel report with those whose voice it is, and what it rests on.
///
/// @param signers who was asked to sign it too, with what they said
record Voice(ParallelReport it, Stakeholder owner, List<Hand> signers, List<Evidence> exhibits) {

  /// One who was asked to sign.
  record Hand(Stakeholder who, Signer.Answer answer) {}

  /// Whoever signed it, its owner first.
  List<Stakeholder> speakers() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(owner),
            signers.stream().filter(it -> it.answer() == Signer.Answer.CONFIRMED).map(Hand::who))
        .toList();
  }

  /// Whoever said that.
  List<Stakeholder> who(Signer.Answer said) {
    return signers.stream().filter(it -> it.answer() == said).map(Hand::who).toList();
  }
}
