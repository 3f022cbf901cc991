package vallarta.compact.document;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The main part of a Word document: walks the HTML once and writes its blocks as paragraphs and
/// tables. For one document each.
final class WordBody {

  /// The number of bullets; numbered lists count on from [#FIRST_LIST].
  private static final int BULLETS = 1;

  static final int FIRST_LIST = 2;
  private static final int INDENT_TWIPS = 400;
  private static final int TEXT_TWIPS = 9638;

  /// How a paragraph stands.
  ///
  /// @param list number of the list that it is an item of, 0 for none
  /// @param depth how far it is indented
  private record Place(String style, int list, int depth) {

    Place styled(String other) {
      return new Place(other, list, depth);
    }

    Place deeper() {
      return new Place(style, 0, depth + 1);
    }

    Place item(int of) {
      return new Place(style, of, depth);
    }
  }

  private final Document source;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;
  private final List<String> links = new ArrayList<>();
  private final List<Integer> lists = new ArrayList<>();
  private int bookmarks;

  WordBody(Document source) {
    this.source = source;
    try {
      this.out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  String write() {
    try {
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("w:document");
      out.writeAttribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
      out.writeAttribute(
          "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
      out.writeStartElement("w:body");
      blocks(source.body(), new Place("", 0, 0));
      section();
      out.writeEndDocument();
      out.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Where the links lead, in the order of their numbers.
  List<String> links() {
    return List.copyOf(links);
  }

  /// The first number of each numbered list.
  List<Integer> lists() {
    return List.copyOf(lists);
  }

  /// What is inside of an element: words between blocks are paragraphs of their own.
  private void blocks(Element parent, Place place) throws XMLStreamException {
    Place now = place;
    List<Node> words = new ArrayList<>();
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element && holdsBlocks(element)) {
        now = flush(parent, words, now);
        block(element, now);
        now = now.item(0);
      } else {
        words.add(node);
      }
    }
    flush(parent, words, now);
  }

  private static boolean holdsBlocks(Element element) {
    return element.isBlock() || element.children().stream().anyMatch(WordBody::holdsBlocks);
  }

  private Place flush(Element parent, List<Node> words, Place place) throws XMLStreamException {
    boolean empty = words.stream().allMatch(it -> it instanceof TextNode t && t.isBlank());
    if (empty) {
      words.clear();
      return place;
    }
    paragraph(parent, words, place);
    words.clear();
    return place.item(0);
  }

  private void block(Element it, Place place) throws XMLStreamException {
    switch (it.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          paragraph(it, it.childNodes(), place.styled("Heading" + Outline.level(it)));
      case "ul" -> list(it, place, BULLETS);
      case "ol" -> list(it, place, numbered(it));
      case "dt" -> blocks(it, place.styled("Term"));
      case "dd" -> blocks(it, place.deeper());
      case "blockquote" -> blocks(it, place.styled("Quote"));
      case "table" -> table(it);
      case "hr", "svg", "img" -> {}
      default -> blocks(it, styled(it, place));
    }
  }

  private static Place styled(Element it, Place place) {
    if (it.hasClass("caption")) {
      return place.styled("Caption");
    }
    return it.hasClass("small") ? place.styled("Small") : place;
  }

  private int numbered(Element list) {
    lists.add(list.hasAttr("start") ? Integer.parseInt(list.attr("start")) : 1);
    return FIRST_LIST + lists.size() - 1;
  }

  private void list(Element list, Place place, int number) throws XMLStreamException {
    Place inside = place.deeper();
    for (Element item : list.children()) {
      blocks(item, inside.item(number));
    }
  }

  private void table(Element table) throws XMLStreamException {
    out.writeStartElement("w:tbl");
    out.writeStartElement("w:tblPr");
    value("w:tblStyle", "Rows");
    if (Direction.isRightToLeft(table)) {
      out.writeEmptyElement("w:bidiVisual");
    }
    out.writeEmptyElement("w:tblW");
    out.writeAttribute("w:w", "5000");
    out.writeAttribute("w:type", "pct");
    out.writeEndElement();
    List<Element> rows =
        table.select("tr").stream().filter(it -> it.closest("table") == table).toList();
    grid(rows);
    for (Element row : rows) {
      row(row);
    }
    out.writeEndElement();
    // Two tables without a paragraph between them would become one.
    out.writeEmptyElement("w:p");
  }

  /// Columns of equal width; a reader fits them to what they hold.
  private void grid(List<Element> rows) throws XMLStreamException {
    int columns = rows.stream().mapToInt(Outline::width).max().orElse(1);
    out.writeStartElement("w:tblGrid");
    for (int i = 0; i < columns; i++) {
      out.writeEmptyElement("w:gridCol");
      out.writeAttribute("w:w", Integer.toString(TEXT_TWIPS / columns));
    }
    out.writeEndElement();
  }

  private void row(Element row) throws XMLStreamException {
    boolean head = row.closest("thead") != null;
    out.writeStartElement("w:tr");
    out.writeStartElement("w:trPr");
    out.writeEmptyElement("w:cantSplit");
    if (head) {
      out.writeEmptyElement("w:tblHeader");
    }
    out.writeEndElement();
    for (Element cell : row.children()) {
      out.writeStartElement("w:tc");
      out.writeStartElement("w:tcPr");
      if (cell.hasAttr("colspan")) {
        value("w:gridSpan", cell.attr("colspan"));
      }
      out.writeEndElement();
      String style = cell.normalName().equals("th") ? "HeadCell" : "Cell";
      if (cell.hasText()) {
        blocks(cell, new Place(style, 0, 0));
      } else {
        out.writeEmptyElement("w:p");
      }
      out.writeEndElement();
    }
    out.writeEndElement();
  }

  private void paragraph(Element of, List<Node> words, Place place) throws XMLStreamException {
    out.writeStartElement("w:p");
    out.writeStartElement("w:pPr");
    if (!place.style().isEmpty()) {
      value("w:pStyle", place.style());
    }
    if (place.list() > 0) {
      out.writeStartElement("w:numPr");
      value("w:ilvl", "0");
      value("w:numId", Integer.toString(place.list()));
      out.writeEndElement();
    }
    if (Direction.isRightToLeft(of)) {
      out.writeEmptyElement("w:bidi");
    }
    if (place.depth() > 0) {
      out.writeEmptyElement("w:ind");
      out.writeAttribute("w:left", Integer.toString(place.depth() * INDENT_TWIPS));
      if (place.list() > 0) {
        out.writeAttribute("w:hanging", Integer.toString(INDENT_TWIPS));
      }
    }
    out.writeEndElement();
    mark(of);
    new WordRuns(out, links).write(of, words);
    out.writeEndElement();
  }

  /// What a link within the document leads to.
  private void mark(Element of) throws XMLStreamException {
    if (!of.id().isEmpty()) {
      String number = Integer.toString(bookmarks++);
      out.writeEmptyElement("w:bookmarkStart");
      out.writeAttribute("w:id", number);
      out.writeAttribute("w:name", of.id());
      out.writeEmptyElement("w:bookmarkEnd");
      out.writeAttribute("w:id", number);
    }
  }

  /// A4 with margins of 20 mm, and the number of the page at its foot.
  private void section() throws XMLStreamException {
    out.writeStartElement("w:sectPr");
    out.writeEmptyElement("w:footerReference");
    out.writeAttribute("w:type", "default");
    out.writeAttribute("r:id", "footer");
    out.writeEmptyElement("w:pgSz");
    out.writeAttribute("w:w", "11906");
    out.writeAttribute("w:h", "16838");
    out.writeEmptyElement("w:pgMar");
    for (String side : List.of("top", "right", "bottom", "left")) {
      out.writeAttribute("w:" + side, "1134");
    }
    out.writeAttribute("w:header", "567");
    out.writeAttribute("w:footer", "567");
    out.writeAttribute("w:gutter", "0");
    if (Direction.isRightToLeft(source.body())) {
      out.writeEmptyElement("w:bidi");
    }
    out.writeEndElement();
  }

  private void value(String element, String value) throws XMLStreamException {
    out.writeEmptyElement(element);
    out.writeAttribute("w:val", value);
  }
}
