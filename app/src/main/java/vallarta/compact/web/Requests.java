package vallarta.compact.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vallarta.compact.language.Language;

/// What the address and the headers of a request say: which language, which page.
final class Requests {

  private Requests() {}

  /// The language at the beginning of the path, empty when there is none of the six.
  static Optional<Language> language(HttpServletRequest request) {
    String first = path(request).split("/", 3)[1];
    return Language.list().stream().filter(it -> it.tag().equals(first)).findFirst();
  }

  /// The language of the path, else the one of the six that the reader's browser likes best, else
  /// English.
  static Language languageOrPreferred(HttpServletRequest request) {
    return language(request).orElseGet(() -> preferred(request));
  }

  /// By `Accept-Language` (RFC 9110, section 12.5.4).
  static Language preferred(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null || header.isBlank()) {
      return Language.EN;
    }
    try {
      return Locale.LanguageRange.parse(header).stream()
          .flatMap(range -> Language.find(range.getRange()).stream())
          .findFirst()
          .orElse(Language.EN);
    } catch (IllegalArgumentException e) {
      return Language.EN;
    }
  }

  /// The address without the language.
  static Address address(HttpServletRequest request) {
    String path = path(request);
    String rest = language(request).map(it -> path.substring(1 + it.tag().length())).orElse(path);
    return new Address(rest.isEmpty() ? "/" : rest, parameters(request));
  }

  /// What stands in the address alone: what a form sends in its body is never part of a link.
  private static Map<String, List<String>> parameters(HttpServletRequest request) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    // A failure is answered as if it had been asked for by GET (Servlet 6.1, section 10.9.1).
    Object failed = request.getAttribute(RequestDispatcher.ERROR_METHOD);
    String method = failed == null ? request.getMethod() : failed.toString();
    if (method.equals("GET") || method.equals("HEAD")) {
      request
          .getParameterMap()
          .forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
    }
    return parameters;
  }

  /// Scheme, host and port.
  static String origin(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromRequestUri(request)
        .replacePath(null)
        .build()
        .toUriString();
  }

  /// The path and the parameters of the page of this site on which the reader was, empty when that
  /// is not known or is the very page that was asked for.
  static String before(HttpServletRequest request) {
    String referrer = request.getHeader(HttpHeaders.REFERER);
    String origin = origin(request) + "/";
    if (referrer == null || !referrer.startsWith(origin)) {
      return "";
    }
    String before = referrer.substring(origin.length() - 1);
    return before.startsWith("//") || before.equals(request.getRequestURI()) ? "" : before;
  }

  /// The path that was asked for, decoded, also while its failure is answered.
  static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed == null ? request.getRequestURI() : failed.toString();
    try {
      String decoded = UriUtils.decode(path, StandardCharsets.UTF_8);
      return decoded.startsWith("/") ? decoded : "/" + decoded;
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
