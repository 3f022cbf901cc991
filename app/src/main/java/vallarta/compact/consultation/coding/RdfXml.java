package vallarta.compact.consultation.coding;

import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the statements of an RDF/XML document (W3C Recommendation of 25 February 2014): typed
/// nodes and descriptions, nested nodes, property attributes, `xml:base`, `xml:lang`. Containers
/// and collections are read for what stands in them, not for their order. Nothing outside the
/// document is opened.
final class RdfXml {

  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String TYPE = RDF + "type";

  /// What a document says of a thing.
  ///
  /// @param line where it stands in the document
  /// @param object the IRI of another thing, or a text
  /// @param language of a text, empty when not told
  record Statement(
      long line, String subject, String property, String object, boolean text, String language) {}

  /// Deeper than any thesaurus, and not so deep that a hostile document ends the reader.
  private static final int DEEPEST = 200;

  private final XMLStreamReader xml;
  private final List<Statement> statements = new ArrayList<>();
  private int unnamed;

  /// Where the reader stands: what is inherited from the elements around it.
  private record Scope(String base, String language, int depth) {}

  private RdfXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  /// @throws XMLStreamException when the document is no well-formed XML
  static List<Statement> read(byte[] bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    String text = XmlText.decode(bytes);
    RdfXml document = new RdfXml(factory.createXMLStreamReader(new StringReader(text)));
    document.read();
    return document.statements;
  }

  private void read() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        Scope scope = scope(new Scope("", "", 0));
        if (name().equals(RDF + "RDF")) {
          nodes(scope);
        } else {
          node(scope);
        }
      }
    }
  }

  private void nodes(Scope around) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        node(scope(around));
      }
    }
  }

  /// A thing and all that its element says of it; ends after its end tag.
  private String node(Scope scope) throws XMLStreamException {
    String subject = subject(scope);
    long line = line();
    if (!name().equals(RDF + "Description")) {
      statements.add(new Statement(line, subject, TYPE, name(), false, ""));
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String space = String.valueOf(xml.getAttributeNamespace(i));
      String property = space + xml.getAttributeLocalName(i);
      if (property.equals(TYPE)) {
        String type = resolved(scope, xml.getAttributeValue(i));
        statements.add(new Statement(line, subject, TYPE, type, false, ""));
      } else if (!space.equals(RDF) && !space.equals(XMLConstants.XML_NS_URI)) {
        statements.add(
            new Statement(line, subject, property, xml.getAttributeValue(i), true, scope.language));
      }
    }
    properties(subject, scope);
    return subject;
  }

  private void properties(String subject, Scope around) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        property(subject, scope(around));
      }
    }
  }

  private void property(String subject, Scope scope) throws XMLStreamException {
    long line = line();
    String property = name();
    String resource = rdf("resource");
    String nodeId = rdf("nodeID");
    if (rdf("parseType").equals("Resource")) {
      String object = "_:" + unnamed++;
      statements.add(new Statement(line, subject, property, object, false, ""));
      properties(object, scope);
      return;
    }
    StringBuilder text = new StringBuilder();
    boolean things = false;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        things = true;
        String object = node(scope(scope));
        statements.add(new Statement(line, subject, property, object, false, ""));
      } else if (xml.isCharacters()) {
        text.append(xml.getText());
      }
    }
    if (!resource.isEmpty()) {
      String object = resolved(scope, resource);
      statements.add(new Statement(line, subject, property, object, false, ""));
    } else if (!nodeId.isEmpty()) {
      statements.add(new Statement(line, subject, property, "_:n" + nodeId, false, ""));
    } else if (!things) {
      statements.add(new Statement(line, subject, property, text.toString(), true, scope.language));
    }
  }

  private String subject(Scope scope) {
    if (xml.getAttributeValue(RDF, "about") != null) {
      return resolved(scope, rdf("about"));
    }
    if (!rdf("ID").isEmpty()) {
      return resolved(scope, "#" + rdf("ID"));
    }
    return rdf("nodeID").isEmpty() ? "_:" + unnamed++ : "_:n" + rdf("nodeID");
  }

  private Scope scope(Scope around) throws XMLStreamException {
    if (around.depth >= DEEPEST) {
      throw new XMLStreamException("nested too deeply", xml.getLocation());
    }
    String base = xml.getAttributeValue(XMLConstants.XML_NS_URI, "base");
    String language = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
    return new Scope(
        base == null ? around.base : base,
        language == null ? around.language : language,
        around.depth + 1);
  }

  private static String resolved(Scope scope, String reference) {
    if (scope.base.isEmpty()) {
      return reference;
    }
    try {
      URI base = URI.create(scope.base);
      return reference.startsWith("#")
          ? scope.base.replaceFirst("#.*", "") + reference
          : base.resolve(reference).toString();
    } catch (IllegalArgumentException e) {
      return reference;
    }
  }

  private String rdf(String attribute) {
    String value = xml.getAttributeValue(RDF, attribute);
    return value == null ? "" : value;
  }

  private String name() {
    String space = xml.getNamespaceURI();
    return (space == null ? "" : space) + xml.getLocalName();
  }

  private long line() {
    return xml.getLocation().getLineNumber();
  }
}
