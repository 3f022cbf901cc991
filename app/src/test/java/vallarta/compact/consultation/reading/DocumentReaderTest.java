package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTest {

  private static final DocumentReader READER = new DocumentReader(ReadingLimits.DEFAULT);

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    READER.close();
  }

  private Path file(byte[] bytes) throws Exception {
    return Files.write(Files.createTempFile(folder, "kept", ""), bytes);
  }

  @Test
  void readsInAnotherProcessWhatItReadsInThisOne() throws Exception {
    Reading here =
        new FileReading(TextLimits.of(ReadingLimits.DEFAULT)).read(Documents.docx(), "a.docx");
    assertThat(READER.read(file(Documents.docx()), "a.docx")).isEqualTo(here);
    assertThat(READER.pids()).isNotEmpty().doesNotContain(ProcessHandle.current().pid());
  }

  @Test
  void usesOneProcessForManyFilesAndThenAFreshOne() throws Exception {
    ReadingLimits limits = ReadingLimits.DEFAULT.withProcesses(1).withFilesPerProcess(2);
    Path file = file(Documents.html());
    try (DocumentReader reader = new DocumentReader(limits)) {
      reader.read(file, "a.html");
      List<Long> first = reader.pids();
      assertThat(first).hasSize(1);
      reader.read(file, "a.html");
      assertThat(reader.pids()).isEmpty();
      assertThat(reader.read(file, "a.html").status()).isEqualTo(ReadingStatus.READ);
      assertThat(reader.pids()).hasSize(1).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void endsAHugeFileBeforeReadingIt() throws Exception {
    Path huge = folder.resolve("huge");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(500L * 1024 * 1024);
    }
    try (DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT)) {
      Reading reading = reader.read(huge, "huge.pdf");
      assertThat(reading.status()).isEqualTo(ReadingStatus.TOO_LARGE);
      assertThat(reading.detail()).isEqualTo("500 MB; the limit is 100 MB");
      assertThat(reader.pids()).isEmpty();
    }
  }

  @Test
  void neverTakesANameForAPath() throws Exception {
    Path file = file(Documents.html());
    for (String name : List.of("../../a.html", "a\u0000\u001B.html", "x".repeat(4_000) + ".html")) {
      assertThat(READER.read(file, name).status()).isEqualTo(ReadingStatus.READ);
    }
    assertThat(folder.resolve("../../a.html")).doesNotExist();
  }

  @Test
  void saysWhatIsNoFileOrHasNoBytes() throws Exception {
    assertThat(READER.read(folder.resolve("nothing"), "a.pdf").status())
        .isEqualTo(ReadingStatus.BROKEN);
    assertThat(READER.read(folder, "a.pdf").status()).isEqualTo(ReadingStatus.BROKEN);
    assertThat(READER.read(file(new byte[0]), "a.pdf").status()).isEqualTo(ReadingStatus.EMPTY);
  }

  @Test
  void endsAProcessThatNeedsTooLongAndReadsOn() throws Exception {
    ReadingLimits limits =
        ReadingLimits.DEFAULT
            .withProcesses(1)
            .withTime(Duration.ofMillis(300))
            .withTextLength(50_000_000);
    Path slow = file(Documents.docxOf(40_000_000, ZipEntry.STORED));
    Path quick = file(Documents.bytes("Quick words."));
    try (DocumentReader reader = new DocumentReader(limits)) {
      Reading reading = reader.read(slow, "a.docx");
      assertThat(reading.status()).isEqualTo(ReadingStatus.TOO_SLOW);
      assertThat(reading.detail()).isEqualTo("not read within 0.3 s");
      assertThat(reader.pids()).isEmpty();
      assertThat(reader.read(quick, "a.txt").text()).isEqualTo("Quick words.");
    }
  }

  @Test
  void endsAProcessThatNeedsTooMuchMemoryAndReadsOn() throws Exception {
    ReadingLimits limits = ReadingLimits.DEFAULT.withProcesses(1).withHeapBytes(40L * 1024 * 1024);
    Path large = file(Documents.docxOf(60_000_000, ZipEntry.STORED));
    Path small = file(Documents.bytes("Small words."));
    try (DocumentReader reader = new DocumentReader(limits)) {
      Reading reading = reader.read(large, "a.docx");
      assertThat(reading.status()).isEqualTo(ReadingStatus.OUT_OF_MEMORY);
      assertThat(reading.detail()).isEqualTo("needs more than 40 MB");
      assertThat(reader.read(small, "a.txt").text()).isEqualTo("Small words.");
    }
  }

  @Test
  void readsAFileAgainWhoseProcessWasKilled() throws Exception {
    Path file = file(Documents.docxOf(9_000_000, ZipEntry.STORED));
    ReadingLimits limits = ReadingLimits.DEFAULT.withProcesses(1);
    try (DocumentReader reader = new DocumentReader(limits);
        var threads = Executors.newSingleThreadExecutor()) {
      reader.read(file(Documents.html()), "a.html");
      long pid = reader.pids().getFirst();
      Future<Reading> reading = threads.submit(() -> reader.read(file, "a.docx"));
      Thread.sleep(100);
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      assertThat(reading.get(30, TimeUnit.SECONDS).text()).hasSize(9_000_000);
      assertThat(reader.pids()).doesNotContain(pid);
    }
  }

  @Test
  void stopsAReadingWhenItIsClosedOrInterrupted() throws Exception {
    Path file = file(Documents.docxOf(9_000_000, ZipEntry.STORED));
    DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT);
    List<Future<Reading>> readings = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      readings.add(threads.submit(() -> reader.read(file, "a.docx")));
      readings.add(threads.submit(() -> reader.read(file, "a.docx")));
      Thread.sleep(50);
      readings.get(1).cancel(true);
      Thread.sleep(50);
      reader.close();
    }
    assertThatThrownBy(() -> readings.get(0).get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancellationException.class);
    assertThat(reader.pids()).isEmpty();
    assertThatThrownBy(() -> reader.read(file, "a.docx")).isInstanceOf(CancellationException.class);
  }

  @Test
  void endsTheProcessWhenTheApplicationIsGoneEvenWhileItReads() throws Exception {
    Path file = file(Documents.docxOf(9_000_000, ZipEntry.STORED));
    Process process =
        new ProcessBuilder(ReaderProcess.command(ReadingLimits.DEFAULT, folder))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (DataInputStream answers = new DataInputStream(process.getInputStream())) {
      assertThat(answers.readInt()).isEqualTo(Wire.READY);
      DataOutputStream requests = new DataOutputStream(process.getOutputStream());
      Wire.writeRequest(requests, file.toString(), "a.docx");
      requests.close();
      assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }
}
