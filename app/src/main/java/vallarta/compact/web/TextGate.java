package vallarta.compact.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets no form through that the server could not read, such as one that is too large, and no field
/// with U+0000, which is in no text and which the database does not keep.
final class TextGate implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    int wrong = request.getDispatcherType() == DispatcherType.ERROR ? 0 : wrong(request);
    if (wrong != 0) {
      response.sendError(wrong);
    }
    return wrong == 0;
  }

  /// The status that says what is wrong, 0 for nothing.
  private static int wrong(HttpServletRequest request) {
    try {
      boolean text =
          request.getParameterMap().values().stream()
              .flatMap(Arrays::stream)
              .allMatch(it -> it.indexOf('\0') < 0);
      return text ? 0 : HttpServletResponse.SC_BAD_REQUEST;
    } catch (InvalidParameterException unread) {
      return unread.getErrorCode();
    }
  }
}
