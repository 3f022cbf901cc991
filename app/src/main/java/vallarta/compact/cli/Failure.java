package vallarta.compact.cli;

import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Turns what went wrong into one line for a person.
final class Failure {

  private Failure() {}

  /// The first cause that says something by itself: what the database says, else the last one.
  static Throwable rootOf(Throwable failure) {
    Throwable cause = failure;
    for (@Nullable Throwable next = cause.getCause(); next != null; next = cause.getCause()) {
      cause = next;
      if (cause instanceof SQLException) {
        return cause;
      }
    }
    return cause;
  }

  static String words(Throwable cause) {
    return switch (cause) {
      case NoSuchFileException e -> "there is no file or folder '%s'".formatted(e.getFile());
      case AccessDeniedException e -> "'%s' may not be read or written".formatted(e.getFile());
      case BindException e -> "the port is in use or may not be used: name another with --port N";
      case SQLException e -> "the database says: " + e.getMessage();
      default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    };
  }
}
