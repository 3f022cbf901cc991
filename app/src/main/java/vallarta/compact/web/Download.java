package vallarta.compact.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vallarta.compact.table.Sheet;
import vallarta.compact.table.SheetWriter;

/// The data of a page as an answer for machines.
public final class Download {

  private Download() {}

  /// The sheet in that format.
  public static ResponseEntity<byte[]> of(Format format, Sheet sheet) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      switch (format) {
        case CSV -> SheetWriter.csv(sheet, bytes);
        case JSON -> SheetWriter.json(sheet, bytes);
        case XLSX -> SheetWriter.xlsx(List.of(sheet), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String type = format.mediaType() + (format == Format.CSV ? ";charset=UTF-8" : "");
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            "Content-Disposition",
            "inline; filename=\"%s.%s\"".formatted(sheet.name(), format.ending()))
        .header("Access-Control-Allow-Origin", "*")
        .body(bytes.toByteArray());
  }
}
