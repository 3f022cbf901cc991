package vallarta.compact.consultation.submission;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;

/// Deadlines for which no test waits.
final class LateCalls {

  /// Where the parts of a running site are asked for.
  @FunctionalInterface
  interface Site {
    <T> T bean(Class<T> type);
  }

  private LateCalls() {}

  /// As if time had passed until so many minutes after the deadline of a call, for what was handed
  /// in too; the record learns of it, so that it still tells what the rows say.
  static void over(Site site, String ref, int minutes) {
    site.bean(TransactionTemplate.class)
        .executeWithoutResult(status -> {
          Consultations consultations = site.bean(Consultations.class);
          Consultation it = consultations.find(ref).orElseThrow();
          Consultation.Call call = it.call();
          LocalDateTime to =
              LocalDateTime.now(it.zone()).minusMinutes(minutes).truncatedTo(ChronoUnit.MINUTES);
          consultations.announce(
              it.calling(
                  new Consultation.Call(to, null, call.languages(), call.takesLate()), it.zone()));
          List<Long> moved =
              site.bean(JdbcClient.class)
                  .sql(
                      """
                      update consultation.submission set received_at = received_at - make_interval(secs => :seconds),
                        handed_in_at = handed_in_at - make_interval(secs => :seconds),
                        deadline = deadline - make_interval(secs => :seconds)
                      where consultation = :ref and recorded returning id
                      """)
                  .param("seconds", Duration.between(to, call.deadline()).toSeconds())
                  .param("ref", ref)
                  .query(Long.class)
                  .list();
          site.bean(PublicRecord.class)
              .enter(
                  moved.stream()
                      .map(id ->
                          new Act(
                              ActType.CORRECTION,
                              SubmissionFacts.of(
                                  site.bean(SubmissionTable.class).find(id).orElseThrow())))
                      .toList());
        });
  }
}
