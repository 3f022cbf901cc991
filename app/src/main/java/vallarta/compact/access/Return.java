package vallarta.compact.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/// Where a reader goes back to after signing in: always a page of this site, whatever the address
/// says.
///
/// @param path with the language and the parameters, encoded as in a link
public record Return(String path) {

  // One slash, then no second one and no backslash, which browsers read as one; no control.
  private static final Pattern OF_THIS_SITE =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
  private static final Pattern LANGUAGE = Pattern.compile("/([a-z]{2})(?:[/?].*)?");

  /// The page that is asked for.
  static Return to(HttpServletRequest request) {
    String query = request.getQueryString();
    return new Return(request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  /// The place that a parameter names, or that other one when it is none of this site.
  public static String safe(String next, String otherwise) {
    return OF_THIS_SITE.matcher(next).matches() ? next : otherwise;
  }

  /// The address of a page of sign-in that leads back here.
  String through(String page) {
    var language = LANGUAGE.matcher(path);
    String prefix = language.matches() ? "/" + language.group(1) : "";
    return prefix + page + "?next=" + UriUtils.encode(path, StandardCharsets.UTF_8);
  }
}
