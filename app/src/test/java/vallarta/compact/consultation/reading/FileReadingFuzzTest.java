package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever the bytes, the reading in the process ends in a status, and its blocks lie in the text.
class FileReadingFuzzTest {

  private static final String[] NAMES = {
    "a.pdf", "a.docx", "a.doc", "a.odt", "a.rtf", "a.html", "a.md", "a.txt"
  };

  private static final FileReading READING =
      new FileReading(TextLimits.of(ReadingLimits.DEFAULT.withTextLength(100_000)));

  @FuzzTest
  void endsInAStatusWhateverTheBytes(byte[] bytes) {
    String name = NAMES[bytes.length % NAMES.length];
    Reading reading = READING.read(bytes, name);
    assertThat(reading.detail()).doesNotContain("Exception");
    int end = -1;
    for (Block block : reading.blocks()) {
      assertThat(block.start()).isEqualTo(end + 1);
      end = block.end();
      assertThat(reading.textOf(block)).isEqualTo(CleanText.line(reading.textOf(block)));
    }
    assertThat(reading.text()).hasSize(Math.max(0, end));
  }
}
