package vallarta.compact.review.scorecard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.store.Revision;

/// The figures of all measures as of today: one unchanging picture, taken anew when the store has
/// changed or a day has passed.
@Service
class Scorecard {

  /// @param on the date of all figures
  record Picture(long revision, LocalDate on, Map<Measure, Figures> figures) {

    Figures of(Measure measure) {
      return Objects.requireNonNull(figures.get(measure));
    }
  }

  private final JdbcClient jdbc;
  private final Repeats repeats;
  private final Voices voices;
  private final Revision revision;
  private final Clock clock;
  private final Map<Measure, String> queries = new EnumMap<>(Measure.class);
  private volatile @Nullable Picture latest;

  Scorecard(JdbcClient jdbc, Repeats repeats, Voices voices, Revision revision, Clock clock) {
    this.jdbc = jdbc;
    this.repeats = repeats;
    this.voices = voices;
    this.revision = revision;
    this.clock = clock;
    for (Measure it : Measure.values()) {
      queries.put(it, read(it.tag() + (isGathered(it) ? ".txt" : ".sql")));
    }
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Picture picture() {
    long now = revision.current();
    Picture known = latest;
    return known != null && holds(known, now) ? known : take(now);
  }

  /// What is asked of the records for a measure: SQL, or words where services tell it.
  String query(Measure measure) {
    return Objects.requireNonNull(queries.get(measure));
  }

  private synchronized Picture take(long now) {
    Picture known = latest;
    if (known != null && holds(known, now)) {
      return known;
    }
    LocalDate on = today();
    // What is sorted and joined stays in memory, and no more than two cores are taken.
    jdbc.sql("set local work_mem = '64MB'").update();
    jdbc.sql("set local jit = off").update();
    jdbc.sql("set local max_parallel_workers_per_gather = 1").update();
    Map<Measure, Figures> figures = new EnumMap<>(Measure.class);
    for (Measure it : Measure.values()) {
      figures.put(it, figures(it, on));
    }
    Picture taken = new Picture(now, on, figures);
    latest = taken;
    return taken;
  }

  private Figures figures(Measure measure, LocalDate on) {
    return switch (measure) {
      case UNREPEATED -> Gathered.of(repeats.lines());
      case ANSWERED -> Gathered.of(voices.answered());
      case FLOOR -> Gathered.of(voices.spoken());
      default -> Counted.of(jdbc, query(measure), on);
    };
  }

  private boolean holds(Picture known, long now) {
    return known.revision() == now && known.on().equals(today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static boolean isGathered(Measure it) {
    return it == Measure.UNREPEATED || it == Measure.ANSWERED || it == Measure.FLOOR;
  }

  private static String read(String file) {
    try (InputStream in = Objects.requireNonNull(Scorecard.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
