package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {

  @Test
  void keepsOnlyTheLastPartOfAPath() {
    assertThat(FileNames.safe("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileNames.safe("C:\\notes\\note.pdf")).isEqualTo("note.pdf");
  }

  @Test
  void dropsControlAndDirectionCharacters() {
    assertThat(FileNames.safe("a\u0000b\u001B[31m\u202Efdp.exe")).isEqualTo("a b [31mfdp.exe");
    assertThat(FileNames.safe("two\n lines.txt")).isEqualTo("two lines.txt");
  }

  @Test
  void shortensALongNameAndKeepsItsExtension() {
    String safe = FileNames.safe("x".repeat(4_000) + ".docx");
    assertThat(safe).hasSize(160).endsWith("x.docx").contains("…");
  }

  @Test
  void isNeverEmptyOrAFolder() {
    assertThat(FileNames.safe("")).isEqualTo("file");
    assertThat(FileNames.safe("..")).isEqualTo("file");
    assertThat(FileNames.safe("../")).isEqualTo("file");
  }

  @Test
  void keepsNamesOfEveryScript() {
    assertThat(FileNames.safe("مذكرة 人权 Записка.odt")).isEqualTo("مذكرة 人权 Записка.odt");
  }
}
