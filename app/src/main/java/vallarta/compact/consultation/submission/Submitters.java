package vallarta.compact.consultation.submission;

import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;

/// Who hands in: those who speak for a stakeholder, each for that one alone.
final class Submitters {

  static final Role[] ROLES = {
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  };

  private Submitters() {}

  static boolean owns(Actor actor, Submission it) {
    return actor.isFor(it.owner(), ROLES);
  }

  /// Whether somebody speaks for one that is asked to sign it.
  static boolean signs(Actor actor, Submission it) {
    return it.cosignatories().stream().anyMatch(asked -> actor.isFor(asked.stakeholder(), ROLES));
  }

  /// Whether the secretariat, to which it was handed in, reads it.
  static boolean decides(Actor actor, Submission it) {
    return actor.is(Role.SECRETARIAT) && it.wasHandedIn();
  }

  /// Whether somebody sees all of it. A draft is its owner's, and of those whom the owner asks to
  /// sign it; the secretariat sees what was handed in.
  static boolean sees(Actor actor, Submission it) {
    return owns(actor, it) || decides(actor, it) || signs(actor, it);
  }
}
