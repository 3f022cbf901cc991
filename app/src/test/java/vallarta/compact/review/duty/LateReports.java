package vallarta.compact.review.duty;

import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.commitment.Pledges;

/// Labels on overdue reports, which no test waits for.
public final class LateReports {

  private LateReports() {}

  /// As if the last reminder of that duty had stayed without an answer.
  ///
  /// @return the reference of the label
  public static String label(Pledges.Site site, String ref) {
    Duty duty = site.bean(Duties.class).get(ref);
    return Objects.requireNonNull(
        site.bean(TransactionTemplate.class)
            .execute(status -> {
              site.bean(Labels.class).raise(duty);
              return site.bean(Labels.class).ofCommitment(duty.commitment()).stream()
                  .filter(it -> it.duty().id() == duty.id())
                  .findFirst()
                  .orElseThrow()
                  .ref();
            }));
  }
}
