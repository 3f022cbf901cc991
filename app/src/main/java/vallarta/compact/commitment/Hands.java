package vallarta.compact.commitment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;
import vallarta.compact.web.DomainFailure;

/// Who may write a commitment: those who speak for its owner, each for that one alone. Nobody else
/// sees a draft, the secretariat neither: what a State has not said yet is its own.
public final class Hands {

  /// Whoever drafts and edits.
  public static final Role[] WRITE = {
    Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR
  };

  /// Whoever publishes, withdraws and confirms.
  public static final Role[] BIND = {
    Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR
  };

  private Hands() {}

  /// For whom the reader acts: the one that was said, else the only one there is.
  ///
  /// @throws org.springframework.security.access.AccessDeniedException when it is not the reader's
  public static String whose(Actor actor, String said) {
    Set<String> all = actor.of(WRITE);
    if (said.isEmpty() && all.size() != 1) {
      throw new DomainFailure(
          "COMM-033", "commitment.failure.owner", Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    String whose = said.isEmpty() ? all.iterator().next() : said;
    actor.mustBeFor(whose, WRITE);
    return whose;
  }

  static boolean writes(Actor actor, Commitment it) {
    return it.state() != Commitment.State.WITHDRAWN && actor.isFor(it.owner().key(), WRITE);
  }

  static boolean binds(Actor actor, Commitment it) {
    return it.state() != Commitment.State.WITHDRAWN && actor.isFor(it.owner().key(), BIND);
  }

  static boolean sees(Actor actor, Commitment it) {
    return it.isPublic() || actor.isFor(it.owner().key(), WRITE);
  }

  /// For whom the reader can confirm or decline it.
  static List<Commitment.Actor> asked(Actor actor, Commitment it) {
    return it.state() != Commitment.State.PUBLISHED
        ? List.of()
        : it.actors().stream()
            .skip(1)
            .filter(of -> actor.isFor(of.stakeholder().key(), BIND))
            .toList();
  }
}
