package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.xml.sax.SAXException;

/// Reads Markdown (CommonMark with tables) as the page that it stands for.
final class MarkdownReader implements Format.Reader {

  private static final Parser MARKDOWN =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .maxOpenBlockParsers(100)
          .build();

  private static final HtmlRenderer PAGE =
      HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

  @Override
  public int read(Source source, TextBuilder text, TextLimits limits)
      throws IOException, SAXException {
    Node document = MARKDOWN.parse(TextDecoder.decode(source.bytes()));
    HtmlReader.read(PAGE.render(document), text, limits);
    return 0;
  }
}
