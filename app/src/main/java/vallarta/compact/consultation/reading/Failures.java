package vallarta.compact.consultation.reading;

import java.util.zip.ZipException;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.jspecify.annotations.Nullable;

/// Finds the plain reason among the exceptions of the libraries.
final class Failures {

  private static final int DEEPEST_CAUSE = 20;

  /// Begins the codes of the JDK's own limits for XML: entities, their sizes, depth.
  private static final String JAXP_LIMIT = "JAXP000100";

  private Failures() {}

  /// The status that an exception of a parser stands for; a damaged file where nothing better is
  /// known.
  static NotReadableException explain(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
      ReadingStatus status = status(cause);
      if (status != null) {
        return cause instanceof NotReadableException known
            ? known
            : new NotReadableException(status, "");
      }
    }
    return new NotReadableException(ReadingStatus.BROKEN, "");
  }

  private static @Nullable ReadingStatus status(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return switch (cause) {
      case NotReadableException known -> known.status();
      case InvalidPasswordException _ -> ReadingStatus.ENCRYPTED;
      case EncryptedDocumentException _ -> ReadingStatus.ENCRYPTED;
      case org.apache.tika.exception.EncryptedDocumentException _ -> ReadingStatus.ENCRYPTED;
      case org.apache.tika.exception.ZeroByteFileException _ -> ReadingStatus.EMPTY;
      case ZipException _ when message.contains("encrypted") -> ReadingStatus.ENCRYPTED;
      default -> isBomb(message) ? ReadingStatus.EXPANDS_TOO_MUCH : null;
    };
  }

  private static boolean isBomb(String message) {
    return message.contains("ip bomb")
        || message.contains("entity expansions")
        || message.contains(JAXP_LIMIT);
  }
}
