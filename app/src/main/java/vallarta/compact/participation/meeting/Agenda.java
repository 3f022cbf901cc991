package vallarta.compact.participation.meeting;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Codes;
import vallarta.compact.web.DomainFailure;

/// What a person has to be at or wants to be at, in all meetings: the own programme. A calendar can
/// follow it under an address that nobody guesses and that its owner can replace.
@Service
class Agenda {

  /// Whether a session is on somebody's own programme.
  enum Chosen {
    /// The reader has no own programme.
    NOBODYS,
    NOT,
    CHOSEN,
    /// It is theirs to serve, and cannot be left out.
    SERVED
  }

  private final JdbcClient jdbc;
  private final Meetings meetings;

  Agenda(JdbcClient jdbc, Meetings meetings) {
    this.jdbc = jdbc;
    this.meetings = meetings;
  }

  @Transactional(readOnly = true)
  List<Session> of(long account) {
    return meetings.agenda(account);
  }

  @Transactional(readOnly = true)
  Chosen chosen(long account, Session session) {
    if (account == 0) {
      return Chosen.NOBODYS;
    }
    if (of(account).stream().noneMatch(it -> it.id() == session.id())) {
      return Chosen.NOT;
    }
    int chosen =
        jdbc.sql(
                "select count(*) from participation.agenda_session where account = :account and session = :session")
            .param("account", account)
            .param("session", session.id())
            .query(Integer.class)
            .single();
    return chosen == 1 ? Chosen.CHOSEN : Chosen.SERVED;
  }

  @Transactional
  void choose(long account, Session session) {
    jdbc.sql(
            """
            insert into participation.agenda_session (account, session) values (:account, :session)
            on conflict do nothing
            """)
        .param("account", account)
        .param("session", session.id())
        .update();
  }

  @Transactional
  void leaveOut(long account, Session session) {
    jdbc.sql(
            "delete from participation.agenda_session where account = :account and session = :session")
        .param("account", account)
        .param("session", session.id())
        .update();
  }

  /// The code in the address of the own calendar, when there is one.
  @Transactional(readOnly = true)
  Optional<String> address(long account) {
    return jdbc.sql("select code from participation.agenda_address where account = :account")
        .param("account", account)
        .query(String.class)
        .optional();
  }

  /// Makes the address of the own calendar, or another one: the one before leads nowhere any more.
  @Transactional
  void renewAddress(long account) {
    jdbc.sql(
            """
            insert into participation.agenda_address (account, code) values (:account, :code)
            on conflict (account) do update set code = excluded.code
            """)
        .param("account", account)
        .param("code", Codes.next())
        .update();
  }

  /// The sessions on the own programme of whoever has that code.
  ///
  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  List<Session> ofCode(String code) {
    return of(
        jdbc.sql("select account from participation.agenda_address where code = :code")
            .param("code", code)
            .query(Long.class)
            .optional()
            .orElseThrow(() ->
                new DomainFailure(
                    "PART-075",
                    "participation.failure.no-agenda",
                    java.util.Map.of(),
                    HttpStatus.NOT_FOUND)));
  }
}
