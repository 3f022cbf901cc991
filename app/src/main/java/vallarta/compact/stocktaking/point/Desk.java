package vallarta.compact.stocktaking.point;

import java.util.Collection;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Session;

/// What the pages of a session's points share: the session, who may do what in it, and the words
/// for its codes.
@Component
class Desk {

  private final Meetings meetings;
  private final Consultations consultations;
  private final Stakeholders stakeholders;

  Desk(Meetings meetings, Consultations consultations, Stakeholders stakeholders) {
    this.meetings = meetings;
    this.consultations = consultations;
    this.stakeholders = stakeholders;
  }

  Session session(String ref) {
    return meetings.session(ref);
  }

  /// The session, for everybody once its meeting is published; until then for those alone who
  /// prepare it.
  Session visible(Actor actor, String ref) {
    Session session = session(ref);
    if (!session.meeting().published() && !actor.is(Role.SECRETARIAT) && !serves(actor, session)) {
      throw Meetings.noSession(ref);
    }
    return session;
  }

  /// The session, for those who serve it: nobody else changes its points.
  Session served(Actor actor, String ref) {
    Session session = session(ref);
    actor.mustBeFor(session.ref(), Role.RAPPORTEUR, Role.MODERATOR);
    return session;
  }

  /// The session, for those who serve it and for the secretariat, which may look on.
  Session watched(Actor actor, String ref) {
    Session session = session(ref);
    if (!actor.is(Role.SECRETARIAT) && !serves(actor, session)) {
      throw new AccessDeniedException("does not serve " + session.ref());
    }
    return session;
  }

  static boolean serves(Actor actor, Session session) {
    return actor.isFor(session.ref(), Role.RAPPORTEUR, Role.MODERATOR);
  }

  Holdings holdings() {
    return consultations.holdings();
  }

  Codebook book(Words words) {
    return new Codebook(holdings().thesaurus(), words);
  }

  /// The stakeholders of these keys.
  List<Stakeholder> voices(Collection<String> keys) {
    return keys.stream().flatMap(key -> stakeholders.find(key).stream()).toList();
  }

  /// The published statements of these references.
  List<Statement> statements(List<String> refs) {
    Holdings holdings = holdings();
    return refs.stream()
        .flatMap(ref -> StatementId.find(ref).flatMap(holdings::find).stream())
        .toList();
  }
}
