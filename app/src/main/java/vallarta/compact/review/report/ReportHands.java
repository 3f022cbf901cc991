package vallarta.compact.review.report;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;
import vallarta.compact.participation.Mandates;

/// Who does what with a report. Main and alternate focal points and contributors write; the
/// validating focal point validates, and where the actor has none any other of those who write;
/// nobody validates what they wrote. Main and validating focal points and contributors publish.
@Component
class ReportHands {

  /// Whoever writes.
  static final Role[] WRITE = {Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.CONTRIBUTOR};

  /// Whoever corrects what is published.
  static final Role[] CORRECT = {Role.MAIN_FOCAL_POINT, Role.CONTRIBUTOR};

  /// Whoever publishes and withdraws.
  static final Role[] BIND = {Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR};

  /// Whoever sees a draft.
  static final Role[] SEE = {
    Role.MAIN_FOCAL_POINT, Role.ALTERNATE_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR
  };

  private final Mandates mandates;
  private final Clock clock;

  ReportHands(Mandates mandates, Clock clock) {
    this.mandates = mandates;
    this.clock = clock;
  }

  static boolean sees(Actor actor, Report it) {
    return it.isPublic() || actor.isFor(it.stakeholder(), SEE);
  }

  static boolean writes(Actor actor, Report it) {
    return it.isOpen() && actor.isFor(it.stakeholder(), WRITE);
  }

  static boolean corrects(Actor actor, Report it) {
    return it.state() == Report.State.PUBLISHED && actor.isFor(it.stakeholder(), CORRECT);
  }

  static boolean binds(Actor actor, Report it) {
    return it.state() != Report.State.WITHDRAWN && actor.isFor(it.stakeholder(), BIND);
  }

  /// In which roles somebody validates a report of that stakeholder.
  Role[] validators(String stakeholder) {
    Instant now = clock.instant();
    boolean has =
        mandates.ofStakeholder(stakeholder).stream()
            .anyMatch(it -> it.role() == Role.VALIDATING_FOCAL_POINT && it.holdsAt(now));
    return has ? new Role[] {Role.VALIDATING_FOCAL_POINT} : WRITE;
  }

  boolean validates(Actor actor, Report it) {
    return it.state() == Report.State.DRAFT
        && actor.isFor(it.stakeholder(), validators(it.stakeholder()))
        && !it.writers().contains(actor.account());
  }
}
