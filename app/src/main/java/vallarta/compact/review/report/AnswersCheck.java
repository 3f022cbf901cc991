package vallarta.compact.review.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vallarta.compact.commitment.Target;
import vallarta.compact.commitment.Undertaking;
import vallarta.compact.language.Language;
import vallarta.compact.web.part.Fault;

/// What is wrong with the answers of a report, field by field.
final class AnswersCheck {

  static final int LONGEST = 10_000;

  private AnswersCheck() {}

  /// What can be written in a draft.
  static List<Fault> draft(Answers it, Undertaking of) {
    List<Fault> faults = new ArrayList<>();
    if (!it.progress().isEmpty() && Progress.find(it.progress()).isEmpty()) {
      faults.add(fault("progress", "REV-115", "progress"));
    }
    if (Language.find(it.language()).isEmpty()) {
      faults.add(fault("language", "REV-119", "language"));
    }
    length(faults, "achieved", it.achieved());
    length(faults, "hindered", it.hindered());
    length(faults, "means", it.meansUsed());
    length(faults, "next", it.nextSteps());
    Set<Long> targets = of.targets().stream().map(Target::id).collect(Collectors.toSet());
    for (Answers.Measured measured : it.measured()) {
      if (!targets.contains(measured.target())) {
        faults.add(fault("value-" + measured.target(), "REV-131", "target"));
      }
    }
    return faults;
  }

  /// What others can stand by: how far it is, and where that makes the commitment stand otherwise
  /// the reason and at least one piece of evidence.
  ///
  /// @param moves whether the commitment comes to stand otherwise
  static List<Fault> whole(Answers it, Undertaking of, List<Evidence> evidence, boolean moves) {
    List<Fault> faults = draft(it, of);
    if (it.progress().isEmpty()) {
      faults.add(fault("progress", "REV-115", "progress"));
    }
    if (it.achieved().isBlank()) {
      faults.add(fault("achieved", "REV-116", "achieved"));
    }
    if (moves && evidence.isEmpty()) {
      faults.add(fault("evidence", "REV-117", "evidence"));
    }
    return faults;
  }

  private static void length(List<Fault> faults, String field, String text) {
    if (text.length() > LONGEST) {
      faults.add(
          Fault.of(
              field,
              "REV-118",
              "review.report.failure.long",
              "count",
              text.length(),
              "most",
              LONGEST));
    }
  }

  private static Fault fault(String field, String code, String key) {
    return Fault.of(field, code, "review.report.failure." + key);
  }
}
