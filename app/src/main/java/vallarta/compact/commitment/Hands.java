package vallarta.compact.commitment;

import java.util.List;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;

/// Who may write a commitment: those who speak for its owner, each for that one alone. Nobody else
/// sees a draft, the secretariat neither: what a State has not said yet is its own.
final class Hands {

  /// Whoever drafts and edits.
  static final Role[] WRITE = {
    Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR
  };

  /// Whoever publishes, withdraws and confirms.
  static final Role[] BIND = {Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR};

  private Hands() {}

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
