package vallarta.compact.web;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An Atom feed (RFC 4287), for programs that look by themselves for what is new.
///
/// @param self its own address without the site: it is its identity
/// @param about address of the page that shows the same, without the site, or empty
/// @param updated when the newest entry was made, or what it tells of began
/// @param entries the newest first
public record Feed(String title, String self, String about, Instant updated, List<Entry> entries) {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /// One change.
  ///
  /// @param id address that no other entry has, without the site; it never changes
  /// @param href where it can be read, without the site
  /// @param text what it is about, or empty
  /// @param language BCP 47 tag of the text, or empty
  public record Entry(
      String id, String title, Instant at, String href, String text, String language) {}

  /// With its entries in that order, as new as the newest of them.
  ///
  /// @param empty when one without entries was updated
  public static Feed newestFirst(
      String title, String self, String about, List<Entry> entries, Instant empty) {
    List<Entry> newest =
        entries.stream().sorted(Comparator.comparing(Entry::at).reversed()).toList();
    return new Feed(title, self, about, newest.isEmpty() ? empty : newest.getFirst().at(), newest);
  }

  public ResponseEntity<byte[]> answer(Page page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(page, bytes);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("no feed of " + self, e);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
        .header("Access-Control-Allow-Origin", "*")
        .body(bytes.toByteArray());
  }

  private void write(Page page, OutputStream to) throws XMLStreamException {
    XMLStreamWriter xml =
        XMLOutputFactory.newFactory().createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml:lang", page.language().tag());
    text(xml, "id", page.absolute(self));
    text(xml, "title", title);
    text(xml, "updated", updated.toString());
    link(xml, "self", page.absolute(self));
    if (!about.isEmpty()) {
      link(xml, "alternate", page.absolute(about));
    }
    xml.writeStartElement("author");
    text(xml, "name", page.siteName());
    xml.writeEndElement();
    for (Entry it : entries) {
      xml.writeStartElement("entry");
      text(xml, "id", page.absolute(it.id()));
      text(xml, "title", it.title());
      text(xml, "updated", it.at().toString());
      link(xml, "alternate", page.absolute(it.href()));
      if (!it.text().isEmpty()) {
        xml.writeStartElement("summary");
        if (!it.language().isEmpty()) {
          xml.writeAttribute("xml:lang", it.language());
        }
        xml.writeCharacters(readable(it.text()));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private static void text(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(readable(value));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }

  /// Without the characters that XML 1.0 cannot hold.
  private static String readable(String text) {
    return text.codePoints()
        .filter(it ->
            it == '\t'
                || it == '\n'
                || it == '\r'
                || it >= 0x20 && it != 0xFFFE && it != 0xFFFF && (it < 0xD800 || it > 0xDFFF))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
