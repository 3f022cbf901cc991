package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {

  private static final String RUSSIAN =
      "Делегаты просили правительство признать навыки медицинских сестёр и опубликовать сборы.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1251 | Делегаты просили правительство признать навыки медицинских сестёр и опубликовать сборы.
          windows-1256 | طلب المندوبون من الحكومة الاعتراف بمهارات الممرضات ونشر الرسوم لجميع العمال المهاجرين.
          windows-1252 | Les délégués ont demandé à la République de reconnaître les compétences des infirmières.
          GB18030      | 与会者请政府承认护士的技能，并公布所有费用，使所有移民工人及其家庭成员获得服务。
          UTF-8        | Delegados pidieron reconocer las capacidades de enfermeras y señaló la niñez.
          """)
  void findsTheEncodingOfTextThatDoesNotSayIt(String charset, String text) {
    assertThat(TextDecoder.decode(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
  }

  @Test
  void believesAByteOrderMark() {
    assertThat(TextDecoder.decode(("\uFEFF" + RUSSIAN).getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(RUSSIAN);
    assertThat(TextDecoder.decode(("\uFEFF" + RUSSIAN).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(RUSSIAN);
  }

  @Test
  void believesTheDeclarationOfAPageUnlessTheBytesAreUtf8() {
    String page = "<html><head><meta charset=\"koi8-r\"></head><p>Рус</p>";
    assertThat(TextDecoder.decodeHtml(page.getBytes(Charset.forName("KOI8-R")))).isEqualTo(page);
    assertThat(TextDecoder.decodeHtml(page.getBytes(StandardCharsets.UTF_8))).isEqualTo(page);
  }

  @Test
  void readsALongTextAsUtf8ThoughAByteOfItIsBroken() {
    byte[] bytes = RUSSIAN.getBytes(StandardCharsets.UTF_8);
    bytes[0] = (byte) 0xFF;
    assertThat(TextDecoder.decode(bytes)).endsWith("опубликовать сборы.");
  }
}
