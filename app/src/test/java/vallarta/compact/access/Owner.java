package vallarta.compact.access;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.account.Invitations;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Mandate;
import vallarta.compact.participation.Person;
import vallarta.compact.stocktaking.point.ObjectionWindow;

/// The person of one side who acts in one role, and the things that are theirs to act on: each is
/// made when it is asked for, on the real pages.
record Owner(Side side, Role role) {

  /// The key of the stakeholder.
  String stakeholder() {
    return side.stakeholder(role).key();
  }

  /// The reference of the stakeholder.
  String participant() {
    return one(
        "select 'P-' || number from participation.stakeholder where key = :it", stakeholder());
  }

  String session() {
    return side.session().ref();
  }

  String meeting() {
    return side.session().meeting().ref();
  }

  /// The mandate by which the person acts.
  String ownMandate() {
    return side.mandate(role).ref();
  }

  /// The mandate of a delegate of the same stakeholder.
  String mandate() {
    Person delegate = Side.person(side.site(), "delegate-" + UUID.randomUUID());
    Mandate given = side.give(delegate, side.stakeholder(role), Role.DELEGATE);
    return given.ref();
  }

  /// The number of a registration for the stakeholder, to which its head has not agreed yet; the
  /// person is accredited as a head.
  String registration() throws Exception {
    seats();
    if (role.scope() == Role.Scope.STAKEHOLDER && !isRegistered(email())) {
      register(email(), "head", "true");
      send(secretariat(), "/registrations/" + registrationOf(email()) + "/decide");
    }
    String email = UUID.randomUUID() + "@example.org";
    send(Visitor.of(side.site()), "/meetings/" + meeting() + "/registration", member(email));
    return registrationOf(email);
  }

  /// What opens the page of somebody who registered.
  String pass() throws Exception {
    return one("select pass from participation.registration where id::text = :it", registration());
  }

  /// What opens the page of somebody who is accredited.
  String badge() throws Exception {
    seats();
    String email = UUID.randomUUID() + "@example.org";
    register(email);
    String id = registrationOf(email);
    send(secretariat(), "/registrations/" + id + "/decide");
    return one("select pass from participation.registration where id::text = :it", id);
  }

  /// The reference of a draft.
  String practice() throws Exception {
    return "PR-" + after(send(visitor(), "/practices/new", practiceFields()), "PR-");
  }

  String[] practiceFields() {
    return new String[] {
      "owner", stakeholder(),
      "title", "A practice of one side",
      "summary", "We teach in the evening.",
      "topic", "local-action",
      "objective", "Twenty classes by 2027.",
      "language", "en",
      "dimension", "local",
      "theme", "education",
      "seen", "1"
    };
  }

  /// The number of a turn of the stakeholder at the speakers' list of the session.
  String turn() throws Exception {
    String open =
        """
        select coalesce(max(id), 0)::text from participation.floor_turn
        where 'SE-' || session || ' ' || stakeholder = :it and state in ('waiting', 'speaking')
        """;
    String of = session() + " " + stakeholder();
    if (one(open, of).equals("0")) {
      String floor = "/sessions/" + session() + "/floor";
      send(secretariat(), floor + "/list", "act", "open");
      send(secretariat(), floor + "/ask", "stakeholder", stakeholder());
    }
    return one(open, of);
  }

  /// The number of a point in the workspace of the session.
  String point() throws Exception {
    return after(
        send(
            rapporteur(),
            "/sessions/" + session() + "/workspace",
            "text",
            "One thing",
            "language",
            "en"),
        "PT-");
  }

  /// The number of a correction asked of the draft of the session.
  String correction() throws Exception {
    String summary = "/sessions/" + session() + "/summary";
    point();
    send(rapporteur(), summary + "/publish", "hours", "48");
    send(
        side.visitor(Role.MAIN_FOCAL_POINT),
        summary + "/corrections",
        "stakeholder",
        side.state().key(),
        "text",
        "We said must");
    return one(
        """
        select max(c.id)::text from stocktaking.correction c join stocktaking.summary s on s.id = c.summary
        where 'SE-' || s.session = :it
        """,
        session());
  }

