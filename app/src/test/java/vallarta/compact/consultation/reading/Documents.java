package vallarta.compact.consultation.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/// Small files of each format, all saying the same of a State that does not exist.
final class Documents {

  static final String TITLE = "Consultation of Islandia";
  static final String SECTION = "A. Work and skills";
  static final String ASK =
      "1. Delegates asked the Government of Islandia to recognise the skills of nurses.";
  static final String ITEM = "Publish the fees.";

  private Documents() {}

  static byte[] docx() {
    try (XWPFDocument document = new XWPFDocument()) {
      style(document, "Heading1", "heading 1");
      style(document, "Heading2", "heading 2");
      style(document, "ListParagraph", "List Paragraph");
      paragraph(document, "Heading1", TITLE, false);
      paragraph(document, "Heading2", SECTION, false);
      paragraph(document, "", ASK, false);
      paragraph(document, "ListParagraph", ITEM, false);
      paragraph(document, "", "Closing remarks", true);
      XWPFTable table = document.createTable(3, 2);
      table.getRow(0).getCell(0).setText("Recommendation");
      table.getRow(0).getCell(1).setText("Position");
      table.getRow(1).removeCell(1);
      XWPFParagraph theme = table.getRow(1).getCell(0).getParagraphArray(0);
      theme.createRun().setText("Theme: Skills");
      theme.getRuns().getFirst().setBold(true);
      table.getRow(2).getCell(0).setText("1.1 Open one desk for newcomers;");
      table.getRow(2).getCell(1).setText("Supported");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void style(XWPFDocument document, String id, String name) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setStyleId(id);
    style.addNewName().setVal(name);
    document.createStyles().addStyle(new XWPFStyle(style));
  }

  private static void paragraph(XWPFDocument document, String style, String words, boolean bold) {
    XWPFParagraph paragraph = document.createParagraph();
    if (!style.isEmpty()) {
      paragraph.setStyle(style);
    }
    paragraph.createRun().setText(words);
    paragraph.getRuns().getFirst().setBold(bold);
  }

  /// An ODT file with this for the elements inside of `office:text`.
  static byte[] odt(String doctype, String body) {
    String content =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + doctype
            + "<office:document-content"
            + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\">"
            + "<office:body><office:text>"
            + body
            + "</office:text></office:body></office:document-content>";
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
    parts.put("content.xml", bytes(content));
    return zip(parts);
  }

  static byte[] odt() {
    return odt(
        "",
        "<text:h text:outline-level=\"1\">"
            + TITLE
            + "</text:h><text:h text:outline-level=\"2\">"
            + SECTION
            + "</text:h><text:p>1. Delegates asked the Government of Islandia<text:note"
            + " text:note-class=\"footnote\"><text:note-citation>7</text:note-citation>"
            + "<text:note-body><text:p>Told by nurses.</text:p></text:note-body></text:note>"
            + " to recognise the skills of nurses.</text:p>"
            + "<text:list><text:list-item><text:p>"
            + ITEM
            + "</text:p></text:list-item></text:list>");
  }

  static byte[] rtf() {
    return bytes(
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}}\\pard\\plain{\\b "
            + TITLE
            + "\\par}{\\b "
            + SECTION
            + "\\par}"
            + ASK
            + "\\par\\bullet\\tab "
            + ITEM
            + "\\par Caf\\'e9 \\u1088?\\u1091?\\u1089?\\par}");
  }

  static byte[] html() {
    return bytes(
        """
        <!doctype html><html lang="en"><head><title>Not read</title><script>never()</script></head>
        <body><nav>Home</nav><h1>%s</h1><h2>%s</h2>
        <div>%s</div><ul><li>%s</li></ul>
        <table><tr><td>Recommendation</td><td>Position</td></tr></table></body></html>
        """
            .formatted(TITLE, SECTION, ASK.replace("asked", "<b>asked</b>\n"), ITEM));
  }

  static byte[] markdown() {
    return bytes(
        """
        # %s

        ## %s

        %s

        * %s

        | Recommendation | Position |
        |---|---|
        | 1.1 Open one desk | Supported |
        """
            .formatted(TITLE, SECTION, ASK.replace("1.", "1\\."), ITEM));
  }

  /// A file made by a word processor.
  static byte[] doc() {
    try (InputStream in = Documents.class.getResourceAsStream("note.doc")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] zip(Map<String, byte[]> parts) {
    return zip(parts, ZipEntry.DEFLATED);
  }

  static byte[] zip(Map<String, byte[]> parts, int method) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setMethod(method);
        entry.setSize(part.getValue().length);
        CRC32 crc = new CRC32();
        crc.update(part.getValue());
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A DOCX file whose text is so many letters in one paragraph.
  static byte[] docxOf(int letters, int method) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        bytes(
            "<?xml version=\"1.0\"?><Types"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                + "</Types>"));
    parts.put(
        "_rels/.rels",
        bytes(
            "<?xml version=\"1.0\"?><Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type=\""
                + "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "officeDocument\"/></Relationships>"));
    parts.put(
        "word/document.xml",
        bytes(
            "<?xml version=\"1.0\"?><w:document"
                + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + "<w:body><w:p><w:r><w:t>"
                + "a".repeat(letters)
                + "</w:t></w:r></w:p></w:body></w:document>"));
    return zip(parts, method);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
