package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/// Reads one file in this process: finds its type, and has the reader of that type make text and
/// blocks of it. Every way in which a file can be wrong is a status; only an [Error] gets out. Not
/// thread-safe.
final class FileReading {

  private final TextLimits limits;
  private final FormatDetector detector = new FormatDetector();

  FileReading(TextLimits limits) {
    this.limits = limits;
  }

  /// Loads what the first file would have to wait for.
  void warmUp() {
    read("<p>A word.</p>".getBytes(StandardCharsets.UTF_8), "word.html");
  }

  Reading read(Path file, String name) {
    try (Source source = Source.of(file)) {
      return read(source, name);
    } catch (IOException e) {
      return failed(ReadingStatus.BROKEN, "the file cannot be opened", "");
    }
  }

  /// Reads a file that is in memory.
  Reading read(byte[] bytes, String name) {
    try (Source source = Source.of(bytes)) {
      return read(source, name);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Reading read(Source source, String name) throws IOException {
    FormatDetector.Found found;
    try {
      found = detector.detect(source, name, limits);
    } catch (NotReadableException e) {
      return failed(e.status(), e.detail(), "");
    }
    return switch (found) {
      case FormatDetector.Found.Supported(Format format, String note) ->
          readAs(format, note, source);
      case FormatDetector.Found.Other(ReadingStatus status, String detail, String mediaType) ->
          failed(status, detail, mediaType);
    };
  }

  private Reading readAs(Format format, String note, Source source) {
    String type = format.mediaType();
    try {
      TextBuilder text = new TextBuilder(limits.textLength());
      int pages = format.reader().read(source, text, limits);
      if (text.isEmpty()) {
        return failed(ReadingStatus.EMPTY, note, type);
      }
      return text.reading(join(note, text.note()), type, pages);
    } catch (NotReadableException e) {
      return failed(e.status(), e.detail().isEmpty() ? note : e.detail(), type);
    } catch (StackOverflowError e) {
      return failed(ReadingStatus.EXPANDS_TOO_MUCH, "nests too deep", type);
    } catch (IOException | SAXException | TikaException | RuntimeException e) {
      NotReadableException reason = Failures.explain(e);
      return failed(reason.status(), reason.detail().isEmpty() ? note : reason.detail(), type);
    }
  }

  private static String join(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
  }

  private static Reading failed(ReadingStatus status, String detail, String mediaType) {
    return new Reading(status, detail, mediaType, 0, "", java.util.List.of());
  }
}
