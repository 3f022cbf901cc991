package vallarta.compact.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Right;
import vallarta.compact.access.Role;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;

/// The register of mandates. Giving one and ending one are acts of the public record, which tells
/// the role and the organisation and never the person.
@Service
public class Mandates {

  private static final String ALL =
      """
      select m.id, m.role, m.begins_at, m.ends_at, coalesce(m.successor, 0) as successor,
        s.key, s.name, s.name_language, s.type, s.state, s.region, s.fictional,
      """
          + Persons.COLUMNS
          + """
          from participation.mandate m
          join participation.person p on p.id = m.person
          join participation.stakeholder s on s.key = m.stakeholder
          """;

  private final JdbcClient jdbc;
  private final MandateFacts facts;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Mandates(
      JdbcClient jdbc,
      MandateFacts facts,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// Gives a person a mandate.
  ///
  /// @param by number of the account that gives it, 0 for an import or a command
  /// @throws DomainFailure when it ends before it begins, when the person has the same already,
  ///   when a State would have two main focal points, or when it has left the process
  @Transactional
  public Mandate give(
      Person person,
      Stakeholder stakeholder,
      Role role,
      Instant begins,
      @Nullable Instant ends,
      long by) {
    if (ends != null && !ends.isAfter(begins)) {
      throw failure("PART-001", "participation.failure.ends-before", Map.of());
    }
    // Two at once for one person wait for each other here, so that both see the same mandates.
    jdbc.sql("select 1 from participation.person where id = :id for update")
        .param("id", person.id())
        .query()
        .listOfRows();
    mustBeFree(stakeholder, role, begins, ends, person);
    for (Mandate held : ofPerson(person.id())) {
      if (held.role() == role
          && held.stakeholder().key().equals(stakeholder.key())
          && held.overlaps(begins, ends)) {
        throw failure("PART-002", "participation.failure.overlaps", Map.of("mandate", held.ref()));
      }
    }
    long id =
        jdbc.sql(
                """
                insert into participation.mandate (person, stakeholder, role, begins_at, ends_at, given_by)
                values (:person, :stakeholder, :role, :begins, :ends, nullif(:by, 0)) returning id
                """)
            .param("person", person.id())
            .param("stakeholder", stakeholder.key())
            .param("role", role.tag())
            .param("begins", Timestamp.from(begins))
            .param("ends", ends == null ? null : Timestamp.from(ends))
            .param("by", by)
            .query(Long.class)
            .single();
    enter(ActType.MANDATE_GIVEN, id);
    return get(id);
  }

  private void mustBeFree(
      Stakeholder stakeholder, Role role, Instant begins, @Nullable Instant ends, Person person) {
    boolean gone =
        jdbc.sql(
                """
                select withdrawn_at is not null from participation.stakeholder where key = :key for update
                """)
            .param("key", stakeholder.key())
            .query(Boolean.class)
            .single();
    if (gone) {
      throw failure(
          "PART-006", "participation.failure.has-left", Map.of("name", stakeholder.name()));
    }
    if (role == Role.MAIN_FOCAL_POINT) {
      for (Mandate held : ofStakeholder(stakeholder.key())) {
        if (held.role() == role
            && held.person().id() != person.id()
            && held.overlaps(begins, ends)) {
          throw failure(
              "PART-005", "participation.failure.one-main", Map.of("mandate", held.ref()));
        }
      }
    }
  }

  /// Ends a mandate at this moment: its rights are gone with the commit. One that has not begun yet
  /// never does.
  ///
  /// @throws DomainFailure when it has ended already
  @Transactional
  public void end(long mandate, long by) {
    Instant now = clock.instant();
    int ended =
        jdbc.sql(
                """
                update participation.mandate
                set ends_at = greatest(:now, begins_at + interval '1 microsecond'), ended_by = nullif(:by, 0)
                where id = :id and (ends_at is null or ends_at > :now)
                """)
            .param("now", Timestamp.from(now))
            .param("by", by)
            .param("id", mandate)
            .update();
    if (ended == 0) {
      throw failure("PART-003", "participation.failure.ended", Map.of("mandate", "MD-" + mandate));
    }
    enter(ActType.MANDATE_ENDED, mandate);
  }

  /// Ends a mandate and gives the same one to a successor, in one act.
  @Transactional
  public Mandate handOver(long mandate, Person successor, long by) {
    Mandate before = get(mandate);
    if (before.person().id() == successor.id()) {
      throw failure("PART-007", "participation.failure.same", Map.of("mandate", before.ref()));
    }
    end(mandate, by);
    // Where the one ends the other begins, though the clock were set back behind its beginning.
    Instant ended = Objects.requireNonNull(get(mandate).endsAt());
    Mandate after = give(successor, before.stakeholder(), before.role(), ended, null, by);
    jdbc.sql("update participation.mandate set successor = :after where id = :before")
        .param("after", after.id())
        .param("before", mandate)
        .update();
    // Who takes over the role takes over the sessions yet to come in which it is served; whoever
    // had it serves them no more, by no other mandate either.
    jdbc.sql(
            """
            with handed as (
              delete from participation.session_officer o using participation.session s
              where s.id = o.session and o.person = :person and o.role = :role and s.ends_at > :now
              returning o.session, o.role)
            insert into participation.session_officer (session, person, role)
            select session, :successor, role from handed on conflict do nothing
            """)
        .param("successor", successor.id())
        .param("person", before.person().id())
        .param("role", before.role().tag())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return after;
  }

  @Transactional(readOnly = true)
  public Mandate get(long id) {
    return list("m.id = :value", id).stream().findFirst().orElseThrow(() -> noMandate("MD-" + id));
  }

  /// The mandate before this one, when it was handed over.
  @Transactional(readOnly = true)
  Optional<Mandate> before(Mandate mandate) {
    return list("m.successor = :value", mandate.id()).stream().findFirst();
  }

  /// The mandate of that reference (`MD-7`).
  ///
  /// @throws DomainFailure answered with 404
  @Transactional(readOnly = true)
  public Mandate get(String ref) {
    return list("'MD-' || m.id = :value", ref).stream()
        .findFirst()
        .orElseThrow(() -> noMandate(ref));
  }

  /// All mandates that a person has or had.
  @Transactional(readOnly = true)
  public List<Mandate> ofPerson(long person) {
    return list("m.person = :value", person);
  }

  /// All mandates for a stakeholder, ended ones too.
  @Transactional(readOnly = true)
  public List<Mandate> ofStakeholder(String key) {
    return list("m.stakeholder = :value", key);
  }

  /// The mandates by which somebody acts in a role at this moment.
  @Transactional(readOnly = true)
  public List<Mandate> inRole(Role role) {
    Instant now = clock.instant();
    return list("m.role = :value", role.tag()).stream().filter(it -> it.holdsAt(now)).toList();
  }

  /// The accounts of those who act for a stakeholder at this moment.
  @Transactional(readOnly = true)
  public Set<Long> accountsFor(String key) {
    Instant now = clock.instant();
    Set<Long> accounts = new HashSet<>();
    for (Mandate held : ofStakeholder(key)) {
      if (held.holdsAt(now) && held.person().account() != 0) {
        accounts.add(held.person().account());
      }
    }
    return accounts;
  }

  /// What the holder of an account may do at this moment.
  @Transactional(readOnly = true)
  Set<Right> rights(long account) {
    Instant now = clock.instant();
    Set<Right> rights = new HashSet<>();
    for (Mandate held : list("p.account = :value", account)) {
      if (held.holdsAt(now)) {
        rights.add(new Right(held.role(), scope(held)));
      }
    }
    Set<Role> roles = new HashSet<>();
    rights.forEach(right -> roles.add(right.role()));
    jdbc
        .sql(
            """
            select o.role, o.session from participation.session_officer o
            join participation.person p on p.id = o.person where p.account = :account
            """)
        .param("account", account)
        .query((row, n) -> new Right(Role.of(row.getString(1)), "SE-" + row.getLong(2)))
        .list()
        .stream()
        // Serving a session gives a right only as long as the mandate for the role holds.
        .filter(right -> roles.contains(right.role()))
        .forEach(rights::add);
    return rights;
  }

  private static String scope(Mandate mandate) {
    return mandate.role().scope() == Role.Scope.STAKEHOLDER ? mandate.stakeholder().key() : "";
  }

  private List<Mandate> list(String where, Object value) {
    return jdbc.sql(ALL + " where " + where + " order by m.begins_at, m.id")
        .param("value", value)
        .query((row, n) -> mandate(row))
        .list();
  }

  private void enter(ActType type, long id) {
    publicRecord.enter(List.of(new Act(type, facts.of(id))));
    revision.touch();
  }

  private static DomainFailure noMandate(String ref) {
    return new DomainFailure(
        "PART-004",
        "participation.failure.no-mandate",
        Map.of("mandate", ref),
        HttpStatus.NOT_FOUND);
  }

  private static DomainFailure failure(String code, String key, Map<String, Object> arguments) {
    return new DomainFailure(code, key, arguments, HttpStatus.CONFLICT);
  }

  private static Mandate mandate(ResultSet row) throws SQLException {
    Timestamp ends = row.getTimestamp("ends_at");
    return new Mandate(
        row.getLong("id"),
        Persons.person(row),
        new Stakeholder(
            row.getString("key"),
            row.getString("name"),
            row.getString("name_language"),
            StakeholderType.of(row.getString("type")),
            row.getString("state"),
            row.getString("region"),
            row.getBoolean("fictional")),
        Role.of(row.getString("role")),
        row.getTimestamp("begins_at").toInstant(),
        ends == null ? null : ends.toInstant(),
        row.getLong("successor"));
  }
}
