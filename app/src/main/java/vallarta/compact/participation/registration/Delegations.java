package vallarta.compact.participation.registration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;
import vallarta.compact.participation.meeting.Meeting;

/// Who speaks for a delegation at a meeting.
@Service
@Transactional(readOnly = true)
class Delegations {

  private static final Role[] MEMBERS = {
    Role.MAIN_FOCAL_POINT,
    Role.ALTERNATE_FOCAL_POINT,
    Role.VALIDATING_FOCAL_POINT,
    Role.DELEGATE,
    Role.CONTRIBUTOR
  };

  private final JdbcClient jdbc;
  private final Clock clock;

  Delegations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The keys of the stakeholders that the actor belongs to.
  Set<String> of(Actor actor) {
    return actor.of(MEMBERS);
  }

  /// Whether the actor agrees for the delegation: its main focal point, or the person who is
  /// accredited as its head.
  boolean isHead(Actor actor, long meeting, String stakeholder) {
    return actor.isFor(stakeholder, Role.MAIN_FOCAL_POINT)
        || (actor.isFor(stakeholder, MEMBERS)
            && jdbc.sql(
                    """
                    select exists (select from participation.registration r
                      join participation.person p on lower(p.email) = r.email
                      where p.account = :account and r.meeting = :meeting and r.stakeholder = :stakeholder
                        and r.head and r.state = 'approved')
                    """)
                .param("account", actor.account())
                .param("meeting", meeting)
                .param("stakeholder", stakeholder)
                .query(Boolean.class)
                .single());
  }

  /// Whether there is anybody who agrees for the delegation; where there is nobody the secretariat
  /// does.
  boolean hasHead(long meeting, String stakeholder) {
    return jdbc.sql(
            """
            select exists (select from participation.mandate m join participation.person p on p.id = m.person
              where m.stakeholder = :stakeholder and m.role = 'main-focal-point' and p.account is not null
                and m.begins_at <= :now and (m.ends_at is null or m.ends_at > :now))
            or exists (select from participation.registration r
              join participation.person p on lower(p.email) = r.email and p.account is not null
              where r.meeting = :meeting and r.stakeholder = :stakeholder and r.head and r.state = 'approved')
            """)
        .param("meeting", meeting)
        .param("stakeholder", stakeholder)
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /// Whether the actor may agree to a registration of that delegation.
  boolean mayEndorse(Actor actor, long meeting, String stakeholder) {
    return isHead(actor, meeting, stakeholder)
        || (actor.is(Role.SECRETARIAT) && !hasHead(meeting, stakeholder));
  }

  /// Whether what the actor enters for a delegation needs no agreement any more.
  boolean speaksFor(Actor actor, Meeting meeting, String stakeholder) {
    return actor.is(Role.SECRETARIAT) || isHead(actor, meeting.id(), stakeholder);
  }

  /// @throws AccessDeniedException which is answered with 403
  void mustEndorse(Actor actor, Registration it) {
    if (!mayEndorse(actor, it.meeting(), it.stakeholder().key())) {
      throw new AccessDeniedException("does not speak for the delegation");
    }
  }

  /// Whether the actor may take a registration back and hand out its badge: the head of the
  /// delegation, or the member who entered it.
  boolean keeps(Actor actor, Registration it) {
    String stakeholder = it.stakeholder().key();
    return isHead(actor, it.meeting(), stakeholder)
        || (actor.isFor(stakeholder, MEMBERS) && it.enteredBy() == actor.account());
  }

  /// @throws AccessDeniedException which is answered with 403
  void mustKeep(Actor actor, Registration it) {
    if (!actor.is(Role.SECRETARIAT) && !keeps(actor, it)) {
      throw new AccessDeniedException("neither speaks for the delegation nor entered it");
    }
  }
}
