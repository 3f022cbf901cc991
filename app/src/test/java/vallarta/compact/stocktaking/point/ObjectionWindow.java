package vallarta.compact.stocktaking.point;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;

/// The time in which corrections of a summary can be asked for, which no test waits for.
public final class ObjectionWindow {

  /// Where the parts of a running site are asked for.
  @FunctionalInterface
  public interface Site {
    <T> T bean(Class<T> type);
  }

  private ObjectionWindow() {}

  /// As if the time were over; the record learns of it, so that it still tells what the rows say.
  public static void close(Site site, long session) {
    site.bean(TransactionTemplate.class)
        .executeWithoutResult(status -> {
          List<Long> closed =
              site.bean(JdbcClient.class)
                  .sql(
                      "update stocktaking.summary set objections_until = now() - interval '1 second' where session = :id and not final returning id")
                  .param("id", session)
                  .query(Long.class)
                  .list();
          PointFacts facts = site.bean(PointFacts.class);
          site.bean(PublicRecord.class)
              .enter(
                  closed.stream()
                      .map(id -> new Act(ActType.CORRECTION, facts.ofSummary(id)))
                      .toList());
        });
  }
}
