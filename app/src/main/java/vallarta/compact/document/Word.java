package vallarta.compact.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/// A document to edit, as WordprocessingML (ISO/IEC 29500-1, 17): headings by style, so that a
/// reader of a screen can walk by them, languages and directions as in the HTML, links, lists and
/// tables whose first rows are repeated. What a drawing shows is left out, its words are kept.
///
/// The same HTML gives the same bytes.
public final class Word {

  /// The earliest time that a ZIP entry can have.
  private static final long NO_TIME = 315_532_800_000L;

  private Word() {}

  /// The document of a whole HTML document with `lang`, `title` and headings.
  ///
  /// @throws vallarta.compact.web.DomainFailure when it is too long (`DOC-001`) or nested too deep
  ///   (`DOC-002`)
  public static byte[] of(String html) {
    Document source = Source.read(html);
    WordBody body = new WordBody(source);
    String document = body.write();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      put(zip, "[Content_Types].xml", text("types.xml"));
      put(zip, "_rels/.rels", text("package.xml"));
      put(zip, "docProps/core.xml", core(source));
      put(zip, "word/_rels/document.xml.rels", relations(body.links()));
      put(zip, "word/document.xml", document);
      put(zip, "word/styles.xml", text("styles.xml").replace("LANGUAGE", language(source)));
      put(zip, "word/numbering.xml", numbering(body.lists()));
      put(zip, "word/footer.xml", text("footer.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String core(Document source) {
    Element author = source.selectFirst("meta[name=author]");
    return text("core.xml")
        .replace("TITLE", Entities.escape(source.title()))
        .replace("AUTHOR", author == null ? "" : Entities.escape(author.attr("content")))
        .replace("LANGUAGE", language(source));
  }

  private static String language(Document source) {
    return source.expectFirst("html").attr("lang");
  }

  private static String relations(List<String> links) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < links.size(); i++) {
      all.append(
          """
          <Relationship Id="link%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" \
          Target="%s" TargetMode="External"/>\
          """
              .formatted(i, Entities.escape(links.get(i)).replace("\"", "&quot;")));
    }
    return text("relations.xml").replace("LINKS", all);
  }

  /// Each numbered list begins at its own number.
  private static String numbering(List<Integer> firsts) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < firsts.size(); i++) {
      all.append(
          """
          <w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/>\
          </w:lvlOverride></w:num>\
          """
              .formatted(WordBody.FIRST_LIST + i, firsts.get(i)));
    }
    return text("numbering.xml").replace("LISTS", all);
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(Word.class.getResourceAsStream("word/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
