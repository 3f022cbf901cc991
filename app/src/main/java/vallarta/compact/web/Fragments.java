package vallarta.compact.web;

import gg.jte.Content;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Parts of a page that a later stage renders at an address of its own: a page names the address
/// and needs not know the stage. Where nobody answers at it the part is empty.
@Component
public class Fragments {

  /// What is rendered at that path of this site.
  ///
  /// @param path with the language, as in a link
  public Content at(HttpServletRequest request, HttpServletResponse response, String path) {
    Captured captured = new Captured(response);
    try {
      request.getRequestDispatcher(path).include(request, captured);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException("the fragment at " + path + " failed", e);
    }
    String rendered = new String(captured.getContentAsByteArray(), StandardCharsets.UTF_8);
    return output -> output.writeContent(rendered);
  }

  /// A response of which only the body is kept, and that only when all went well.
  private static final class Captured extends ContentCachingResponseWrapper {

    Captured(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setContentType(String type) {}

    @Override
    public void setLocale(Locale locale) {}

    @Override
    public void setStatus(int status) {}

    @Override
    public void sendError(int status) {
      resetBuffer();
    }

    @Override
    public void sendError(int status, String message) {
      resetBuffer();
    }
  }
}
