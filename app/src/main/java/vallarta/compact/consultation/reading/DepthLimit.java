package vallarta.compact.consultation.reading;

import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Stops a document whose elements nest too deep.
final class DepthLimit extends ContentHandlerDecorator {

  private final int limit;
  private int depth;

  DepthLimit(ContentHandler handler, int limit) {
    super(handler);
    this.limit = limit;
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    if (++depth > limit) {
      throw new NotReadableException(
          ReadingStatus.EXPANDS_TOO_MUCH, "elements nest deeper than " + limit);
    }
    super.startElement(uri, localName, name, attributes);
  }

  @Override
  public void endElement(String uri, String localName, String name) throws SAXException {
    depth--;
    super.endElement(uri, localName, name);
  }
}
