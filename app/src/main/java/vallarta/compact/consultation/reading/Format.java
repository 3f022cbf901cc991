package vallarta.compact.consultation.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A format that is read.
enum Format {
  PDF("application/pdf", new PdfReader(), "pdf"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      TikaReader.docx(),
      "docx",
      "docm",
      "dotx"),
  DOC("application/msword", TikaReader.doc(), "doc", "dot"),
  ODT("application/vnd.oasis.opendocument.text", TikaReader.odt(), "odt", "ott"),
  RTF("application/rtf", TikaReader.rtf(), "rtf"),
  HTML("text/html", new HtmlReader(), "html", "htm", "xhtml"),
  MARKDOWN("text/markdown", new MarkdownReader(), "md", "markdown"),
  TEXT("text/plain", new PlainTextReader(), "txt", "text");

  /// Makes text of the bytes of one format.
  @FunctionalInterface
  interface Reader {
    /// Appends what is in the source to the text.
    ///
    /// @return the number of pages, 0 where the format has none
    int read(Source source, TextBuilder text, TextLimits limits)
        throws java.io.IOException,
            org.xml.sax.SAXException,
            org.apache.tika.exception.TikaException;
  }

  private final String mediaType;

  @SuppressWarnings("ImmutableEnumChecker") // The readers keep no state.
  private final Reader reader;

  @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list of strings.
  private final List<String> extensions;

  Format(String mediaType, Reader reader, String... extensions) {
    this.mediaType = mediaType;
    this.reader = reader;
    this.extensions = List.of(extensions);
  }

  static Optional<Format> findExtension(String extension) {
    return Arrays.stream(values()).filter(it -> it.extensions.contains(extension)).findFirst();
  }

  String mediaType() {
    return mediaType;
  }

  Reader reader() {
    return reader;
  }

  boolean isText() {
    return this == HTML || this == MARKDOWN || this == TEXT;
  }
}