  /// The reference of a proposed commitment of the session; its summary is a draft again.
  String outcome() throws Exception {
    String summary = "/sessions/" + session() + "/summary";
    String point = point();
    send(rapporteur(), summary + "/publish", "hours", "1");
    ObjectionWindow.close(side.site()::bean, side.session().id());
    for (String open : openCorrections()) {
      send(rapporteur(), summary + "/corrections/" + open, "decision", "accept");
    }
    send(rapporteur(), summary + "/final");
    String outcome =
        after(
            send(
                rapporteur(),
                "/sessions/" + session() + "/outcomes",
                "point",
                "PT-" + point,
                "text",
                "We will",
                "dimension",
                "national"),
            "PC-");
    send(secretariat(), summary + "/reopen", "reason", "A test goes on", "hours", "48");
    return "PC-" + outcome;
  }

  /// The reference of a draft of a submission.
  String submission() throws Exception {
    return "SU-" + after(send(visitor(), "/submissions/new", submissionFields()), "SU-");
  }

  String[] submissionFields() {
    return new String[] {
      "owner", stakeholder(),
      "consultation", "F-WC-2",
      "title", "A submission of one side",
      "language", "en",
      "consent", "publish",
      "licence", "CC BY 4.0",
      "seen", "1"
    };
  }

  /// The reference of a submission that was handed in.
  String handedIn() throws Exception {
    String ref = submission();
    send(
        visitor(),
        "/submissions/%s/file".formatted(ref),
        "seen",
        "1",
        "text",
        "We ask for open schools. " + UUID.randomUUID());
    send(visitor(), "/submissions/%s/hand-in".formatted(ref), "seen", "2");
    return ref;
  }

  /// The reference of a draft of somebody else that the stakeholder is asked to sign.
  String toSign() throws Exception {
    Visitor asks = Visitor.as(side.site(), "ombarra@example.org");
    String[] fields = submissionFields();
    fields[1] = "XOB";
    String ref = "SU-" + after(send(asks, "/submissions/new", fields), "SU-");
    String at = "/submissions/" + ref;
    send(asks, at + "/file", "seen", "1", "text", "We ask together. " + UUID.randomUUID());
    send(asks, at + "/cosignatories", "stakeholder", stakeholder(), "act", "ask");
    return ref;
  }

  /// The reference of a draft of a commitment.
  String commitment() throws Exception {
    return "CM-" + after(send(visitor(), "/commitments/new", commitmentFields()), "CM-");
  }

  String[] commitmentFields() {
    return new String[] {
      "owner", stakeholder(),
      "title", "A commitment of one side",
      "text", "We will open three schools.",
      "language", "en",
      "obligation", "voluntary-pledge",
      "schedule", "yearly",
      "seen", "1"
    };
  }

  /// The reference of a commitment that is public.
  String publishedCommitment() throws Exception {
    String ref = commitment();
    send(visitor(), "/commitments/%s/publish".formatted(ref), "seen", "1");
    return ref;
  }

  /// The reference of a commitment of somebody else that the stakeholder is asked to join.
  String toJoin() throws Exception {
    Visitor asks = Visitor.as(side.site(), "ombarra@example.org");
    List<String> fields = new ArrayList<>(List.of(commitmentFields()));
    fields.set(1, "XOB");
    fields.addAll(List.of("with", stakeholder()));
    String ref =
        "CM-" + after(send(asks, "/commitments/new", fields.toArray(String[]::new)), "CM-");
    send(asks, "/commitments/%s/publish".formatted(ref), "seen", "1");
    return ref;
  }

  /// The reference of a need of a public commitment of the stakeholder.
  String need() throws Exception {
    return means(promise(publisher(), stakeholder(), "need"));
  }

  /// The reference of an offer of a public commitment of the stakeholder.
  String offer() throws Exception {
    return means(promise(publisher(), stakeholder(), "offer"));
  }

  /// The reference of a need, or an offer, of a public commitment of somebody else.
  String theirs(String direction) throws Exception {
    return means(promise(elsewhere(), "XOB", direction));
  }

  /// The reference of a match that somebody else asks for.
  String match() throws Exception {
    String offer = theirs("offer");
    return "MT-" + after(send(elsewhere(), "/offers/" + offer + "/ask", "other", need()), "MT-");
  }

  /// The references of a public commitment and of a link that somebody else asks it for.
  String[] link() throws Exception {
    String ref = promise(publisher(), stakeholder(), "need");
    String theirs = promise(elsewhere(), "XOB", "offer");
    send(elsewhere(), "/commitments/" + theirs + "/links", "other", ref, "kind", "matches");
    return new String[] {
      ref, one("select 'CL-' || id from commitment.link where 'CM-' || other = :it", ref)
    };
  }

