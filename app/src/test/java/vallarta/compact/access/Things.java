package vallarta.compact.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// For each endpoint that is somebody's: how it is called with a thing that is there and belongs to
/// that owner. A new endpoint needs one line here.
final class Things {

  /// A request but for its verb and who makes it.
  ///
  /// @param values of the variables of the path after the language, in their order
  /// @param everybodys whether the thing is everybody's, and only what is kept of it is somebody's
  /// @param fields as name and value in turn
  record Call(List<String> values, boolean everybodys, String... fields) {

    Call with(String... more) {
      return new Call(values, everybodys, more);
    }

    Call onWhatIsEverybodys() {
      return new Call(values, true, fields);
    }
  }

  /// Makes what a call is about.
  @FunctionalInterface
  interface Thing {
    Call of(Owner owner) throws Exception;
  }

  private static final Map<String, Thing> ALL = new TreeMap<>();

  static {
    on("GET /{language}/account", of -> call());
    on("GET /{language}/agenda", of -> call());
    on("GET /{language}/follow/{ref}", of -> call("S-1").onWhatIsEverybodys());
    on("GET /{language}/follows", of -> call());
    on("GET /{language}/commitments/batches/{id}", of -> call(of.batch()));
    on("POST /{language}/commitments/batches/{id}/stop", of -> call(of.batch()));
    on(
        "POST /{language}/commitments/import",
        of ->
            call()
                .with(
                    "owner",
                    of.stakeholder(),
                    "csv",
                    "ref,actors,text,obligation\nA-1,%s,We will,voluntary-pledge\n"
                        .formatted(of.stakeholder())));
    on(
        "POST /{language}/commitments/work",
        of -> call().with("owner", of.stakeholder(), "code", "+dimension:local", "all", "true"));
    on("POST /{language}/commitments/views", of -> call().with("name", "Ours", "level", "local"));
    on("POST /{language}/commitments/views/{id}/remove", of -> call("1"));
    on("GET /{language}/commitments/{ref}/edit", of -> call(of.commitment()));
    on("GET /{language}/mandates/{ref}/hand-over", of -> call(of.ownMandate()));
    on("GET /{language}/practices/{ref}/edit", of -> call(of.practice()));
    on("GET /{language}/sessions/{ref}/room", of -> call(of.session()));
    on("GET /{language}/sessions/{ref}/workspace", of -> call(of.session()));
    on("GET /{language}/sessions/{ref}/workspace/list", of -> call(of.session()));
    on("GET /{language}/sessions/{ref}/workspace/{id}", of -> call(of.session(), of.point()));
    on("POST /{language}/account/authenticator/remove", of -> call());
    on("POST /{language}/account/mails", of -> call().with("rhythm", "daily", "tongue", "fr"));
    on(
        "POST /{language}/account/password",
        of -> call().with("password", "seven boats at low tide"));
    on("POST /{language}/account/sessions/end", of -> call().with("began", of.signInBegan()));
    on("POST /{language}/agenda/address", of -> call());
    on("POST /{language}/follow/{ref}", of -> call("S-1").with("act", "begin"));
    on("POST /{language}/commitments/new", of -> call().with(of.commitmentFields()));
    on(
        "POST /{language}/commitments/{ref}/answer",
        of -> call(of.toJoin()).with("stakeholder", of.stakeholder(), "answer", "confirm"));
    for (String act : List.of("discard", "edit", "publish")) {
      on(
          "POST /{language}/commitments/{ref}/" + act,
          of -> call(of.commitment()).with(of.commitmentFields()));
    }
    on(
        "POST /{language}/commitments/{ref}/withdraw",
        of -> call(of.publishedCommitment()).with("seen", "2", "reason", "No money"));
    on("POST /{language}/mandates/{ref}/end", of -> call(of.mandate()));
    on(
        "POST /{language}/mandates/{ref}/hand-over",
        of -> call(of.mandate()).with("name", "N", "email", of.fresh()));
    on(
        "POST /{language}/outcomes/{ref}",
        of -> call(of.outcome()).with("seen", "1", "text", "We shall"));
    on(
        "POST /{language}/outcomes/{ref}/means",
        of -> call(of.outcome()).with("direction", "need", "kind", "capacity", "text", "Teachers"));
    on(
        "POST /{language}/participants/{ref}/mandates",
        of -> call(of.participant()).with("role", "delegate", "name", "N", "email", of.fresh()));
    on("POST /{language}/practices/new", of -> call().with(of.practiceFields()));
    on(
        "POST /{language}/practices/{ref}/edit",
        of -> call(of.practice()).with(of.practiceFields()));
    on(
        "POST /{language}/registrations/{id}/decline",
        of -> call(of.registration()).with("reason", "Not of our delegation"));
    on("POST /{language}/registrations/{id}/endorse", of -> call(of.registration()));
    on("POST /{language}/registrations/{id}/withdraw", of -> call(of.registration()));
    on("POST /{language}/sessions/{ref}/agenda", of -> call(of.session()).with("wish", "choose"));
    on(
        "POST /{language}/sessions/{ref}/floor/ask",
        of -> call(of.session()).with("stakeholder", of.stakeholder()));
    for (String act : List.of("end", "give", "limit", "list", "move", "withdraw", "yield")) {
      on(
          "POST /{language}/sessions/{ref}/floor/" + act,
          of -> call(of.session()).with("turn", of.turn(), "act", "open", "seconds", "60"));
    }
    on(
        "POST /{language}/sessions/{ref}/summary/corrections",
        of -> call(of.session()).with("stakeholder", of.stakeholder(), "text", "We said must"));
    on(
        "POST /{language}/sessions/{ref}/summary/corrections/{id}",
        of -> call(of.session(), of.correction()).with("decision", "accept"));
    on("POST /{language}/sessions/{ref}/summary/final", of -> call(of.session()));
    on("POST /{language}/sessions/{ref}/summary/publish", of -> call(of.session()));
    on(
        "POST /{language}/sessions/{ref}/workspace",
        of -> call(of.session()).with("text", "One thing", "language", "en"));
    on(
        "POST /{language}/sessions/{ref}/workspace/{id}",
        of -> call(of.session(), of.point()).with("seen", "1", "text", "Else", "language", "en"));
    for (String act : List.of("merge", "move", "remove", "restore", "sources", "split")) {
      on(
          "POST /{language}/sessions/{ref}/workspace/{id}/" + act,
          of ->
              call(of.session(), of.point())
                  .with("seen", "1", "to", "up", "statement", "S-1", "text", "One\nTwo"));
    }
    on(
        "POST /{language}/sessions/{session}/outcomes",
        of -> call(of.session()).with("point", "PT-" + of.point(), "text", "We will"));
    submissions();
    voices();
    reports();
    matching();
    waysIn();
    keys();
  }

