package vallarta.compact.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request through to an endpoint only when the endpoint says that this caller may: closed
/// is the default. A reader who only has to sign in is led there and back.
final class EndpointGate implements HandlerInterceptor {

  private static final List<Class<? extends Annotation>> WORDS =
      List.of(OpenTo.class, OpenToSignedIn.class, OpenToAll.class);

  private static final int TOO_MANY_REQUESTS = 429;

  private final Actors actors;
  private final Limits limits;

  EndpointGate(Actors actors, Limits limits) {
    this.actors = actors;
    this.limits = limits;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    // An error is answered to whoever caused it, and what is no method is a static file.
    if (request.getDispatcherType() == DispatcherType.ERROR
        || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    return mayCall(request, response, method) && isWithinLimits(request, response, method);
  }

  private boolean mayCall(
      HttpServletRequest request, HttpServletResponse response, HandlerMethod method)
      throws IOException {
    if (find(method, OpenToAll.class).isPresent()) {
      return true;
    }
    Optional<OpenTo> roles = find(method, OpenTo.class);
    if (roles.isEmpty() && find(method, OpenToSignedIn.class).isEmpty()) {
      throw new AccessDeniedException(method.getShortLogMessage());
    }
    Actor actor = actors.of(request);
    if (!actor.isSignedIn()) {
      return turnAway(request, response, "/sign-in");
    }
    boolean may = roles.map(it -> actor.is(it.value())).orElse(!actor.isHalfWay());
    if (may) {
      return true;
    }
    if (actor.secondFactorDue()) {
      return turnAway(request, response, "/second-factor");
    }
    throw new AccessDeniedException(method.getShortLogMessage());
  }

  private boolean isWithinLimits(
      HttpServletRequest request, HttpServletResponse response, HandlerMethod method)
      throws IOException {
    Limited limited = method.getMethodAnnotation(Limited.class);
    if (limited == null) {
      return true;
    }
    Duration wait = limits.take(limited.value(), Limits.network(request.getRemoteAddr()));
    if (wait.isZero()) {
      return true;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
    response.sendError(TOO_MANY_REQUESTS);
    return false;
  }

  /// Leads a reader of a page to the place where the missing proof is given; tells everybody else.
  private static boolean turnAway(
      HttpServletRequest request, HttpServletResponse response, String to) throws IOException {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    boolean page =
        request.getMethod().equals("GET")
            && accept != null
            && accept.contains(MediaType.TEXT_HTML_VALUE);
    if (page) {
      response.sendRedirect(Return.to(request).through(to));
    } else {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
    return false;
  }

  /// The method's own word goes before that of its class.
  private static <A extends Annotation> Optional<A> find(HandlerMethod method, Class<A> type) {
    boolean own =
        WORDS.stream().anyMatch(it -> AnnotatedElementUtils.hasAnnotation(method.getMethod(), it));
    return Optional.ofNullable(
        AnnotatedElementUtils.findMergedAnnotation(
            own ? method.getMethod() : method.getBeanType(), type));
  }
}
