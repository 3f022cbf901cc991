package vallarta.compact.participation.registration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Codes;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.registration.Registration.State;
import vallarta.compact.web.DomainFailure;

/// How somebody becomes a participant: registered, endorsed by the head of the delegation, then
/// accredited by the secretariat. From the endorsement on a registration takes a seat of its
/// delegation, or waits for one. All that changes seats waits for each other at the meeting, so
/// that no quota is ever overrun.
@Service
class Accreditation {

  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Quotas quotas;
  private final Stakeholders stakeholders;
  private final Clock clock;

  Accreditation(
      JdbcClient jdbc,
      Registrations registrations,
      Quotas quotas,
      Stakeholders stakeholders,
      Clock clock) {
    this.jdbc = jdbc;
    this.registrations = registrations;
    this.quotas = quotas;
    this.stakeholders = stakeholders;
    this.clock = clock;
  }

  /// Registers somebody.
  ///
  /// @param endorsed whether who enters it may speak for the delegation
  /// @param by number of the account that enters it, 0 for nobody who is signed in
  /// @throws DomainFailure when the address is registered already, or the stakeholder not
  ///   accredited
  @Transactional
  Registration register(Meeting meeting, Request request, boolean endorsed, long by) {
    lock(meeting.id());
    if (meeting.isOverAt(clock.instant())) {
      throw failure("PART-065", "participation.registration.failure.closed", Map.of());
    }
    if (isRegistered(meeting, request.email())) {
      throw failure("PART-066", "participation.registration.failure.twice", Map.of());
    }
    int seats =
        quotas
            .seats(meeting.id(), request.stakeholder())
            .orElseThrow(() ->
                failure("PART-067", "participation.registration.failure.not-accredited", Map.of()));
    StakeholderType type = stakeholders.find(request.stakeholder()).orElseThrow().type();
    boolean waits = endorsed && taken(meeting.id(), request.stakeholder()) >= seats;
    long id =
        jdbc.sql(
                """
                insert into participation.registration (meeting, stakeholder, name, email, function, head, listed,
                  state, endorsed_at, endorsed_by, code, pass, entered_by, created_at)
                values (:meeting, :stakeholder, :name, :email, :function, :head, :listed, :state,
                  case when :endorsed then cast(:now as timestamptz) end, case when :endorsed then nullif(:by, 0) end,
                  :code, :pass, nullif(:by, 0), :now) returning id
                """)
            .param("meeting", meeting.id())
            .param("stakeholder", request.stakeholder())
            .param("name", request.name())
            .param("email", request.email())
            .param("function", request.function())
            .param("head", request.head())
            .param("listed", request.listing().names(type))
            .param("state", (waits ? State.WAITING : State.PENDING).tag())
            .param("endorsed", endorsed)
            .param("now", now())
            .param("by", by)
            .param("code", Codes.next())
            .param("pass", Codes.next())
            .query(Long.class)
            .single();
    return registrations.get(id);
  }

  /// The head of the delegation agrees.
  @Transactional
  Registration endorse(long registration, long by) {
    Registration it = locked(registration);
    if (it.endorsed() || it.state() != State.PENDING) {
      throw settled(it);
    }
    int seats = quotas.seats(it.meeting(), it.stakeholder().key()).orElse(0);
    boolean waits = taken(it.meeting(), it.stakeholder().key()) >= seats;
    jdbc.sql(
            """
            update participation.registration set endorsed_at = :now, endorsed_by = nullif(:by, 0), state = :state
            where id = :id
            """)
        .param("now", now())
        .param("by", by)
        .param("state", (waits ? State.WAITING : State.PENDING).tag())
        .param("id", registration)
        .update();
    return registrations.get(registration);
  }

  /// The secretariat accredits.
  @Transactional
  Registration approve(long registration, long by) {
    Registration it = locked(registration);
    if (it.state() == State.WAITING) {
      throw failure("PART-068", "participation.registration.failure.no-seat", Map.of());
    }
    if (it.state() != State.PENDING) {
      throw settled(it);
    }
    if (!it.endorsed()) {
      throw failure("PART-069", "participation.registration.failure.not-endorsed", Map.of());
    }
    decide(registration, State.APPROVED, "", by);
    return registrations.get(registration);
  }

