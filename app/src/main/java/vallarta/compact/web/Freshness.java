package vallarta.compact.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Tells every page and every table by a weak entity tag of its bytes, so that what has not changed
/// is not sent again (RFC 9110, section 13). Readers ask each time, and mostly get a 304. The tag
/// is weak because the bytes may travel compressed.
///
/// Assets and the tiles of the record never change and say so themselves.
///
/// What is read with a cookie may be one reader's own, so it is kept by no cache that others share.
///
/// A stream of events is no page. A response too long to be held in memory turns it off:
/// `ShallowEtagHeaderFilter.disableContentCaching(request)`.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Freshness extends ShallowEtagHeaderFilter {

  Freshness() {
    setWriteWeakETag(true);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/")
        || path.startsWith("/record/tile/")
        || MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      boolean own = request.getHeader(HttpHeaders.COOKIE) != null;
      response.setHeader(HttpHeaders.CACHE_CONTROL, own ? "private, no-cache" : "no-cache");
    } else {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    super.doFilterInternal(request, response, chain);
  }
}
