package vallarta.compact.document;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgExternalResourceMode;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgScriptMode;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A document as PDF that everybody can read and that archives keep: PDF/UA-1 (ISO 14289-1) and
/// PDF/A-2a (ISO 19005-2), tagged, with its fonts for Latin, Cyrillic, Greek, Arabic and Chinese
/// letters within it.
///
/// The paper is A4 unless the HTML gives another size in its `head`: `<style>@page { size: 105mm
/// 148mm }</style>` (the renderer knows A3, A4 and A5 by name). Nothing is fetched while it is
/// made: pictures are inline SVG or `data:` addresses.
public final class Pdf {

  private static final String STYLE = text("print.css");
  private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  /// A page with Chinese letters takes some 100 MB while it is made.
  private static final Semaphore TURNS = new Semaphore(2);

  static {
    XRLog.setLoggingEnabled(false);
  }

  private Pdf() {}

  /// The PDF of a whole HTML document with `lang`, `title` and headings.
  ///
  /// @throws vallarta.compact.web.DomainFailure when it is too long (`DOC-001`) or nested too deep
  ///   (`DOC-002`)
  public static byte[] of(String html) {
    Document document = Source.read(html);
    document.head().prependElement("style").appendChild(new org.jsoup.nodes.DataNode(STYLE));
    bookmarks(document);
    document.select("a[href]:not([title])").forEach(link -> link.attr("title", link.text()));
    document.select("tr").stream().filter(Direction::isRightToLeft).forEach(Pdf::turn);
    TURNS.acquireUninterruptibly();
    try {
      return rendered(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      TURNS.release();
    }
  }

  private static byte[] rendered(Document document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    Fonts.give(builder, document.wholeText());
    builder
        .useSVGDrawer(new BatikSVGDrawer(SvgScriptMode.SECURE, SvgExternalResourceMode.SECURE))
        .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
        .useUnicodeBidiReorderer(new ICUBidiReorderer())
        .defaultTextDirection(
            document.expectFirst("html").attr("dir").equals("rtl")
                ? TextDirection.RTL
                : TextDirection.LTR)
        .useUriResolver((base, address) -> address.startsWith("data:") ? address : null)
        .useExternalResourceAccessControl(
            (address, type) -> address.startsWith("data:"),
            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .useExternalResourceAccessControl(
            (address, type) -> address.startsWith("data:"),
            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
        .usePdfUaAccessibility(true)
        .usePdfAConformance(PdfAConformance.PDFA_2_A)
        .useColorProfile(COLOURS)
        .withProducer("Vallarta")
        .withW3cDocument(new W3CDom().fromJsoup(document), null)
        .toStream(bytes)
        .run();
    return bytes.toByteArray();
  }

  /// The renderer lays all cells from left to right.
  private static void turn(Element row) {
    List<Element> cells = List.copyOf(row.children());
    cells.reversed().forEach(row::appendChild);
  }

  private static void bookmarks(Document document) {
    Element bookmarks = document.head().appendElement("bookmarks");
    for (Element heading : new Outline(document).headings()) {
      if (Outline.level(heading) <= 3) {
        bookmarks
            .appendElement("bookmark")
            .attr("name", heading.text())
            .attr("href", "#" + heading.id());
      }
    }
  }

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Pdf.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
