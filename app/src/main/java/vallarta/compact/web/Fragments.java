package vallarta.compact.web;

import gg.jte.Content;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
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
      request.getRequestDispatcher(path).include(new Read(request), captured);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException("the fragment at " + path + " failed", e);
    }
    String rendered =
        captured.failed ? "" : new String(captured.getContentAsByteArray(), StandardCharsets.UTF_8);
    return output -> output.writeContent(rendered);
  }

  /// A request that reads, also while a form is answered with its page.
  private static final class Read extends HttpServletRequestWrapper {

    Read(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }

  /// A response of which only the body is kept, and that only when all went well.
  private static final class Captured extends ContentCachingResponseWrapper {

    private boolean failed;

    Captured(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setContentType(String type) {}

    @Override
    public void setLocale(Locale locale) {}

    @Override
    public void setStatus(int status) {
      failed = status >= HttpServletResponse.SC_BAD_REQUEST;
    }

    @Override
    public void sendError(int status) {
      failed = true;
    }

    @Override
    public void sendError(int status, String message) {
      failed = true;
    }
  }
}
