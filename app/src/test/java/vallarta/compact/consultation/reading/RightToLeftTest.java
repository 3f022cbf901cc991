package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

class RightToLeftTest {

  private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private static final int WIDTH = 6;

  /// Places the characters as they are seen, from left to right.
  private static List<TextPosition> seen(String... characters) {
    List<TextPosition> positions = new ArrayList<>();
    float x = 50;
    for (String character : characters) {
      positions.add(
          new TextPosition(
              0,
              600,
              800,
              new Matrix(10, 0, 0, 10, x, 700),
              x + WIDTH,
              700,
              10,
              WIDTH,
              WIDTH,
              character,
              new int[] {0},
              FONT,
              10,
              10));
      x += WIDTH;
    }
    return positions;
  }

  private static String read(String seen) {
    return RightToLeft.read(seen(seen.split("")), 10);
  }

  @Test
  void turnsLettersAndKeepsNumbers() {
    assertThat(read("2030 ماع يف")).isEqualTo("في عام 2030");
  }

  @Test
  void keepsLatinWordsInTheirOrder() {
    assertThat(read("ةيرهش Journal for Peasant ةلجم")).isEqualTo("مجلة Journal for Peasant شهرية");
  }

  @Test
  void putsBracketsBackWhicheverTheFileNames() {
    assertThat(read(".زاجتحالا نم (7 ةداملا رظنا) نيبوحصملا")).contains("(انظر المادة 7)");
    assertThat(read(".زاجتحالا نم )7 ةداملا رظنا( نيبوحصملا")).contains("(انظر المادة 7)");
  }

  @Test
  void resolvesALigatureIntoLettersInReadingOrder() {
    assertThat(RightToLeft.read(seen("م", "\uFEFB", "س"), 10)).isEqualTo("سلام");
    assertThat(RightToLeft.read(seen("م", "لا", "س"), 10)).isEqualTo("سلام");
  }
}
