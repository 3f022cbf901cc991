package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.util.Optional;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/// Tells the format of a file from its bytes; the name decides only between kinds of plain text,
/// and what is said where the bytes are of no format that is read.
final class FormatDetector {

  /// What a file is.
  sealed interface Found {
    /// It can be read; the note is not empty where the name claims another format.
    record Supported(Format format, String note) implements Found {}

    record Other(ReadingStatus status, String detail, String mediaType) implements Found {}
  }

  private final MimeTypes names = MimeTypes.getDefaultMimeTypes();
  private final Detector bytes = new DefaultDetector(names);

  Found detect(Source source, String name, TextLimits limits) throws IOException {
    Optional<Format> claimed = Format.findExtension(FileNames.extension(name));
    byte[] start = source.start(4);
    if (isZip(start)) {
      return packed(source, claimed, limits);
    }
    MediaType type = bytes.detect(source.stream(), new Metadata()).getBaseType();
    return switch (type.toString()) {
      case "application/pdf" -> supported(Format.PDF, claimed);
      case "application/msword" -> supported(Format.DOC, claimed);
      case "application/rtf", "text/rtf" -> supported(Format.RTF, claimed);
      case "application/x-tika-ooxml-protected" ->
          new Found.Other(ReadingStatus.ENCRYPTED, "", type.toString());
      case "text/html", "application/xhtml+xml" -> supported(Format.HTML, claimed);
      default -> isText(type) ? text(name, claimed) : other(type, claimed);
    };
  }

  private Found packed(Source source, Optional<Format> claimed, TextLimits limits)
      throws IOException {
    return switch (PackedDocument.look(source, limits)) {
      case PackedDocument.Kind.DOCX -> supported(Format.DOCX, claimed);
      case PackedDocument.Kind.ODT -> supported(Format.ODT, claimed);
      case PackedDocument.Kind.OTHER -> {
        MediaType type = bytes.detect(source.stream(), new Metadata()).getBaseType();
        yield otherType(type.toString(), claimed);
      }
    };
  }

  private static Found supported(Format format, Optional<Format> claimed) {
    boolean asNamed = claimed.isEmpty() || claimed.get() == format;
    return new Found.Supported(
        format, asNamed ? "" : "named " + claimed.get() + ", but the bytes are " + format);
  }

  /// Plain bytes: the name tells which kind of text. Kinds that are not read (CSV, XML, programs)
  /// are refused by name alone.
  private Found text(String name, Optional<Format> claimed) throws IOException {
    if (claimed.isPresent()) {
      return claimed.get().isText()
          ? new Found.Supported(claimed.get(), "")
          : supported(Format.TEXT, claimed);
    }
    Metadata hint = new Metadata();
    hint.set("resourceName", "text." + FileNames.extension(name));
    String byName =
        names.detect(org.apache.tika.io.TikaInputStream.get(new byte[0]), hint).toString();
    return byName.equals("text/plain") || byName.equals("application/octet-stream")
        ? new Found.Supported(Format.TEXT, "")
        : new Found.Other(ReadingStatus.UNSUPPORTED_TYPE, byName, byName);
  }

  private static Found other(MediaType type, Optional<Format> claimed) {
    boolean unknown =
        type.equals(MediaType.OCTET_STREAM) || type.getSubtype().startsWith("x-tika-msoffice");
    return unknown && claimed.isPresent()
        ? new Found.Other(ReadingStatus.BROKEN, "", claimed.get().mediaType())
        : otherType(type.toString(), claimed);
  }

  private static Found otherType(String type, Optional<Format> claimed) {
    return claimed
        .map(it ->
            new Found.Other(
                ReadingStatus.WRONG_EXTENSION, "named " + it + ", but the bytes are " + type, type))
        .orElseGet(() -> new Found.Other(ReadingStatus.UNSUPPORTED_TYPE, type, type));
  }

  private boolean isText(MediaType type) {
    return type.getType().equals("text")
        || names.getMediaTypeRegistry().isInstanceOf(type, MediaType.TEXT_PLAIN);
  }

  private static boolean isZip(byte[] start) {
    return start.length == 4
        && start[0] == 'P'
        && start[1] == 'K'
        && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
  }
}
