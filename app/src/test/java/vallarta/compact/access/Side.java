package vallarta.compact.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Mandate;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Programme;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.meeting.SessionType;

/// A fictional State, organisation and session with one person in each role that holds for them:
/// one of two sides that may not touch what is the other's. The same persons act for a second
/// State, organisation and session too, so that the gate lets them in when this one is lost.
final class Side {

  /// The roles in which a session is served.
  static final List<Role> SERVING = List.of(Role.MODERATOR, Role.RAPPORTEUR, Role.PANELLIST);

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Instant BEGAN = Instant.parse("2025-01-01T00:00:00Z");

  private final RunningDemonstration site;
  private final Map<Role, Person> persons = new EnumMap<>(Role.class);
  private final Map<Role, Mandate> mandates = new EnumMap<>(Role.class);
  private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);

  private final Stakeholder state;
  private final Stakeholder organisation;
  private final Session session;

  private Side(RunningDemonstration site) throws Exception {
    this.site = site;
    this.state = state(site);
    this.organisation = organisation(site);
    Stakeholder otherState = state(site);
    Stakeholder otherOrganisation = organisation(site);
    for (Role role : scoped()) {
      Person person = person(site, state.key() + "-" + role.tag());
      persons.put(role, person);
      mandates.put(role, give(person, holdsForAState(role) ? state : organisation, role));
      if (role.scope() == Role.Scope.STAKEHOLDER) {
        give(person, holdsForAState(role) ? otherState : otherOrganisation, role);
      }
      visitors.put(role, Visitor.as(site, person.email()));
    }
    this.session = session(site);
    Session other = session(site);
    for (Role role : SERVING) {
      serve(session, person(role), role);
      serve(other, person(role), role);
    }
  }

  static Side create(RunningDemonstration site) throws Exception {
    return new Side(site);
  }

  /// The roles that hold for a stakeholder or a session.
  static List<Role> scoped() {
    return Arrays.stream(Role.values()).filter(it -> it.scope() != Role.Scope.PROCESS).toList();
  }

  RunningDemonstration site() {
    return site;
  }

  Visitor visitor(Role role) {
    return java.util.Objects.requireNonNull(visitors.get(role));
  }

  Person person(Role role) {
    return java.util.Objects.requireNonNull(persons.get(role));
  }

  /// The mandate by which the person of that role acts for this side.
  Mandate mandate(Role role) {
    return java.util.Objects.requireNonNull(mandates.get(role));
  }

  /// For whom the person of that role acts, of those who serve a session their State.
  Stakeholder stakeholder(Role role) {
    return role.scope() == Role.Scope.STAKEHOLDER && !holdsForAState(role) ? organisation : state;
  }

  Stakeholder state() {
    return state;
  }

  /// Lets those who serve the session hold their roles for a second organisation.
  void serveByTwoMandates() {
    Stakeholder second = organisation(site);
    for (Role role : SERVING) {
      give(person(role), second, role);
    }
  }

  Session session() {
    return session;
  }

  /// Somebody who acts in one role for others, and for this side in another.
  Visitor stranger(Role elsewhere, Role here) throws Exception {
    // A State has one main focal point alone.
    boolean main = here == Role.MAIN_FOCAL_POINT;
    Person person = main ? person(here) : person(site, "stranger-" + NUMBER.incrementAndGet());
    give(person, holdsForAState(elsewhere) ? state(site) : organisation(site), elsewhere);
    if (elsewhere.scope() == Role.Scope.SESSION) {
      serve(session(site), person, elsewhere);
    }
    if (!main) {
      give(person, stakeholder(here), here);
    }
    if (here.scope() == Role.Scope.SESSION) {
      serve(session, person, here);
    }
    return Visitor.as(site, person.email());
  }

  static Person person(RunningDemonstration site, String name) {
    Persons register = site.bean(Persons.class);
    String email = name.toLowerCase(java.util.Locale.ROOT) + "@example.org";
    return register.withAccount(register.register(name, email, Language.EN, true));
  }

  Mandate give(Person person, Stakeholder to, Role role) {
    return site.bean(Mandates.class).give(person, to, role, BEGAN, null, 0);
  }

  private void serve(Session in, Person person, Role role) {
    site.bean(Programme.class).assign(in, person, role);
  }

  private static boolean holdsForAState(Role role) {
    return role.scope() == Role.Scope.STAKEHOLDER && role != Role.CONTRIBUTOR;
  }

  /// Codes of ISO 3166-1 that are left to users, from QMA.
  private static Stakeholder state(RunningDemonstration site) {
    int n = NUMBER.incrementAndGet();
    String code = "Q" + (char) ('M' + n / 26) + (char) ('A' + n % 26);
    return save(
        site,
        new Stakeholder(code, "State " + code, "en", StakeholderType.STATE, code, "001", true));
  }

  private static Stakeholder organisation(RunningDemonstration site) {
    String name = "Organisation " + NUMBER.incrementAndGet();
    String key = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    return save(site, new Stakeholder(key, name, "en", StakeholderType.NGO, "", "001", true));
  }

  /// The reference of an organisation for which nobody acts yet.
  static String participant(RunningDemonstration site) {
    return site.bean(JdbcClient.class)
        .sql("select 'P-' || number from participation.stakeholder where key = :key")
        .param("key", organisation(site).key())
        .query(String.class)
        .single();
  }

  private static Stakeholder save(RunningDemonstration site, Stakeholder it) {
    site.bean(Stakeholders.class).save(List.of(it));
    return it;
  }

  private static Session session(RunningDemonstration site) {
    Session session = hiddenSession(site);
    site.bean(Programme.class).publish(session.meeting());
    return session;
  }

  /// A session of a meeting that is not published.
  static Session hiddenSession(RunningDemonstration site) {
    Programme programme = site.bean(Programme.class);
    Instant begins = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    LocalDate day = LocalDate.ofInstant(begins, ZoneOffset.UTC);
    Meeting meeting =
        programme.convene(
            "A meeting of one side " + NUMBER.incrementAndGet(),
            "en",
            "Port Kassel",
            ZoneOffset.UTC,
            day,
            day.plusDays(1),
            true);
    return programme.schedule(
        meeting,
        SessionType.ACTION_GROUP,
        "A session of one side",
        "en",
        "national",
        "",
        begins,
        begins.plus(2, ChronoUnit.HOURS));
  }
}
