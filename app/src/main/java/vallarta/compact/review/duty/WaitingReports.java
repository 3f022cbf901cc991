package vallarta.compact.review.duty;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Role;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Duties;
import vallarta.compact.participation.Mandate;

/// What waits for those who act for a stakeholder: reports to give; and for the secretariat labels
/// that were contested.
@Component
class WaitingReports implements Duties {

  private static final List<Role> REPORTING =
      List.of(
          Role.MAIN_FOCAL_POINT,
          Role.ALTERNATE_FOCAL_POINT,
          Role.VALIDATING_FOCAL_POINT,
          Role.CONTRIBUTOR);

  private final DutyTable table;
  private final LabelTable labels;

  WaitingReports(DutyTable table, LabelTable labels) {
    this.table = table;
    this.labels = labels;
  }

  @Override
  public List<Duty> of(Mandate mandate, Words words) {
    List<Duty> duties = new ArrayList<>();
    if (REPORTING.contains(mandate.role())) {
      int open = table.openOf(List.of(mandate.stakeholder().key())).size();
      if (open > 0) {
        duties.add(new Duty(words.t("review.duty.waiting", "count", open), "/duties"));
      }
    }
    if (mandate.role() == Role.SECRETARIAT) {
      int contested = labels.contested().size();
      if (contested > 0) {
        duties.add(
            new Duty(words.t("review.duty.waiting.contested", "count", contested), "/duties"));
      }
    }
    return duties;
  }
}
