package vallarta.compact.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Begins and ends sessions. A sign-in always gets a session id that nobody knew before it (session
/// fixation, OWASP).
@Component
public class Sessions {

  /// Which browser a session belongs to, for the list that its owner sees.
  public static final String BROWSER = "browser";

  /// What is needed to sign out elsewhere too. It stays while the sign-in gains a factor.
  public static final String ELSEWHERE = "elsewhere";

  private static final int LONGEST = 200;
  private static final Duration RECENT = Duration.ofMinutes(10);

  private final SecurityContextRepository contexts;
  private final ObjectProvider<Guard> guards;

  Sessions(SecurityContextRepository contexts, ObjectProvider<Guard> guards) {
    this.contexts = contexts;
    this.guards = guards;
  }

  /// Begins a session of somebody who has shown these factors. When the account is guarded by a
  /// second factor that is not among them, the session opens nothing but the place to show it.
  ///
  /// @return whether it does
  public boolean begin(
      HttpServletRequest request, HttpServletResponse response, long account, Set<Factor> factors) {
    boolean guarded = guards.stream().anyMatch(guard -> guard.guards(account));
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    String browser = request.getHeader(HttpHeaders.USER_AGENT);
    request
        .getSession(true)
        .setAttribute(
            BROWSER,
            browser == null ? "" : browser.substring(0, Math.min(browser.length(), LONGEST)));
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    SignedIn signedIn = new SignedIn(account, factors, guarded);
    context.setAuthentication(signedIn);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return signedIn.isHalfWay();
  }

  /// Begins it anew with one factor more.
  public void prove(HttpServletRequest request, HttpServletResponse response, Factor factor) {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
      Set<Factor> factors = new HashSet<>(signedIn.factors());
      factors.add(factor);
      Object elsewhere = request.getSession().getAttribute(ELSEWHERE);
      begin(request, response, signedIn.account(), factors);
      request.getSession().setAttribute(ELSEWHERE, elsewhere);
    }
  }

  /// Whether it began so recently that whoever asks is whoever signed in: a session begins with
  /// each proof. Ways of signing in are added and removed within this time alone.
  public boolean isRecent(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
        && System.currentTimeMillis() - session.getCreationTime() < RECENT.toMillis();
  }

  public void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