  private Things() {}

  private static void submissions() {
    for (String part : List.of("cosignatories", "edit", "file")) {
      on("GET /{language}/submissions/{ref}/" + part, of -> call(of.submission()));
    }
    for (String part : List.of("original", "receipt", "receipt.pdf")) {
      on("GET /{language}/submissions/{ref}/" + part, of -> call(of.handedIn()));
    }
    on("GET /{language}/submissions/{ref}/sign", of -> call(of.toSign()));
    on("POST /{language}/submissions/new", of -> call().with(of.submissionFields()));
    on(
        "POST /{language}/submissions/{ref}/edit",
        of -> call(of.submission()).with(of.submissionFields()));
    on(
        "POST /{language}/submissions/{ref}/cosignatories",
        of -> call(of.submission()).with("act", "ask", "stakeholder", "demo-secretariat"));
    on(
        "POST /{language}/submissions/{ref}/file",
        of -> call(of.submission()).with("seen", "1", "text", "We ask for schools."));
    for (String act : List.of("discard", "hand-in")) {
      on(
          "POST /{language}/submissions/{ref}/" + act,
          of -> call(of.submission()).with("seen", "1"));
    }
    on("POST /{language}/submissions/{ref}/withdraw", of -> call(of.handedIn()).with("seen", "3"));
    on(
        "POST /{language}/submissions/{ref}/sign",
        of -> call(of.toSign()).with("stakeholder", of.stakeholder(), "answer", "decline"));
  }

  private static void voices() {
    for (String part : List.of("edit", "evidence")) {
      on("GET /{language}/parallel-reports/{ref}/" + part, of -> call(of.parallel()));
    }
    on("POST /{language}/parallel-reports/new", of -> call().with(of.parallelFields()));
    for (String act : List.of("discard", "edit", "publish", "signers", "withdraw")) {
      on(
          "POST /{language}/parallel-reports/{ref}/" + act,
          of -> call(of.parallel()).with(of.parallelFields()));
    }
    on(
        "POST /{language}/parallel-reports/{ref}/evidence",
        of -> call(of.parallel()).with("title", "A study", "url", "https://example.org/study"));
    on(
        "POST /{language}/parallel-reports/{ref}/evidence/{id}/remove",
        of -> call(of.parallel(), "1"));
    on(
        "POST /{language}/parallel-reports/{ref}/sign",
        of ->
            call(of.parallelToSign())
                .with("seen", "1", "stakeholder", of.stakeholder(), "answer", "confirm"));
    on(
        "POST /{language}/replies/new",
        of ->
            call()
                .with(
                    "about",
                    of.answerable(),
                    "stakeholder",
                    of.stakeholder(),
                    "language",
                    "en",
                    "text",
                    "All three are open now."));
  }

