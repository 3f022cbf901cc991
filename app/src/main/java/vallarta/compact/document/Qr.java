package vallarta.compact.document;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import org.jsoup.nodes.Entities;

/// A QR code (ISO/IEC 18004) as one inline SVG, for pages, for [Pdf] and for JTE's `$unsafe`.
///
/// It has its own white ground and the quiet zone of four modules that the standard asks for, so
/// that it is read in dark mode, too. A module is four CSS pixels wide unless the style sheet gives
/// the class `qr` another width and height.
public final class Qr {

  private static final int QUIET = 4;
  private static final int PIXELS = 4;

  private Qr() {}

  /// The code of a text, with about 15 % of its area restorable (level M).
  ///
  /// @param text what a reader of the code gets, at most 2331 bytes of UTF-8 (version 40-M)
  /// @param title what the code is for, in the language of the page: the name of the picture
  /// @throws IllegalArgumentException when the text is empty or too long
  public static String svg(String text, String title) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a QR code needs a text");
    }
    QrCode code = encode(text);
    int modules = code.size + 2 * QUIET;
    String name = Entities.escape(title).replace("\"", "&quot;");
    return """
    <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" \
    height="%2$d" role="img" aria-label="%3$s" shape-rendering="crispEdges"><title>%3$s</title>\
    <rect width="%1$d" height="%1$d" fill="#fff"/><path fill="#000" d="%4$s"/></svg>\
    """
        .formatted(modules, modules * PIXELS, name, path(code));
  }

  private static QrCode encode(String text) {
    try {
      return QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    } catch (DataTooLongException e) {
      throw new IllegalArgumentException(
          "a text of %d characters is too long for a QR code".formatted(text.length()), e);
    }
  }

  /// One rectangle for each run of dark modules in a row.
  private static String path(QrCode code) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          path.append("M%d %dh%dv1h-%3$dz".formatted(from + QUIET, y + QUIET, x - from));
        }
      }
    }
    return path.toString();
  }
}
