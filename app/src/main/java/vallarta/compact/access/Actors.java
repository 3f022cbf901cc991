package vallarta.compact.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who makes a request: asked of the register of mandates once for each request.
@Component
public class Actors {

  private static final String KNOWN = Actors.class.getName();

  private final ObjectProvider<Capacities> capacities;

  Actors(ObjectProvider<Capacities> capacities) {
    this.capacities = capacities;
  }

  /// Who makes this request, [Actor#NOBODY] when nobody is signed in.
  public Actor of(HttpServletRequest request) {
    if (request.getAttribute(KNOWN) instanceof Actor known) {
      return known;
    }
    Actor actor =
        SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
            ? of(signedIn)
            : Actor.NOBODY;
    request.setAttribute(KNOWN, actor);
    return actor;
  }

  private Actor of(SignedIn signedIn) {
    if (signedIn.isHalfWay()) {
      return new Actor(signedIn.account(), "", Set.of(), Actor.Due.ALL);
    }
    Capacities register = capacities.getIfAvailable();
    Capacities.Capacity capacity =
        register == null ? Capacities.Capacity.NONE : register.of(signedIn.account());
    Set<Right> held =
        capacity.rights().stream()
            .filter(right -> signedIn.isTwofold() || !right.role().needsTwoFactors())
            .collect(Collectors.toUnmodifiableSet());
    return new Actor(
        signedIn.account(),
        capacity.name(),
        held,
        held.size() < capacity.rights().size() ? Actor.Due.A_ROLE : Actor.Due.NOTHING);
  }
}
