package vallarta.compact.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The one stylesheet, for a document that carries everything within itself.
public final class Stylesheet {

  private static final String RESOURCE = "/static/assets/shell.css";

  private Stylesheet() {}

  public static String text() {
    try (InputStream resource =
        Objects.requireNonNull(Stylesheet.class.getResourceAsStream(RESOURCE))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
