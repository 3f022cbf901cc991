package vallarta.compact.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.IllegalTransactionStateException;
import vallarta.engine.tlog.TileLog;

/// From the commit to the signed checkpoint, through crashes and restored backups.
class IntegrationIT {

  @TempDir Path folder;

  private RecordedDemonstration demo;
  private Checkpoints database;
  private LogFiles files;

  @BeforeEach
  void openDemonstration() throws Exception {
    demo = RecordedDemonstration.get();
    database = new Checkpoints(demo.jdbc);
    files = demo.running.bean(LogFiles.class);
  }

  @Test
  void takesEntriesOverWithinASecondOfTheirCommit() throws Exception {
    demo.transaction.executeWithoutResult(status -> demo.publicRecord.enter(acts("Z-1", "Z-2")));
    assertThat(demo.awaitRest()).isLessThan(Duration.ofSeconds(1));
    assertThat(demo.publicRecord.history("Z-1")).singleElement().matches(it -> it.index() != null);
  }

  @Test
  void takesNothingOverOfWhatIsRolledBack() {
    long size = demo.publicRecord.standing().size();
    demo.undone(() -> {
      demo.publicRecord.enter(acts("Z-3"));
      assertThat(demo.publicRecord.history("Z-3"))
          .singleElement()
          .matches(it -> it.index() == null);
    });
    assertThat(demo.publicRecord.history("Z-3")).isEmpty();
    assertThat(demo.publicRecord.standing().size()).isEqualTo(size);
  }

  @Test
  void entersNothingOutsideOfATransaction() {
    assertThatThrownBy(() -> demo.publicRecord.enter(acts("Z-4")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void isOneProcessAtATime() {
    demo.undone(() ->
        assertThat(
                demo.jdbc
                    .sql("select pg_try_advisory_xact_lock(:lock)")
                    .param("lock", Sequencer.LOCK)
                    .query((row, n) -> row.getBoolean(1))
                    .single())
            .isFalse());
  }

  @Test
  void goesOnAfterACrashBetweenAnyTwoSteps() throws Exception {
    demo.undone(() -> {
      long before;
      demo.publicRecord.enter(acts("Z-5", "Z-6"));
      try (TileLog log = copy()) {
        before = log.size();
        assertThat(new Integration(database, log).place()).isEqualTo(2);
      }
      try (TileLog log = copy()) {
        Integration next = new Integration(database, log);
        next.compare();
        assertThat(next.place()).isZero();
        next.append();
      }
      try (TileLog log = TileLog.open(folder, files.key())) {
        Integration last = new Integration(database, log);
        last.compare();
        last.takeOver();
        assertThat(log.size()).isEqualTo(before + 2);
        assertThat(database.newest().orElseThrow().root()).isEqualTo(log.root());
        Entry entry = demo.publicRecord.history("Z-6").getFirst();
        assertThat(entry.index()).isEqualTo(before + 1);
        assertThat(log.reader().entry(before + 1)).isEqualTo(entry.payload());
      }
    });
  }

  @Test
  void writesALostLogAnewWithTheSameRoot() throws Exception {
    Checkpoints.Published published = database.newest().orElseThrow();
    demo.undone(() -> {
      try (TileLog log = TileLog.open(folder.resolve("new"), files.key())) {
        Integration integration = new Integration(database, log);
        integration.compare();
        integration.takeOver();
        assertThat(log.root()).isEqualTo(published.root());
      }
    });
  }

  @Test
  void writesNoLostLogAnewFromEntriesThatWereChanged() throws Exception {
    assertThat(
            refusal(
                TileLog.open(folder.resolve("new"), files.key()),
                "update record.entry set leaf = sha256(leaf) where index = 4"))
        .contains("do not lead to the root that was published");
  }

  @Test
  void refusesADatabaseThatWasRolledBack() throws Exception {
    long size = demo.publicRecord.standing().size();
    assertThat(
            refusal(
                copy(),
                "delete from record.entry where index >= " + (size - 3),
                "delete from record.checkpoint where size > " + (size - 3)))
        .contains("the database was rolled back")
        .contains("index " + (size - 3));
  }

  @Test
  void refusesADatabaseThatWasRolledBackAndWrittenAgain() throws Exception {
    long size = demo.publicRecord.standing().size();
    assertThat(
            refusal(
                copy(),
                "delete from record.checkpoint",
                "update record.entry set leaf = sha256(leaf) where index = " + (size - 2)))
        .contains("different entries at index " + (size - 2));
  }

  @Test
  void refusesALogThatIsNotTheOneThatWasPublished() throws Exception {
    assertThat(
            refusal(
                copy(),
                "update record.checkpoint set root = sha256(root) where size = (select max(size) from record.checkpoint)"))
        .contains("another root at size");
  }

  @Test
  void refusesTheKeyOfAnotherRecord() throws Exception {
    assertThat(refusal(copy(), "update record.checkpoint set key = 'other.invalid+00000000+AAAA'"))
        .contains("was signed by other.invalid");
  }

  /// Why nothing is written after these changes.
  private String refusal(TileLog log, String... changes) {
    List<String> said = new java.util.ArrayList<>();
    demo.undone(() -> {
      for (String change : changes) {
        assertThat(demo.jdbc.sql(change).update()).as(change).isPositive();
      }
      try (log) {
        long size = log.size();
        new Integration(database, log).compare();
        said.add("nothing was refused");
        assertThat(log.size()).isEqualTo(size);
      } catch (Discord e) {
        said.add(String.valueOf(e.getMessage()));
      }
    });
    return said.getFirst();
  }

  /// The log of the demonstration, in a folder of the test's own.
  private TileLog copy() throws IOException {
    try (Stream<Path> all = Files.walk(files.log())) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Path place = folder.resolve(files.log().relativize(path));
        Files.createDirectories(place.getParent());
        Files.copy(path, place, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return TileLog.open(folder, files.key());
  }

  private static List<Act> acts(String... references) {
    return Stream.of(references)
        .map(of -> new Act(ActType.STATEMENT_PUBLISHED, Facts.of(of, Map.of("text", "Well said."))))
        .toList();
  }
}
