package vallarta.compact.review.duty;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of reminders: each step of the ladder that was climbed for a duty.
@Component
class ReminderTable {

  /// How somebody was reminded.
  enum How {
    /// By a letter of its own.
    MAIL,
    /// In the weekly digest: letters above the cap go there.
    DIGEST,
    /// Nobody was there who could be reminded.
    NOBODY,
    /// The actor had put reminders off.
    SNOOZED;

    String tag() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A duty of which a step found nobody to remind.
  record Unheard(long duty, String step, Instant at) {}

  private final JdbcClient jdbc;

  ReminderTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The steps that were climbed for each of these duties, by their words.
  Map<Long, Set<String>> climbed(List<Long> duties) {
    Map<Long, Set<String>> found = new HashMap<>();
    jdbc.sql("select duty, step from review.reminder where duty = any(:duties)")
        .param("duties", duties.toArray(Long[]::new))
        .query(row -> {
          found.computeIfAbsent(row.getLong(1), it -> new HashSet<>()).add(row.getString(2));
        });
    return found;
  }

  /// When the last step was climbed for a duty, empty where it was not.
  Map<Long, Instant> lastClimbed(List<Long> duties) {
    Map<Long, Instant> found = new HashMap<>();
    jdbc.sql(
            """
            select duty, min(at) from review.reminder
            where step = :step and duty = any(:duties) group by duty
            """)
        .param("step", Step.T45.tag())
        .param("duties", duties.toArray(Long[]::new))
        .query(row -> {
          found.put(row.getLong(1), row.getTimestamp(2).toInstant());
        });
    return found;
  }

  /// @param account 0 for nobody
  /// @return whether it was not there yet
  boolean insert(long duty, Step step, long account, Instant at, How how) {
    @Nullable Long whom = account == 0 ? null : account;
    return jdbc.sql(
                """
                insert into review.reminder (duty, step, account, at, how)
                values (:duty, :step, :account, :at, :how) on conflict do nothing
                """)
            .param("duty", duty)
            .param("step", step.tag())
            .param("account", whom)
            .param("at", Timestamp.from(at))
            .param("how", how.tag())
            .update()
        == 1;
  }

  /// How many letters of reminders somebody got since then: those of one moment are one letter.
  int letters(long account, Instant since) {
    return jdbc.sql(
            """
            select count(distinct at) from review.reminder
            where account = :account and how = 'mail' and at >= :since
            """)
        .param("account", account)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /// Open duties of which the newest step found nobody to remind, the oldest first.
  List<Unheard> unheard(LocalDate dueBefore) {
    return new ArrayList<>(
        jdbc
            .sql(
                """
                select distinct on (r.duty) r.duty, r.step, r.at, r.how
                from review.reminder r join review.duty d on d.id = r.duty
                where d.state = 'open' and d.due < :before
                order by r.duty, r.at desc
                """)
            .param("before", dueBefore)
            .query((row, n) ->
                Map.entry(
                    row.getString(4),
                    new Unheard(row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant())))
            .list()
            .stream()
            .filter(it -> it.getKey().equals(How.NOBODY.tag()))
            .map(Map.Entry::getValue)
            .toList());
  }
}
