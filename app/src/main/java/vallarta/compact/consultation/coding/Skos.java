package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;

/// The thesaurus as SKOS in RDF/XML, for the tools that libraries and statistical offices keep
/// their thesauri in.
///
/// Themes and dimensions are concepts of two schemes, groups are collections. A matching term of
/// plain words is a hidden label, which SKOS made for text search; one with a rule of its own
/// (`not`, `all`, `context`, or with signs) stands in a property of its kind under
/// `urn:vallarta:terms#`. What is written and read again is the same.
public final class Skos {

  private Skos() {}

  /// @throws IllegalStateException when the stream cannot be written to
  public static void write(Thesaurus thesaurus, OutputStream out) {
    try {
      new SkosWriter(thesaurus).write(out);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the thesaurus could not be written as SKOS", e);
    }
  }

  /// Reads a thesaurus written by this product or by another. Of another the preferred, alternative
  /// and hidden labels in the six languages become matching terms, and themes outside any
  /// collection stand in a group of their scheme. Of several broader concepts the first counts.
  /// Problems tell the line as their row and come under the name `skos`.
  ///
  /// @throws IOException when the stream cannot be read
  public static ThesaurusTables.Result read(InputStream in) throws IOException {
    return new SkosReader().read(in.readAllBytes());
  }
}
