package vallarta.compact.review.report;

import java.util.Arrays;
import java.util.Locale;

/// A frame in which an actor tells several forums what it reported once: the same answers, laid out
/// as each of them asks.
enum Frame {
  /// The review of the compact: by its objectives.
  COMPACT,
  /// A voluntary national review of the 2030 Agenda: by goals and targets.
  VNR,
  /// The mid-term report of the universal periodic review: by recommendations, which are the
  /// statements that the commitments answer.
  UPR;

  /// The frame of that word, else the first.
  static Frame of(String tag) {
    return Arrays.stream(values()).filter(it -> it.tag().equals(tag)).findFirst().orElse(COMPACT);
  }

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
