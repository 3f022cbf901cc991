package vallarta.compact.commitment.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.commitment.CommitmentRegister;
import vallarta.compact.commitment.CommitmentRegister.Fresh;
import vallarta.compact.commitment.Obligation;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.commitment.Undertaking;

/// Commitments of a fictional State, as many as a test needs.
final class Made {

  private Made() {}

  static List<Long> of(
      CommitmentRegister register,
      TransactionTemplate transaction,
      String owner,
      String word,
      int count,
      boolean published) {
    List<Fresh> fresh = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fresh.add(new Fresh(owner, "", told(word, i), List.of(), false, true));
    }
    return Objects.requireNonNull(
        transaction.execute(status -> {
          List<Long> ids = register.insert(fresh, null);
          if (published) {
            register.publish(ids, null);
          }
          return ids;
        }));
  }

  private static Undertaking told(String word, int number) {
    return new Undertaking(
        "Open schools " + word,
        "We will open school " + number,
        "en",
        "",
        List.of("national"),
        List.of(),
        List.of(),
        List.of(),
        Obligation.VOLUNTARY_PLEDGE,
        "",
        null,
        null,
        Schedule.YEARLY,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
