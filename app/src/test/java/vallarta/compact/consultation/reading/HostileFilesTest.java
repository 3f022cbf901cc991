package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vallarta.compact.consultation.reading.Documents.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {

  private static final ReadingLimits LIMITS = ReadingLimits.DEFAULT;

  private static Reading read(byte[] bytes, String name) {
    return new FileReading(TextLimits.of(LIMITS)).read(bytes, name);
  }

  private static void assertEnds(Reading reading, ReadingStatus status) {
    assertThat(reading.status()).as(reading.detail()).isEqualTo(status);
    assertThat(reading.text()).isEmpty();
    assertThat(reading.blocks()).isEmpty();
    assertThat(reading.detail()).doesNotContain("Exception").doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 50, 90, 99})
  void endsATruncatedFileAsBroken(int percent) {
    byte[] docx = Documents.docx();
    assertEnds(
        read(Arrays.copyOf(docx, docx.length * percent / 100), "a.docx"), ReadingStatus.BROKEN);
    byte[] odt = Documents.odt();
    assertEnds(read(Arrays.copyOf(odt, odt.length * percent / 100), "a.odt"), ReadingStatus.BROKEN);
    byte[] doc = Documents.doc();
    assertThat(read(Arrays.copyOf(doc, doc.length * percent / 100), "a.doc").status())
        .isIn(ReadingStatus.BROKEN, ReadingStatus.READ);
  }

  @Test
  void endsGarbageAsBroken() {
    byte[] garbage = new byte[5_000];
    new Random(7).nextBytes(garbage);
    assertEnds(read(garbage, "a.pdf"), ReadingStatus.BROKEN);
    assertEnds(read(garbage, "a.docx"), ReadingStatus.BROKEN);
    assertEnds(read(garbage, "a.txt"), ReadingStatus.BROKEN);
    assertEnds(read(garbage, "a"), ReadingStatus.UNSUPPORTED_TYPE);
    byte[] pdf = bytes("%PDF-1.7\n" + "x".repeat(3_000));
    assertEnds(read(pdf, "a.pdf"), ReadingStatus.BROKEN);
  }

  @Test
  void saysThatAFileIsEncrypted() throws Exception {
    try (Pages pages = new Pages().page().write(57, 100, 10, "Secret words.").encrypt("secret")) {
      assertEnds(read(pages.bytes(), "a.pdf"), ReadingStatus.ENCRYPTED);
    }
    assertEnds(read(encryptedDocx(), "a.docx"), ReadingStatus.ENCRYPTED);
    Map<String, byte[]> odt = new LinkedHashMap<>();
    odt.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
    odt.put("content.xml", new byte[] {1, 2, 3});
    odt.put("META-INF/manifest.xml", bytes("<m><manifest:encryption-data/></m>"));
    assertEnds(read(Documents.zip(odt), "a.odt"), ReadingStatus.ENCRYPTED);
  }

  private static byte[] encryptedDocx() throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var out = encryptor.getDataStream(container)) {
        new ByteArrayInputStream(Documents.docx()).transferTo(out);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void readsAPdfThatIsOnlyProtectedAgainstChange() {
    try (Pages pages = new Pages().page().write(57, 100, 10, "Open words are read.").encrypt("")) {
      assertThat(read(pages.bytes(), "a.pdf").text()).isEqualTo("Open words are read.");
    }
  }

  @Test
  void stopsAZipBombBeforeAnyParserSeesIt() {
    byte[] bomb = Documents.docxOf(30_000_000, ZipEntry.DEFLATED);
    assertThat(bomb.length).isLessThan(100_000);
    Reading reading = read(bomb, "a.docx");
    assertEnds(reading, ReadingStatus.EXPANDS_TOO_MUCH);
    assertThat(reading.detail()).isEqualTo("unpacks to more than 200 times its size");
    byte[] stored = Documents.docxOf(3_000_000, ZipEntry.STORED);
    TextLimits small = TextLimits.of(LIMITS.withUnpackedBytes(2_000_000));
    assertEnds(new FileReading(small).read(stored, "a.docx"), ReadingStatus.EXPANDS_TOO_MUCH);
  }

  @Test
  void stopsAnEntityBombAndReadsNoOtherFile() {
    StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    Reading bomb =
        read(Documents.odt(entities.append("]>").toString(), "<text:p>&a29;</text:p>"), "a.odt");
    assertThat(bomb.status()).isIn(ReadingStatus.EXPANDS_TOO_MUCH, ReadingStatus.EMPTY);
    Reading other =
        read(
            Documents.odt(
                "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">"
                    + "<!ENTITY h SYSTEM \"http://127.0.0.1:9/x\">]>",
                "<text:p>before &f; &h; after</text:p>"),
            "a.odt");
    assertThat(other.text()).isIn("", "before after");
  }

  @Test
  void stopsElementsThatNestTooDeep() {
    byte[] page = bytes("<html><body>" + "<div>".repeat(400) + "deep" + "</div>".repeat(400));
    assertEnds(read(page, "a.html"), ReadingStatus.EXPANDS_TOO_MUCH);
    byte[] quotes = bytes("> ".repeat(5_000) + "deep");
    assertThat(read(quotes, "a.md").status())
        .isIn(ReadingStatus.READ, ReadingStatus.EXPANDS_TOO_MUCH);
    String open = "<text:section>".repeat(3_000);
    String close = "</text:section>".repeat(3_000);
    Reading odt = read(Documents.odt("", open + "<text:p>deep</text:p>" + close), "a.odt");
    assertThat(odt.status()).isIn(ReadingStatus.READ, ReadingStatus.EXPANDS_TOO_MUCH);
  }

  @Test
  void refusesWhatIsNotADocument() {
    byte[] image = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H'};
    Reading named = read(image, "a.pdf");
    assertEnds(named, ReadingStatus.WRONG_EXTENSION);
    assertThat(named.detail()).isEqualTo("named PDF, but the bytes are image/png");
    assertEnds(read(image, "a.png"), ReadingStatus.UNSUPPORTED_TYPE);
    byte[] zip = Documents.zip(Map.of("notes/a.txt", bytes("words")));
    assertEnds(read(zip, "a.docx"), ReadingStatus.WRONG_EXTENSION);
    assertEnds(read(zip, "a.zip"), ReadingStatus.UNSUPPORTED_TYPE);
    byte[] program = Arrays.copyOf(bytes("MZ\u0090\0\u0003"), 300);
    assertThat(read(program, "a.exe").status()).isEqualTo(ReadingStatus.UNSUPPORTED_TYPE);
  }

  @Test
  void limitsTheLengthOfTheText() {
    TextLimits few = TextLimits.of(LIMITS.withTextLength(1_000));
    Reading reading = new FileReading(few).read(bytes("many words. ".repeat(200)), "a.txt");
    assertEnds(reading, ReadingStatus.TOO_LARGE);
    assertThat(reading.detail()).isEqualTo("more than 1000 characters of text");
  }

  @Test
  void callsBlankTextEmpty() {
    assertEnds(read(bytes(" \n\t\n --- \n"), "a.txt"), ReadingStatus.EMPTY);
    assertEnds(read(bytes("<html><body><p> </p></body></html>"), "a.html"), ReadingStatus.EMPTY);
  }
}
