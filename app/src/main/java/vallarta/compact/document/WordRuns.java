package vallarta.compact.document;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The words of one paragraph of a Word document. White space is drawn together as HTML does it.
final class WordRuns {

  private final XMLStreamWriter out;
  private final List<String> links;
  private boolean afterSpace = true;

  WordRuns(XMLStreamWriter out, List<String> links) {
    this.out = out;
    this.links = links;
  }

  void write(Element of, List<Node> words) throws XMLStreamException {
    for (Node word : words) {
      node(word, of);
    }
  }

  private void node(Node node, Element of) throws XMLStreamException {
    if (node instanceof TextNode words) {
      words(words.getWholeText(), of);
    } else if (node instanceof Element element) {
      element(element);
    }
  }

  private void element(Element it) throws XMLStreamException {
    switch (it.normalName()) {
      case "br" -> {
        out.writeStartElement("w:r");
        out.writeEmptyElement("w:br");
        out.writeEndElement();
        afterSpace = true;
      }
      case "a" -> link(it);
      case "q" -> {
        words("“", it);
        write(it, it.childNodes());
        words("”", it);
      }
      case "svg", "img" -> words(it.attr("alt"), it);
      case "bdi" -> isolated(it);
      default -> write(it, it.childNodes());
    }
  }

  /// Words that run their own way do not draw the figures beside them along: Word has no element
  /// for it, so that the signs of Unicode do it (UAX 9, 2.4).
  private void isolated(Element it) throws XMLStreamException {
    if (it.parent() instanceof Element around && Direction.isRightToLeft(around)) {
      words("\u2068", around);
      write(it, it.childNodes());
      words("\u2069", around);
    } else {
      write(it, it.childNodes());
    }
  }

  private void link(Element it) throws XMLStreamException {
    String address = it.attr("href");
    if (address.isEmpty()) {
      write(it, it.childNodes());
      return;
    }
    out.writeStartElement("w:hyperlink");
    if (address.startsWith("#")) {
      out.writeAttribute("w:anchor", address.substring(1));
    } else {
      out.writeAttribute("r:id", "link" + links.size());
      links.add(address);
    }
    write(it, it.childNodes());
    out.writeEndElement();
  }

  private void words(String raw, Element of) throws XMLStreamException {
    String text = drawnTogether(raw);
    if (text.isEmpty()) {
      return;
    }
    out.writeStartElement("w:r");
    look(of);
    out.writeStartElement("w:t");
    out.writeAttribute("xml:space", "preserve");
    out.writeCharacters(text);
    out.writeEndElement();
    out.writeEndElement();
  }

  private String drawnTogether(String raw) {
    StringBuilder text = new StringBuilder();
    raw.codePoints()
        .filter(WordRuns::isOfXml)
        .forEach(point -> {
          boolean space = point == ' ' || point == '\n' || point == '\t' || point == '\r';
          if (!space) {
            text.appendCodePoint(point);
          } else if (!afterSpace) {
            text.append(' ');
          }
          afterSpace = space;
        });
    return text.toString();
  }

  /// The characters of XML 1.0 (2.2).
  private static boolean isOfXml(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || point >= 0x20 && point <= 0xD7FF
        || point >= 0xE000 && point <= 0xFFFD
        || point >= 0x10000;
  }

  /// In the order that the schema asks for (17.3.2.28).
  private void look(Element of) throws XMLStreamException {
    out.writeStartElement("w:rPr");
    if (of.closest("a[href]") != null) {
      out.writeEmptyElement("w:rStyle");
      out.writeAttribute("w:val", "Link");
    }
    flag(of, "b, strong, dt", "w:b", "w:bCs");
    flag(of, "i, em, cite", "w:i", "w:iCs");
    flag(of, "del, s", "w:strike");
    if (of.closest("small, sub, sup") != null) {
      out.writeEmptyElement("w:sz");
      out.writeAttribute("w:val", "18");
      out.writeEmptyElement("w:szCs");
      out.writeAttribute("w:val", "18");
    }
    if (of.closest("ins, u") != null) {
      out.writeEmptyElement("w:u");
      out.writeAttribute("w:val", "single");
    }
    if (Direction.isRightToLeft(of)) {
      out.writeEmptyElement("w:rtl");
    }
    language(of);
    out.writeEndElement();
  }

  private void flag(Element of, String selector, String... elements) throws XMLStreamException {
    if (of.closest(selector) != null) {
      for (String element : elements) {
        out.writeEmptyElement(element);
      }
    }
  }

  private void language(Element of) throws XMLStreamException {
    Element named = of.closest("[lang]");
    if (named == null) {
      return;
    }
    String language = named.attr("lang");
    out.writeEmptyElement("w:lang");
    switch (language) {
      case "ar" -> out.writeAttribute("w:bidi", "ar");
      case "zh" -> out.writeAttribute("w:eastAsia", "zh-CN");
      default -> out.writeAttribute("w:val", language);
    }
  }
}