  /// Turns somebody down; a badge that was given is no longer good.
  @Transactional
  Registration reject(long registration, String reason, long by) {
    Registration it = locked(registration);
    if (it.isOver()) {
      throw settled(it);
    }
    String why = reason.strip();
    if (why.isEmpty() || why.length() > Request.LONGEST) {
      throw new DomainFailure(
          "PART-070",
          "participation.registration.failure.reason",
          Map.of("longest", Request.LONGEST),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    decide(registration, State.REJECTED, why, by);
    moveUp(it.meeting(), it.stakeholder().key());
    return registrations.get(registration);
  }

  /// Takes a registration back; the seat goes to whoever has waited longest.
  @Transactional
  Registration withdraw(long registration, long by) {
    Registration it = locked(registration);
    if (it.isOver()) {
      throw settled(it);
    }
    decide(registration, State.WITHDRAWN, "", by);
    moveUp(it.meeting(), it.stakeholder().key());
    return registrations.get(registration);
  }

  /// Names the person in the public list, or no longer.
  @Transactional
  void list(long registration, boolean listed) {
    jdbc.sql("update participation.registration set listed = :listed where id = :id")
        .param("listed", listed)
        .param("id", registration)
        .update();
  }

  /// Gives one delegation seats of its own and moves up those who wait for them.
  @Transactional
  void seats(Meeting meeting, String stakeholder, int seats) {
    lock(meeting.id());
    quotas.set(meeting, stakeholder, seats);
    moveUp(meeting.id(), stakeholder);
  }

  /// Gives each delegation of a type seats and moves up those who wait for them.
  @Transactional
  void seats(Meeting meeting, StakeholderType type, int seats) {
    lock(meeting.id());
    quotas.set(meeting, type, seats);
    waiting(meeting.id()).forEach(it -> moveUp(meeting.id(), it));
  }

  boolean isRegistered(Meeting meeting, String email) {
    return jdbc.sql(
            """
            select exists (select from participation.registration
              where meeting = :meeting and email = :email and state not in ('withdrawn', 'rejected'))
            """)
        .param("meeting", meeting.id())
        .param("email", email)
        .query(Boolean.class)
        .single();
  }

  /// How many seats of a delegation are taken.
  int taken(long meeting, String stakeholder) {
    return jdbc.sql(
            """
            select count(*) from participation.registration where meeting = :meeting
              and stakeholder = :stakeholder and endorsed_at is not null and state in ('pending', 'approved')
            """)
        .param("meeting", meeting)
        .param("stakeholder", stakeholder)
        .query(Integer.class)
        .single();
  }

  private void moveUp(long meeting, String stakeholder) {
    int free = quotas.seats(meeting, stakeholder).orElse(0) - taken(meeting, stakeholder);
    jdbc.sql(
            """
            update participation.registration set state = 'pending' where id in (
              select id from participation.registration
              where meeting = :meeting and stakeholder = :stakeholder and state = 'waiting'
              order by endorsed_at, id limit :free)
            """)
        .param("meeting", meeting)
        .param("stakeholder", stakeholder)
        .param("free", Math.max(0, free))
        .update();
  }

  private List<String> waiting(long meeting) {
    return jdbc.sql(
            """
            select distinct stakeholder from participation.registration
            where meeting = :meeting and state = 'waiting'
            """)
        .param("meeting", meeting)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private void decide(long registration, State state, String reason, long by) {
    jdbc.sql(
            """
            update participation.registration set state = :state, reason = :reason, decided_at = :now,
              decided_by = nullif(:by, 0) where id = :id
            """)
        .param("state", state.tag())
        .param("reason", reason)
        .param("now", now())
        .param("by", by)
        .param("id", registration)
        .update();
  }

  /// Lets nobody else change seats of the meeting until this transaction is over.
  void lock(long meeting) {
    jdbc.sql("select 1 from participation.meeting where id = :id for no key update")
        .param("id", meeting)
        .query()
        .listOfRows();
  }

  private Registration locked(long registration) {
    lock(registrations.get(registration).meeting());
    return registrations.get(registration);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static DomainFailure settled(Registration it) {
    return failure(
        "PART-071", "participation.registration.failure.settled", Map.of("state", it.standing()));
  }

  private static DomainFailure failure(String code, String key, Map<String, Object> arguments) {
    return new DomainFailure(code, key, arguments, HttpStatus.CONFLICT);
  }
}
