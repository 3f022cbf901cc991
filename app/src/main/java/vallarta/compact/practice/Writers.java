package vallarta.compact.practice;

import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;

/// Who writes practices: those who speak for a stakeholder, each for that one alone.
final class Writers {

  static final Role[] ROLES = {
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  };

  private Writers() {}

  static boolean owns(Actor actor, Practice it) {
    return actor.isFor(it.told().owner(), ROLES);
  }

  static boolean edits(Actor actor, Practice it) {
    return it.state() == Practice.State.DRAFT && owns(actor, it);
  }

  /// Whether somebody sees it before everybody does.
  static boolean sees(Actor actor, Practice it) {
    return actor.is(Role.SECRETARIAT) || owns(actor, it);
  }

  /// That practice, for those who may know of it.
  ///
  /// @throws vallarta.compact.web.DomainFailure the same as for one that is not there
  static Practice seen(Actor actor, Practice it) {
    if (!it.isPublic() && !sees(actor, it)) {
      throw Practices.missing(it.ref());
    }
    return it;
  }
}
