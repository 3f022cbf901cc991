package vallarta.compact.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request through to an endpoint only when the endpoint says that this caller may: closed
/// is the default.
final class EndpointGate implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // An error is answered to whoever caused it, and what is no method is a static file.
    if (request.getDispatcherType() != DispatcherType.ERROR
        && handler instanceof HandlerMethod method
        && !open(method)) {
      throw new AccessDeniedException(method.getShortLogMessage());
    }
    return true;
  }

  private static boolean open(HandlerMethod method) {
    Optional<OpenTo> roles = find(method, OpenTo.class);
    if (roles.isPresent()) {
      Authentication caller = SecurityContextHolder.getContext().getAuthentication();
      return caller != null && actsAs(caller, roles.get().value());
    }
    return find(method, OpenToAll.class).isPresent();
  }

  private static boolean actsAs(Authentication caller, Role[] roles) {
    Set<String> authorities =
        caller.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .flatMap(Stream::ofNullable)
            .collect(Collectors.toSet());
    return Arrays.stream(roles).anyMatch(role -> authorities.contains(role.authority()));
  }

  /// The method's own word goes before that of its class.
  private static <A extends Annotation> Optional<A> find(HandlerMethod method, Class<A> type) {
    boolean own =
        AnnotatedElementUtils.hasAnnotation(method.getMethod(), OpenTo.class)
            || AnnotatedElementUtils.hasAnnotation(method.getMethod(), OpenToAll.class);
    return Optional.ofNullable(
        AnnotatedElementUtils.findMergedAnnotation(
            own ? method.getMethod() : method.getBeanType(), type));
  }
}
