package vallarta.compact.consultation.coding;

import static vallarta.compact.consultation.coding.SkosNames.SKOS;
import static vallarta.compact.consultation.coding.SkosNames.TERMS;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vallarta.compact.language.Language;

/// Writes a thesaurus as RDF/XML, one element a line.
final class SkosWriter {

  private final Thesaurus thesaurus;

  SkosWriter(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
  }

  void write(OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeCharacters("\n");
    xml.setPrefix("rdf", RdfXml.RDF);
    xml.setPrefix("skos", SKOS);
    xml.setPrefix("v", TERMS);
    xml.writeStartElement(RdfXml.RDF, "RDF");
    xml.writeNamespace("rdf", RdfXml.RDF);
    xml.writeNamespace("skos", SKOS);
    xml.writeNamespace("v", TERMS);
    for (Scheme scheme : Scheme.values()) {
      start(xml, "ConceptScheme", SkosNames.scheme(scheme));
      end(xml);
    }
    for (Concept concept : thesaurus.all()) {
      write(xml, concept);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  private void write(XMLStreamWriter xml, Concept concept) throws XMLStreamException {
    start(xml, concept.isGroup() ? "Collection" : "Concept", SkosNames.of(concept));
    for (Language language : ThesaurusTables.LABELS) {
      text(xml, SKOS, "prefLabel", concept.labels().getOrDefault(language, ""), language);
    }
    text(xml, SKOS, "notation", concept.notation(), null);
    text(xml, SKOS, "definition", concept.definition(), Language.EN);
    if (concept.isGroup()) {
      for (Concept member : thesaurus.list(Scheme.THEME)) {
        if (member.group().equals(concept.id())) {
          resource(xml, "member", SkosNames.of(member));
        }
      }
    } else {
      resource(xml, "inScheme", SkosNames.scheme(concept.scheme()));
      if (!concept.broader().isEmpty()) {
        resource(xml, "broader", SkosNames.of(concept.scheme(), concept.broader()));
      }
      for (Term term : terms(concept)) {
        write(xml, concept, term);
      }
    }
    end(xml);
  }

  private List<Term> terms(Concept concept) {
    return thesaurus.terms().stream()
        .filter(it -> it.scheme() == concept.scheme() && it.concept().equals(concept.id()))
        .toList();
  }

  /// Plain words are a hidden label, unless they are the preferred one: SKOS has no word be both.
  private static void write(XMLStreamWriter xml, Concept concept, Term term)
      throws XMLStreamException {
    boolean plain =
        term.kind() == Term.Kind.ANY
            && term.text().chars().noneMatch(sign -> "=*~+".indexOf(sign) >= 0)
            && !Objects.equals(concept.labels().get(term.language()), term.text());
    if (plain) {
      text(xml, SKOS, "hiddenLabel", term.text(), term.language());
    } else {
      text(xml, TERMS, term.kind().tag(), term.text(), term.language());
    }
  }

  private static void start(XMLStreamWriter xml, String type, String iri)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement(SKOS, type);
    xml.writeAttribute(RdfXml.RDF, "about", iri);
  }

  private static void end(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void resource(XMLStreamWriter xml, String property, String iri)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeEmptyElement(SKOS, property);
    xml.writeAttribute(RdfXml.RDF, "resource", iri);
  }

  private static void text(
      XMLStreamWriter xml,
      String space,
      String property,
      String text,
      @org.jspecify.annotations.Nullable Language language)
      throws XMLStreamException {
    if (text.isEmpty()) {
      return;
    }
    xml.writeCharacters("\n    ");
    xml.writeStartElement(space, property);
    if (language != null) {
      xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language.tag());
    }
    xml.writeCharacters(text.replaceAll("\\p{Cntrl}", " "));
    xml.writeEndElement();
  }
}
