package vallarta.compact.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.InputStream;
import java.util.Objects;

/// The fonts of a document: Noto Sans for Latin, Cyrillic and Greek, Noto Sans Arabic, and Noto
/// Sans SC for Chinese and for signs. Only what a text shows of them is embedded.
final class Fonts {

  private static final FSCacheEx<String, FSCacheValue> METRICS = new FSDefaultCacheStore();

  private Fonts() {}

  /// Gives the fonts that the text needs. The Chinese one is as large as ten books and is read only
  /// when there is something to show with it.
  static void give(PdfRendererBuilder builder, String text) {
    builder.useCacheStore(CacheStore.PDF_FONT_METRICS, METRICS);
    give(builder, "NotoSans-Regular", "Noto Sans", 400, FontStyle.NORMAL);
    give(builder, "NotoSans-Bold", "Noto Sans", 700, FontStyle.NORMAL);
    give(builder, "NotoSans-Italic", "Noto Sans", 400, FontStyle.ITALIC);
    give(builder, "NotoSansArabic-Regular", "Noto Sans Arabic", 400, FontStyle.NORMAL);
    give(builder, "NotoSansArabic-Bold", "Noto Sans Arabic", 700, FontStyle.NORMAL);
    if (text.codePoints().anyMatch(Fonts::isOfTheChineseFont)) {
      give(builder, "NotoSansSC-Regular", "Noto Sans SC", 400, FontStyle.NORMAL);
      give(builder, "NotoSansSC-Bold", "Noto Sans SC", 700, FontStyle.NORMAL);
      give(builder, "NotoSansSC-Regular", "Noto Sans SC Rare", 400, FontStyle.NORMAL);
    }
  }

  /// Whether no other font has it: it lies beyond Latin, Greek, Cyrillic, Arabic, general
  /// punctuation and currency signs.
  private static boolean isOfTheChineseFont(int point) {
    return point >= 0x2100
        && !(point >= 0xFB50 && point <= 0xFDFF || point >= 0xFE70 && point <= 0xFEFF);
  }

  private static void give(
      PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
    FSSupplier<InputStream> font =
        () -> Objects.requireNonNull(Fonts.class.getResourceAsStream(file + ".ttf"), file);
    builder.useFont(font, family, weight, style, true);
  }
}
