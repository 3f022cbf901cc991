package vallarta.compact.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A form in which a document is handed out, at the address of its page with this ending.
public enum Paper {
  /// To keep and to print.
  PDF(MediaType.APPLICATION_PDF_VALUE, Pdf::of),
  /// To edit.
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Word::of);

  private final String mediaType;
  private final Function<String, byte[]> maker;

  Paper(String mediaType, Function<String, byte[]> maker) {
    this.mediaType = mediaType;
    this.maker = maker;
  }

  /// The form of the ending of an address.
  public static Paper of(String path) {
    return Arrays.stream(values())
        .filter(it -> path.endsWith("." + it.ending()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no document at " + path));
  }

  /// What follows the dot at the end of the address.
  public String ending() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// The document of that HTML as an answer.
  ///
  /// @param name of the file, without its ending
  public ResponseEntity<byte[]> answer(String name, String html) {
    String disposition =
        ContentDisposition.inline()
            .filename(name + "." + ending(), StandardCharsets.UTF_8)
            .build()
            .toString();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(mediaType))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .body(maker.apply(html));
  }
}
