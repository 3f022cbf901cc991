package vallarta.compact.review.duty;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Goes the round of all duties once a day: what is due next is opened, and reminders and labels
/// are written. The schedule is kept in the database, so that of several servers one goes it, and
/// that a round which fell into a time without a server is gone as soon as there is one.
@Configuration(proxyBeanMethods = false)
class DailyRound {

  /// Before the weekly digest is written at six.
  private static final LocalTime EARLY = LocalTime.of(5, 0);

  private static final Duration POLLING = Duration.ofMinutes(1);

  @Bean(initMethod = "start", destroyMethod = "stop")
  @ConditionalOnWebApplication
  Scheduler dutyScheduler(DataSource store, Duties duties, Reminders reminders, Clock clock) {
    RecurringTask<Void> round =
        Tasks.recurring("duties", Schedules.daily(ZoneOffset.UTC, EARLY))
            .execute((instance, context) -> go(duties, reminders));
    return Scheduler.create(store)
        .startTasks(round)
        .tableName("review.scheduled_task")
        .clock(clock::instant)
        .threads(1)
        .pollingInterval(POLLING)
        .build();
  }

  static void go(Duties duties, Reminders reminders) {
    duties.openNext();
    reminders.run();
  }
}