  /// The reference of a public commitment, whoever of its owner may publish it.
  String promise() throws Exception {
    return promise(publisher(), stakeholder(), "need");
  }

  private static String promise(Visitor who, String owner, String direction) throws Exception {
    String[] fields = {
      "owner", owner,
      "title", "A promise of one side",
      "text", "We will open three schools.",
      "language", "en",
      "obligation", "voluntary-pledge",
      "schedule", "yearly",
      "means-direction", direction,
      "means-kind", "capacity",
      "means-text", "Teachers"
    };
    String ref = "CM-" + after(send(who, "/commitments/new", fields), "CM-");
    send(who, "/commitments/%s/publish".formatted(ref), "seen", "1");
    return ref;
  }

  private String means(String commitment) {
    return one(
        "select 'MN-' || id from commitment.means where 'CM-' || commitment = :it", commitment);
  }

  private Visitor publisher() {
    return side.visitor(role == Role.ALTERNATE_FOCAL_POINT ? Role.MAIN_FOCAL_POINT : role);
  }

  private Visitor elsewhere() throws Exception {
    return Visitor.as(side.site(), "ombarra@example.org");
  }

  /// The key of the calendar of the person's own programme.
  String agendaCode() throws Exception {
    send(visitor(), "/agenda/address");
    return one(
        "select code from participation.agenda_address where account::text = :it", account());
  }

  /// The key of the link that stops the news.
  String stopCode() {
    return one("select stop_code from access.account where id::text = :it", account());
  }

  /// The key of a letter that lets its reader choose a password.
  String letter() {
    String link = side.site().bean(Invitations.class).invite(fresh(), Language.EN);
    return link.substring(link.lastIndexOf('/') + 1);
  }

  /// When the session began in which the person is signed in.
  String signInBegan() {
    return one(
        "select max(creation_time)::text from access.session where principal_name = :it",
        account());
  }

  String account() {
    return Long.toString(side.person(role).account());
  }

  /// A random address that nobody has yet.
  String fresh() {
    return UUID.randomUUID() + "@example.org";
  }

  Visitor visitor() {
    return side.visitor(role);
  }

  private void seats() throws Exception {
    for (String type : new String[] {"state", "ngo"}) {
      send(secretariat(), "/meetings/" + meeting() + "/quotas", "of", type, "seats", "999");
    }
  }

  private String email() {
    return side.person(role).email().toLowerCase(java.util.Locale.ROOT);
  }

  private String[] member(String email, String... more) {
    List<String> fields =
        new ArrayList<>(List.of("stakeholder", stakeholder(), "name", "Somebody", "email", email));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  /// By the secretariat, so that the head need not agree.
  private void register(String email, String... more) throws Exception {
    send(secretariat(), "/meetings/" + meeting() + "/registration", member(email, more));
  }

  private boolean isRegistered(String email) {
    return !one("select count(*)::text from participation.registration where email = :it", email)
        .equals("0");
  }

  private String registrationOf(String email) {
    return one("select id::text from participation.registration where email = :it", email);
  }

  private List<String> openCorrections() {
    return jdbc()
        .sql(
            """
            select c.id::text from stocktaking.correction c join stocktaking.summary s on s.id = c.summary
            where s.session = :session and c.answered_at is null
            """)
        .param("session", side.session().id())
        .query(String.class)
        .list();
  }

  private Visitor rapporteur() {
    return side.visitor(Role.RAPPORTEUR);
  }

  private Visitor secretariat() throws Exception {
    return Visitor.as(side.site(), "secretariat@example.org");
  }

  private String one(String sql, String it) {
    return jdbc().sql(sql).param("it", it).query(String.class).single();
  }

  private JdbcClient jdbc() {
    return side.site().bean(JdbcClient.class);
  }

  /// Does something that must succeed.
  private static HttpResponse<String> send(Visitor who, String path, String... fields)
      throws Exception {
    HttpResponse<String> answer = who.send("/en" + path, fields);
    if (answer.statusCode() >= 400) {
      throw new AssertionError(path + " gave " + answer.statusCode() + "\n" + answer.body());
    }
    return answer;
  }

  /// The number after that mark in the place to which an answer leads.
  private static String after(HttpResponse<String> answer, String mark) {
    String place = answer.headers().firstValue("Location").orElseThrow();
    return place.substring(place.lastIndexOf(mark) + mark.length());
  }
}
