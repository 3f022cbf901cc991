package vallarta.compact.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrTest {

  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
  private static final int SCALE = 3;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "https://compact.example/en/meetings/1/check-in/9J4K-22QX",
        "الهجرة الآمنة 移民 миграция",
        "a < b & \"c\""
      })
  void anotherReaderReadsWhatWasWritten(String text) throws Exception {
    assertThat(read(Qr.svg(text, "Code"))).isEqualTo(text);
  }

  @Test
  void holdsTheLongestTextThatTheStandardHoldsAndNoneLonger() throws Exception {
    String longest = "é".repeat(1165) + "e";
    assertThat(read(Qr.svg(longest, "Code"))).isEqualTo(longest);
    assertThatThrownBy(() -> Qr.svg(longest + "é", "Code"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1167 characters");
  }

  @Test
  void saysWhatItIsForWithoutBecomingMarkup() {
    String svg = Qr.svg("x", "Badge of \"A\" & <script>B</script>");
    assertThat(svg).doesNotContain("<script");
    Element element = Jsoup.parseBodyFragment(svg).expectFirst("svg");
    assertThat(element.attr("role")).isEqualTo("img");
    assertThat(element.attr("aria-label")).isEqualTo("Badge of \"A\" & <script>B</script>");
    assertThat(Jsoup.parse(svg, Parser.xmlParser()).expectFirst("title").text())
        .isEqualTo("Badge of \"A\" & <script>B</script>");
  }

  @Test
  void isTheSameForTheSameText() {
    assertThat(Qr.svg("same", "Code")).isEqualTo(Qr.svg("same", "Code"));
  }

  @Test
  void aCodeOfNothingIsRefused() {
    assertThatThrownBy(() -> Qr.svg("", "Code")).isInstanceOf(IllegalArgumentException.class);
  }

  /// Paints the rectangles of the path and gives them to ZXing.
  private static String read(String svg) throws Exception {
    Element element = Jsoup.parse(svg, Parser.xmlParser()).expectFirst("svg");
    int modules = Integer.parseInt(List.of(element.attr("viewBox").split(" ")).getLast());
    int side = modules * SCALE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xFFFFFF);
    Matcher runs = RUN.matcher(element.expectFirst("path").attr("d"));
    while (runs.find()) {
      int from = Integer.parseInt(runs.group(1)) * SCALE;
      int top = Integer.parseInt(runs.group(2)) * SCALE;
      int length = Integer.parseInt(runs.group(3)) * SCALE;
      assertThat(runs.group(4)).isEqualTo(runs.group(3));
      for (int y = top; y < top + SCALE; y++) {
        Arrays.fill(pixels, y * side + from, y * side + from + length, 0);
      }
    }
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    return new QRCodeReader()
        .decode(
            bitmap,
            Map.of(
                DecodeHintType.PURE_BARCODE,
                true,
                DecodeHintType.CHARACTER_SET,
                "UTF-8",
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.QR_CODE)))
        .getText();
  }
}
