package vallarta.cluster;

import java.io.PrintStream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/// How far the job has come, on one line a second at most: what it does, and how many tasks of the
/// present stage are done.
final class Told extends SparkListener {

  private static final long PAUSE = 1_000_000_000L;

  private final PrintStream talk;
  private final boolean terminal = System.console() != null;
  private final long begun = System.nanoTime();
  private String phase = "starting";
  private int stage = -1;
  private int tasks;
  private int done;
  private long told;

  Told(PrintStream talk) {
    this.talk = talk;
  }

  synchronized void phase(String name) {
    phase = name;
    tasks = 0;
    done = 0;
    tell();
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    stage = submitted.stageInfo().stageId();
    tasks = submitted.stageInfo().numTasks();
    done = 0;
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.stageId() == stage && end.taskInfo().successful()) {
      done++;
    }
    if (System.nanoTime() - told > PAUSE) {
      tell();
    }
  }

  private void tell() {
    told = System.nanoTime();
    String line =
        "%5d s  %s%s"
            .formatted(
                (told - begun) / PAUSE,
                phase,
                tasks == 0 ? "" : ", stage %d: %d of %d".formatted(stage, done, tasks));
    talk.print(terminal ? "\r\033[K" + line : line + System.lineSeparator());
    talk.flush();
  }

  synchronized void end() {
    if (terminal) {
      talk.println();
    }
  }
}
