package vallarta.compact.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets no field through with U+0000, which is in no text and which the database does not keep.
final class TextGate implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    boolean text =
        request.getDispatcherType() == DispatcherType.ERROR
            || request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .allMatch(it -> it.indexOf('\0') < 0);
    if (!text) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
    return text;
  }
}
