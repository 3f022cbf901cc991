package vallarta.compact.participation.floor;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.web.DomainFailure;

/// Who may see, ask and lead at the speakers' list of a session.
@Component
class FloorDesk {

  private static final Role[] SPEAKERS = {
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  };

  private final Meetings meetings;
  private final Stakeholders stakeholders;

  FloorDesk(Meetings meetings, Stakeholders stakeholders) {
    this.meetings = meetings;
    this.stakeholders = stakeholders;
  }

  /// The session, for everybody once its meeting is published; until then for those alone who
  /// prepare it.
  Session visible(Actor actor, String ref) {
    Session session = meetings.session(ref);
    if (!session.meeting().published() && !asksForOthers(actor, session)) {
      throw Meetings.noSession(ref);
    }
    return session;
  }

  /// The session, for those who lead its list.
  Session led(Actor actor, String ref) {
    Session session = meetings.session(ref);
    if (!leads(actor, session)) {
      throw new AccessDeniedException("does not lead " + session.ref());
    }
    return session;
  }

  static boolean leads(Actor actor, Session session) {
    return actor.is(Role.SECRETARIAT) || actor.isFor(session.ref(), Role.MODERATOR);
  }

  /// Whether the person notes the requests of others, such as a raised hand.
  static boolean asksForOthers(Actor actor, Session session) {
    return leads(actor, session) || actor.isFor(session.ref(), Role.RAPPORTEUR);
  }

  /// Whether the person speaks for that stakeholder.
  static boolean speaksFor(Actor actor, Stakeholder stakeholder) {
    return actor.isFor(stakeholder.key(), SPEAKERS);
  }

  /// For whom the person can ask in this session.
  List<Stakeholder> choices(Actor actor, Session session) {
    if (!actor.isSignedIn()) {
      return List.of();
    }
    boolean all = asksForOthers(actor, session);
    if (!all && !actor.is(SPEAKERS)) {
      return List.of();
    }
    return stakeholders.list().values().stream()
        .filter(it -> it.isKnown() && it.type() != StakeholderType.UNKNOWN)
        .filter(it -> all || speaksFor(actor, it))
        .toList();
  }

  /// The stakeholder of that key, for whoever may ask in its place.
  Stakeholder asked(Actor actor, Session session, String key) {
    if (!asksForOthers(actor, session)) {
      actor.mustBeFor(key, SPEAKERS);
    }
    return stakeholders
        .find(key)
        .filter(Stakeholder::isKnown)
        .orElseThrow(() ->
            new DomainFailure(
                "PART-088",
                "participation.failure.no-stakeholder",
                Map.of(),
                HttpStatus.UNPROCESSABLE_ENTITY));
  }

  /// Lets nobody pass but who speaks for the one of that turn, or leads the list.
  void mustOwn(Actor actor, Session session, Turn turn) {
    if (!asksForOthers(actor, session)) {
      actor.mustBeFor(turn.stakeholder().key(), SPEAKERS);
    }
  }
}
