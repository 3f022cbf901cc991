package vallarta.compact.consultation.reading;

import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.SecureContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Reads the formats of word processors through the parsers of Apache Tika. Documents embedded in
/// others are not opened; running heads and deleted text are left out.
final class TikaReader implements Format.Reader {

  private static final EmbeddedDocumentExtractor NONE =
      new EmbeddedDocumentExtractor() {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
          return false;
        }

        @Override
        public void parseEmbedded(
            java.io.InputStream stream,
            ContentHandler handler,
            Metadata metadata,
            boolean outputHtml) {
          // What is embedded is not part of the text.
        }
      };

  private final Parser parser;

  private TikaReader(Parser parser) {
    this.parser = parser;
  }

  static TikaReader docx() {
    return new TikaReader(new OOXMLParser());
  }

  static TikaReader doc() {
    return new TikaReader(new OfficeParser());
  }

  static TikaReader odt() {
    return new TikaReader(new OpenDocumentParser());
  }

  static TikaReader rtf() {
    return new TikaReader(new RTFParser());
  }

  @Override
  public int read(Source source, TextBuilder text, TextLimits limits)
      throws IOException, SAXException, TikaException {
    XhtmlBlocks blocks = new XhtmlBlocks(text, XhtmlBlocks.LineFeeds.BREAK);
    SecureContentHandler secure = new SecureContentHandler(blocks, source.stream());
    secure.setMaximumDepth(limits.depth());
    secure.setMaximumCompressionRatio(limits.unpackedRatio());
    try {
      parser.parse(source.stream(), secure, new Metadata(), context());
    } catch (SAXException e) {
      secure.throwIfCauseOf(e);
      throw e;
    }
    blocks.endDocument();
    return 0;
  }

  private static ParseContext context() {
    OfficeParserConfig office = new OfficeParserConfig();
    office.setIncludeHeadersAndFooters(false);
    office.setIncludeDeletedContent(false);
    office.setIncludeMoveFromContent(false);
    office.setExtractMacros(false);
    ParseContext context = new ParseContext();
    context.set(OfficeParserConfig.class, office);
    context.set(EmbeddedDocumentExtractor.class, NONE);
    return context;
  }
}
