package vallarta.compact.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/// The cookie of a session: out of reach of scripts, not sent from other sites' forms, and where
/// the public address is a secure one over secure lines alone, also when a proxy in between speaks
/// plainly with the site.
///
/// A value that no session of this site can have is as good as none, and is not looked up.
@Component
class SessionCookies implements CookieSerializer {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final DefaultCookieSerializer cookies = new DefaultCookieSerializer();

  SessionCookies(@Value("${vallarta.site.address:}") String address) {
    cookies.setCookieName("session");
    cookies.setUseHttpOnlyCookie(true);
    cookies.setSameSite("Lax");
    if (address.startsWith("https:")) {
      cookies.setUseSecureCookie(true);
    }
  }

  @Override
  public void writeCookieValue(CookieValue value) {
    cookies.writeCookieValue(value);
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return cookies.readCookieValues(request).stream()
        .filter(it -> ID.matcher(it).matches())
        .toList();
  }
}
