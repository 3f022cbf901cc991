package vallarta.compact.review.board;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vallarta.compact.web.Page;

/// An Atom feed (RFC 4287) of what changes on a page, the newest first.
final class Feed {

  /// @param id what it is, the same for ever: a path of this site
  /// @param link path of the page that tells more
  record Entry(String id, String title, Instant updated, String link, String summary) {}

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private Feed() {}

  /// @param empty the moment told by a feed without entries
  static ResponseEntity<byte[]> of(Page page, String title, List<Entry> entries, Instant empty) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      write(xml, page, title, entries, empty);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
        .header("Access-Control-Allow-Origin", "*")
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(
      XMLStreamWriter xml, Page page, String title, List<Entry> entries, Instant empty)
      throws XMLStreamException {
    List<Entry> newest =
        entries.stream().sorted(Comparator.comparing(Entry::updated).reversed()).toList();
    String self = page.absolute(page.here("", ""));
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml:lang", page.language().tag());
    element(xml, "id", self);
    element(xml, "title", title);
    element(xml, "updated", (newest.isEmpty() ? empty : newest.getFirst().updated()).toString());
    link(xml, "self", self);
    xml.writeStartElement("author");
    element(xml, "name", page.siteName());
    xml.writeEndElement();
    for (Entry it : newest) {
      xml.writeStartElement("entry");
      element(xml, "id", page.absolute(it.id()));
      element(xml, "title", it.title());
      element(xml, "updated", it.updated().toString());
      link(xml, "alternate", page.absolute(it.link()));
      element(xml, "summary", it.summary());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(
        text.codePoints()
            .filter(Feed::isXml)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString());
    xml.writeEndElement();
  }

  /// Char of XML 1.0: no control characters but tab and line ends.
  private static boolean isXml(int point) {
    return point >= 0x20 && point <= 0xd7ff
        || point == '\t'
        || point == '\n'
        || point == '\r'
        || point >= 0xe000 && point <= 0xfffd
        || point >= 0x10000;
  }
}
