package vallarta.compact.review.report;

import java.util.List;
import java.util.Optional;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.review.Standing;

/// All that one actor reported, laid out for one frame. What the frame has no place for comes in a
/// section of its own at the end: nothing is left out.
///
/// @param unreported how many of the commitments nobody of the actor reported on
record FramedReport(Frame frame, Stakeholder actor, List<Section> sections, long unreported) {

  /// What is told under one heading of the frame.
  ///
  /// @param code of the heading: an objective, goal, target or statement; empty for the rest
  /// @param title in words, empty for the rest
  /// @param language BCP 47 tag of the title, or empty for the reader's
  record Section(String code, String title, String language, List<Told> told) {}

  /// A commitment with what the actor reported on it last.
  record Told(
      Commitment commitment, Standing standing, Optional<Report> newest, List<Evidence> evidence) {}

  FramedReport {
    sections = List.copyOf(sections);
  }
}