  private static void reports() {
    for (String act : List.of("report", "snooze", "unchanged")) {
      on(
          "POST /{language}/duties/{ref}/" + act,
          of -> call(of.duty()).with("until", of.inAWeek(), "reason", "The ministry moves"));
    }
    on("POST /{language}/labels/{ref}/contest", of -> call(of.label()).with("reason", "Wrong"));
    on("GET /{language}/reports/{ref}/edit", of -> call(of.report()));
    for (String act :
        List.of(
            "discard", "edit", "evidence", "evidence/remove", "publish", "validate", "withdraw")) {
      on(
          "POST /{language}/reports/{ref}/" + act,
          of ->
              call(of.report())
                  .with(
                      "seen", "1",
                      "id", "1",
                      "language", "en",
                      "progress", "planned",
                      "title", "A law",
                      "type", "law",
                      "independence", "own",
                      "url", "https://example.org/law",
                      "reason", "Wrong"));
    }
  }

  private static void matching() {
    on("GET /{language}/commitments/{ref}/translations", of -> call(of.promise()));
    on(
        "POST /{language}/commitments/{ref}/translations",
        of -> call(of.promise()).with("to", "fr", "title", "T", "text", "T", "maker", "Service"));
    on(
        "POST /{language}/commitments/{ref}/links",
        of -> call(of.promise()).with("other", "CM-1", "kind", "matches"));
    for (String act : List.of("answer", "end")) {
      on(
          "POST /{language}/commitments/{ref}/links/{link}/" + act,
          of -> call(of.link()).with("answer", "decline", "reason", "No"));
      on(
          "POST /{language}/matches/{ref}/" + act,
          of -> call(of.match()).with("answer", "decline", "reason", "No"));
    }
    on("POST /{language}/needs/{ref}/ask", of -> call(of.need()).with("other", of.theirs("offer")));
    on(
        "POST /{language}/offers/{ref}/ask",
        of -> call(of.offer()).with("other", of.theirs("need")));
    on(
        "POST /{language}/instrument/{key}",
        of ->
            call(of.stakeholder())
                .with("kind", "signed", "date", "2020-01-01", "source", "Gazette 1"));
  }

  private static void waysIn() {
    on("POST /{language}/account/passkeys", of -> call().with("name", "A device"));
    on("POST /{language}/account/passkeys/options", of -> call());
    on("POST /{language}/account/passkeys/remove", of -> call().with("id", "1"));
    on(
        "POST /{language}/account/passkeys/rename",
        of -> call().with("id", "1", "name", "A device"));
    on("POST /{language}/account/providers/link", of -> call().with("name", "none"));
    on("POST /{language}/account/providers/unlink", of -> call().with("id", "1"));
  }

  /// What is opened by a secret in its address, which is the value of the path.
  private static void keys() {
    on("GET /{language}/agenda/{code}.ics", of -> call(of.agendaCode()));
    on("GET /{language}/news/stop/{code}", of -> call(of.stopCode()));
    on("GET /{language}/registrations/{pass}", of -> call(of.badge()));
    on("GET /{language}/registrations/{pass}/badge.pdf", of -> call(of.badge()));
    on("GET /{language}/sign-in/letter/{code}", of -> call(of.letter()));
    on("POST /{language}/news/stop/{code}", of -> call(of.stopCode()));
    on("POST /{language}/registrations/{pass}/own", of -> call(of.pass()).with("wish", "withdraw"));
    on(
        "POST /{language}/sign-in/letter/{code}",
        of -> call(of.letter()).with("password", "seven boats at low tide"));
  }

  static Set<String> endpoints() {
    return ALL.keySet();
  }

  static Call make(Endpoint endpoint, Owner owner) throws Exception {
    Thing thing = ALL.get(endpoint.name());
    if (thing == null) {
      throw new AssertionError("no thing to try " + endpoint.name() + " on");
    }
    return thing.of(owner);
  }

  private static void on(String endpoint, Thing thing) {
    ALL.put(endpoint, thing);
  }

  private static Call call(String... values) {
    return new Call(List.of(values), false);
  }
}
