package vallarta.compact.commitment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.web.part.Fault;

/// Tells what is wrong with milestones, targets and means: each by its place in the form.
final class PartCheck {

  private final List<Fault> faults;
  private final Framework framework;

  PartCheck(List<Fault> faults, Framework framework) {
    this.faults = faults;
    this.framework = framework;
  }

  void of(Undertaking it) {
    if (it.milestones().size() > UndertakingCheck.MOST_PARTS
        || it.targets().size() > UndertakingCheck.MOST_PARTS
        || it.means().size() > UndertakingCheck.MOST_PARTS) {
      faults.add(
          Fault.of(
              "milestones",
              "COMM-018",
              "commitment.failure.parts",
              "most",
              UndertakingCheck.MOST_PARTS));
      return;
    }
    for (int i = 0; i < it.milestones().size(); i++) {
      milestone(it.milestones(), i, it.due());
    }
    for (int i = 0; i < it.targets().size(); i++) {
      target(it.targets().get(i), i + 1);
    }
    for (int i = 0; i < it.means().size(); i++) {
      means(it.means().get(i), i + 1);
    }
  }

  private void milestone(List<Milestone> all, int place, @Nullable LocalDate end) {
    Milestone it = all.get(place);
    String field = "milestone-" + (place + 1);
    line(field, it.title());
    if (it.title().isEmpty()) {
      faults.add(Fault.of(field, "COMM-019", "commitment.failure.milestone", "place", place + 1));
    }
    if (end != null && it.due().isAfter(end)) {
      faults.add(
          Fault.of(field, "COMM-020", "commitment.failure.milestone-late", "place", place + 1));
    }
    if (it.after() < 0 || it.after() > all.size()) {
      faults.add(
          Fault.of(field, "COMM-021", "commitment.failure.milestone-unknown", "after", it.after()));
    } else if (isCircular(all, place)) {
      faults.add(
          Fault.of(field, "COMM-022", "commitment.failure.milestone-circular", "place", place + 1));
    } else if (it.after() > 0 && all.get(it.after() - 1).due().isAfter(it.due())) {
      faults.add(
          Fault.of(
              field,
              "COMM-023",
              "commitment.failure.milestone-order",
              "place",
              place + 1,
              "after",
              it.after()));
    }
  }

  /// Whether whoever goes back from milestone to milestone comes by this one again.
  private static boolean isCircular(List<Milestone> all, int place) {
    Set<Integer> seen = new HashSet<>();
    int at = place + 1;
    while (at > 0 && at <= all.size()) {
      if (!seen.add(at)) {
        return at == place + 1;
      }
      at = all.get(at - 1).after();
    }
    return false;
  }

  private void target(Target it, int place) {
    String field = "target-" + place;
    line(field, it.indicator());
    line(field, it.unit());
    if (it.indicator().isEmpty()) {
      faults.add(Fault.of(field, "COMM-024", "commitment.failure.target", "place", place));
    }
    if ((it.value() != null || it.baseline() != null) && it.unit().isEmpty()) {
      faults.add(Fault.of(field, "COMM-025", "commitment.failure.target-unit", "place", place));
    }
    if (!it.sdgIndicator().isEmpty() && framework.findIndicator(it.sdgIndicator()).isEmpty()) {
      faults.add(Fault.of(field, "COMM-014", "commitment.failure.sdg", "code", it.sdgIndicator()));
    }
  }

  private void means(Means it, int place) {
    String field = "means-" + place;
    line(field, it.text());
    if (it.text().isEmpty()) {
      faults.add(Fault.of(field, "COMM-026", "commitment.failure.means", "place", place));
    }
    if (it.amount() != null && (it.amount().signum() <= 0 || it.unit().isEmpty())) {
      faults.add(Fault.of(field, "COMM-027", "commitment.failure.means-amount", "place", place));
    }
  }

  private void line(String field, String text) {
    if (text.length() > UndertakingCheck.LONGEST_LINE) {
      faults.add(
          Fault.of(
              field,
              "COMM-011",
              "commitment.failure.long",
              "count",
              text.length(),
              "most",
              UndertakingCheck.LONGEST_LINE));
    }
  }
}
