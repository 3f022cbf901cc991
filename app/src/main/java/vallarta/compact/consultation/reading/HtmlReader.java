package vallarta.compact.consultation.reading;

import java.io.IOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.xml.sax.SAXException;

/// Reads web pages. All elements are seen, so that text of containers without paragraphs is cut
/// where a browser would cut it.
final class HtmlReader implements Format.Reader {

  private static final JSoupParser PARSER = new JSoupParser();

  @Override
  public int read(Source source, TextBuilder text, TextLimits limits)
      throws IOException, SAXException {
    read(TextDecoder.decodeHtml(source.bytes()), text, limits);
    return 0;
  }

  /// Appends what a page says.
  static void read(String html, TextBuilder text, TextLimits limits) throws SAXException {
    XhtmlBlocks blocks = new XhtmlBlocks(text, XhtmlBlocks.LineFeeds.BLANK);
    ParseContext context = new ParseContext();
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    PARSER.parseString(html, new DepthLimit(blocks, limits.depth()), new Metadata(), context);
    blocks.endDocument();
  }
}
