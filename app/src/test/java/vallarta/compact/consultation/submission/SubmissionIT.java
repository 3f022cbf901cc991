package vallarta.compact.consultation.submission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.cli.Post;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.cli.Visitor;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordAudit;
import vallarta.compact.store.Sha256;

/// The life of a joint submission on a site that is no demonstration, from the call to the input,
/// over real HTTP, SMTP and PostgreSQL: by invitation, pages and forms alone.
@TestMethodOrder(OrderAnnotation.class)
class SubmissionIT {

  private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
  private static final String WORDS =
      "We ask every government to end the detention of migrant children.\n"
          + "States should publish the fees that recruiters may charge.\n";

  @TempDir private static Path folder;

  private static Post post;
  private static RunningServer site;
  private static Visitor secretariat;
  private static Visitor first;
  private static Visitor second;
  private static Visitor cosigner;
  private static Visitor anybody;
  private static String path = "";
  private static String hash = "";

  @BeforeAll
  static void open() throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    String data = folder.resolve("data").toString();
    write(
        "stakeholders.csv",
        """
        key,name,name_language,type,state,region_m49,fictional
        sec,Secretariat of the test,en,un-agency,,001,true
        net,Lighthouse Network,en,ngo,,001,true
        XAA,Republic of Aurelia,en,state,XAA,001,true
        XBB,République de Boréalie,fr,state,XBB,001,true
        """);
    write(
        "consultations.csv",
        """
        ref,type,title,title_language,zone,deadline,call_languages,takes_late
        R-1,written-call,Call of the test,en,America/Mexico_City,%s,en fr,yes
        """
            .formatted(
                LocalDateTime.now(ZONE)
                    .plusDays(3)
                    .minusMinutes(2)
                    .truncatedTo(ChronoUnit.MINUTES)));
    run("import", "stakeholders", folder.resolve("stakeholders.csv").toString(), "--data", data);
    run("import", "consultations", folder.resolve("consultations.csv").toString(), "--data", data);
    String link =
        run(
            "user",
            "add",
            "--email",
            "chief@example.org",
            "--name",
            "Ilse Chief",
            "--role",
            "secretariat",
            "--organisation",
            "sec",
            "--data",
            data);
    post = Post.open();
    Map<String, Object> settings = new HashMap<>(post.settings());
    settings.put("vallarta.limits.factor", 1000);
    site = RunningServer.over(Path.of(data), settings);
    secretariat = Visitor.arrive(site, Post.path(link));
    secretariat.setUpSecondFactor();
    first = invited("nora@example.org", "Nora First", "net", "contributor");
    second = invited("sami@example.org", "Sami Second", "net", "delegate");
    cosigner = invited("ada@example.org", "Ada Third", "XAA", "main-focal-point");
    anybody = Visitor.of(site);
    second.send("/en/account/mails", "rhythm", "never", "tongue", "fr");
  }

  @AfterAll
  static void close() {
    site.close();
    post.close();
  }

  @Test
  @Order(1)
  void aCallShowsItsDeadlineWithItsZoneAndHowLongRemains() throws Exception {
    assertThat(anybody.read("/en/consultations/R-1").body())
        .contains("Call for submissions", "(Mexico City Time)", "2 days left", "English and French")
        .doesNotContain("/en/submissions/new", "/call/edit");
    assertThat(first.read("/en/consultations").body())
        .contains("Open calls for submissions", "2 days left", "/en/submissions/mine");
    assertThat(first.read("/en/account").body()).contains("/en/submissions/mine");
    assertThat(secretariat.read("/en/account").body()).contains("/en/submissions/queue");
  }

  @Test
  @Order(2)
  void aDraftIsSharedWithinTheOrganisationAndReadAtOnce() throws Exception {
    assertThat(first.read("/en/submissions/new?consultation=R-1").body())
        .contains("English", "Français")
        .doesNotContain("<option value=\"ru\"");
    path = drafted(first, "Children first", "notes", "Please mind the annex");
    assertThat(first.read(path).body()).contains("There is no file yet", "SU-1");
    HttpResponse<String> taken = first.upload(path + "/file?seen=1", "file", "children.txt", WORDS);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
    hash = Sha256.of(WORDS);
    assertThat(second.read(path).body())
        .contains("children.txt", "text/plain", "2 found", hash, "Please mind the annex");
    assertThat(second.bytes(path + "/original")).isEqualTo(WORDS.getBytes());
    assertThat(second.read("/en/submissions/mine").body()).contains("Children first", "2 days");
    for (Visitor other : List.of(anybody, cosigner, secretariat)) {
      assertThat(other.read(path).statusCode()).as("a draft is its owner's").isEqualTo(404);
    }
    assertThat(anybody.read("/en/submissions").body()).doesNotContain("SU-1");
    assertThat(site.bean(PublicRecord.class).history("SU-1")).isEmpty();
  }

  @Test
  @Order(3)
  void othersAreAskedByMailAndConfirmForThemselvesAlone() throws Exception {
    sent(first, path + "/cosignatories", "stakeholder", "XAA", "act", "ask");
    sent(first, path + "/cosignatories", "stakeholder", "XBB", "act", "ask");
    assertThat(first.read(path + "/cosignatories").body())
        .as("nobody speaks for the second one yet")
        .contains("Nobody speaks for it here at present");
    MimeMessage mail = post.mailTo("ada@example.org", "Lighthouse Network asks");
    String link = Post.link(mail);
    assertThat(link).isEqualTo("/en/submissions/SU-1/sign");
    assertThat(cosigner.read("/en/submissions/mine").body())
        .contains("Waiting for you", "Children first");
    assertThat(cosigner.read(link).body()).contains("Children first", hash);
    assertThat(cosigner.bytes(path + "/original")).isEqualTo(WORDS.getBytes());
    assertThat(anybody.read(link).statusCode()).as("led to sign in").isEqualTo(302);
    assertThat(duties("ada@example.org")).contains("Answer whether to sign SU-1");

    assertThat(
            cosigner
                .send(link, "stakeholder", "XBB", "answer", "confirm", "seen", hash)
                .statusCode())
        .as("nobody confirms for another")
        .isEqualTo(403);
    assertThat(
            first.send(link, "stakeholder", "XAA", "answer", "confirm", "seen", hash).statusCode())
        .as("the owner does not either")
        .isEqualTo(403);
    HttpResponse<String> other =
        cosigner.send(
            link, "stakeholder", "XAA", "answer", "confirm", "seen", Sha256.of("another"));
    assertThat(other.statusCode()).isEqualTo(412);
    assertThat(other.body()).contains("CONS-039");
    sent(cosigner, link, "stakeholder", "XAA", "answer", "confirm", "seen", hash);
    post.mailTo("nora@example.org", "Republic of Aurelia signs SU-1");
    assertThat(post.mailTo("sami@example.org", "Republic of Aurelia signe SU-1").getSubject())
        .contains("Children first");
    assertThat(duties("ada@example.org")).doesNotContain("SU-1");
  }

  @Test
  @Order(4)
  void anotherFileResetsConfirmationsAndSaysSo() throws Exception {
    assertThat(first.read(path + "/file").body())
        .contains("1 co-signatory has confirmed this very file, and is asked again");
    String other = WORDS + "Towns should be asked before a shelter is opened.\n";
    assertThat(second.upload(path + "/file?seen=2", "file", "children-2.txt", other).statusCode())
        .isEqualTo(302);
    hash = Sha256.of(other);
    assertThat(first.read(path).body()).contains("asked, no answer yet", "3 found");
    assertThat(post.mailTo("ada@example.org", "SU-1 was changed").getContent().toString())
        .contains("holds no longer");
    sent(cosigner, path + "/sign", "stakeholder", "XAA", "answer", "confirm", "seen", hash);
  }

  @Test
  @Order(5)
  void isHandedInWithAReceiptThatAnybodyCanCheck() throws Exception {
    assertThat(first.read(path).body()).contains("1 co-signatory has not answered");
    HttpResponse<String> stale = first.send(path + "/hand-in", "seen", "1");
    assertThat(stale.statusCode()).isEqualTo(412);
    HttpResponse<String> in = first.send(path + "/hand-in", "seen", "3");
    assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/receipt");
    String receipt = first.read(path + "/receipt").body();
    assertThat(receipt)
        .contains(
            "SU-1",
            hash,
            "Children first",
            "Nora First",
            "In time",
            "(Mexico City Time)",
            "sha256sum",
            "/en/record/objects/SU-1",
            "175 bytes");
    assertThat(second.read(path + "/receipt").statusCode()).isEqualTo(200);
    assertThat(cosigner.read(path + "/receipt").statusCode()).isEqualTo(403);

    MimeMessage mail = post.mailTo("nora@example.org", "Received: SU-1");
    assertThat(mail.getContent().toString()).contains(hash, "In time", "175 bytes");
    assertThat(post.mailTo("sami@example.org", "Reçu : SU-1").getContent().toString())
        .contains(hash, "Dans les délais", "175 octets");
    assertThat(Post.link(mail)).isEqualTo(path + "/receipt");

    for (String language : List.of("en", "ar", "zh")) {
      byte[] pdf = first.bytes(path.replace("/en/", "/" + language + "/") + "/receipt.pdf");
      for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
        assertThat(faults(pdf, flavour)).as(language + " " + flavour).isEmpty();
      }
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", "")).contains(hash);
      }
    }
    assertThat(anybody.read("/en/record/verify?ref=" + hash).body()).contains("Found", "SU-1");
  }

  @Test
  @Order(6)
  void thatItCameIsPublicAndWhatItSaysIsNot() throws Exception {
    String page = anybody.read(path).body();
    assertThat(page)
        .contains("Lighthouse Network", "Republic of Aurelia", "In time", hash, "Handed in")
        .doesNotContain("Children first", "Nora", "children-2.txt", "annex", "Boréalie");
    assertThat(anybody.read("/en/submissions.csv").body())
        .contains("SU-1,R-1,Lighthouse Network,ngo,handed-in", ",false,,", hash)
        .doesNotContain("Children first");
    assertThat(anybody.read(path + ".json").body()).contains("\"Republic of Aurelia\"");
    assertThat(anybody.read(path + "/original").statusCode()).isEqualTo(302);
    assertThat(facts("SU-1"))
        .containsEntry("sha256", hash)
        .containsEntry("stakeholder", "net")
        .containsEntry("cosignatories", "XAA")
        .doesNotContainKeys("title", "late")
        .doesNotContainValue("Nora First");
    assertThat(first.read(path + "/edit").statusCode()).isEqualTo(409);
    assertThat(first.upload(path + "/file?seen=4", "file", "x.txt", WORDS).statusCode())
        .isEqualTo(409);
  }

  @Test
  @Order(7)
  void comesBackToBeMendedAndMendingMakesNothingLate() throws Exception {
    assertThat(secretariat.read("/en/submissions/queue").body()).contains("Children first");
    assertThat(secretariat.read(path).body())
        .contains("Please mind the annex", path + "/publish", "children-2.txt");
    assertThat(secretariat.send(path + "/return", "seen", "4", "mend", " ").statusCode())
        .isEqualTo(422);
    assertThat(first.send(path + "/return", "seen", "4", "mend", "Mine").statusCode())
        .isEqualTo(403);
    sent(secretariat, path + "/return", "seen", "4", "mend", "Add the annex.");
    assertThat(post.mailTo("nora@example.org", "To be mended").getContent().toString())
        .contains("Add the annex.");
    assertThat(post.mailTo("sami@example.org", "À corriger").getContent().toString())
        .contains("Add the annex.");
    assertThat(anybody.read(path).body()).contains("Given back").doesNotContain("Add the annex.");
    assertThat(first.read(path).body()).contains("Add the annex.", path + "/hand-in");
    assertThat(duties("nora@example.org")).contains("Mend SU-1");
    // The deadline is over by now, as if the days had passed.
    over("R-1", 120);
    assertThat(first.upload(path + "/file?seen=5", "file", "children-3.txt", WORDS).statusCode())
        .isEqualTo(302);
    hash = Sha256.of(WORDS);
    assertThat(facts("SU-1"))
        .as("the record tells of what was handed in, and of no work in between")
        .doesNotContainEntry("sha256", hash)
        .doesNotContainKey("cosignatories");
    sent(first, path + "/hand-in", "seen", "6");
    assertThat(facts("SU-1"))
        .containsEntry("sha256", hash)
        .containsKey("handed_in")
        .doesNotContainKey("late");
    sent(cosigner, path + "/sign", "stakeholder", "XAA", "answer", "confirm", "seen", hash);
    assertThat(history("SU-1"))
        .containsExactly(
            ActType.SUBMISSION_HANDED_IN,
            ActType.SUBMISSION_DECIDED,
            ActType.CORRECTION,
            ActType.SUBMISSION_COSIGNED,
            ActType.SUBMISSION_HANDED_IN,
            ActType.SUBMISSION_COSIGNED);
  }

  @Test
  @Order(8)
  void becomesAnInputWithItsStatementsAndCoSignatories() throws Exception {
    HttpResponse<String> stale = secretariat.send(path + "/publish", "seen", "4");
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(cosigner.send(path + "/publish", "seen", "7").statusCode()).isEqualTo(403);
    sent(secretariat, path + "/publish", "seen", "7");
    assertThat(anybody.read(path).body()).contains("Children first", "/en/inputs/I-1");
    assertThat(anybody.read("/en/inputs/I-1").body())
        .contains("Republic of Aurelia", "/en/submissions/SU-1", "end the detention")
        .doesNotContain("Boréalie", "after the deadline");
    assertThat(anybody.read("/en/inputs.csv").body())
        .contains("Lighthouse Network", "SU-1,false,Republic of Aurelia");
    assertThat(anybody.read("/en/statements.csv").body().lines().count()).isEqualTo(3);
    assertThat(anybody.bytes("/en/inputs/I-1/original")).isEqualTo(WORDS.getBytes());
    assertThat(first.read(path + "/original").headers().firstValue("Location").orElseThrow())
        .endsWith("/en/inputs/I-1/original");
    assertThat(post.mailTo("nora@example.org", "Published: SU-1").getContent().toString())
        .contains("I-1");
    assertThat(secretariat.send(path + "/publish", "seen", "8").statusCode()).isEqualTo(409);
    assertThat(secretariat.read("/en/submissions/queue").body()).contains("Nothing waits");
    try (Stream<Path> left = Files.walk(folder.resolve("data/submissions"))) {
      assertThat(left.filter(Files::isRegularFile)).as("the input has the bytes now").isEmpty();
    }
  }

  @Test
  @Order(9)
  void whatIsLateIsMarkedEverywhereUntilAnExtensionExcusesIt() throws Exception {
    String late = drafted(second, "Written in the night");
    second.upload(late + "/file?seen=1", "file", "night.txt", "We will open a school by night.\n");
    assertThat(second.read(late).body()).contains("The deadline is over: it will be marked");
    sent(second, late + "/hand-in", "seen", "2");
    assertThat(second.read(late + "/receipt").body()).contains("Late by 2 hours");
    assertThat(post.mailTo("sami@example.org", "Reçu : SU-2").getContent().toString())
        .contains("En retard de 2 heures");
    assertThat(anybody.read(late).body()).contains("Late by 2 hours");
    assertThat(anybody.read("/en/submissions").body()).contains("Late by 2 hours");
    assertThat(anybody.read("/en/submissions.csv?late=true").body()).contains("SU-2", ",true,,");
    assertThat(anybody.read("/en/submissions.csv?late=true").body()).doesNotContain("SU-1,");
    sent(secretariat, late + "/publish", "seen", "3");
    assertThat(anybody.read("/en/inputs/I-2").body()).contains("after the deadline");
    assertThat(anybody.read("/en/inputs").body()).contains("<b>Late</b>");
    assertThat(anybody.read("/en/inputs.csv").body()).contains("SU-2,true,");
    assertThat(facts("SU-2")).containsEntry("late", "true");
    assertThat(anybody.read("/en/consultations/R-1").body().replaceAll("(<[^>]+>\\s*)+", "|"))
        .contains("|2|Received|", "|1|Late|", "|2|Published|", "|0|Declined|");

    String soon = LocalDateTime.now(ZONE).plusHours(1).truncatedTo(ChronoUnit.MINUTES).toString();
    String extend = "/en/consultations/R-1/call/extend";
    assertThat(first.send(extend, "to", soon, "reason", "Ours").statusCode()).isEqualTo(403);
    assertThat(secretariat.send(extend, "to", soon, "reason", " ").statusCode()).isEqualTo(422);
    sent(secretariat, extend, "whom", "net", "to", soon, "reason", "The power was off.");
    assertThat(anybody.read("/en/consultations/R-1").body())
        .contains("EX-1", "The power was off.", "Lighthouse Network");
    assertThat(post.mailTo("nora@example.org", "New deadline").getContent().toString())
        .contains("The power was off.");
    assertThat(facts("EX-1")).containsEntry("stakeholder", "net");
    assertThat(facts("SU-2")).doesNotContainKey("late").containsEntry("extension", "EX-1");
    assertThat(anybody.read(late).body())
        .contains("In time by extension EX-1")
        .doesNotContain("Late by");
    assertThat(anybody.read("/en/inputs.csv").body()).contains("SU-2,false,");
    assertThat(history("SU-2"))
        .containsExactly(
            ActType.SUBMISSION_HANDED_IN, ActType.SUBMISSION_DECIDED, ActType.CORRECTION);
  }

  @Test
  @Order(10)
  void whoeverLeavesTheProcessHandsInNoMore() throws Exception {
    String last = drafted(first, "The last one");
    String participant =
        secretariat
            .read("/en/participants.csv")
            .body()
            .lines()
            .filter(it -> it.contains(",net,"))
            .map(it -> it.substring(0, it.indexOf(',')))
            .findFirst()
            .orElseThrow();
    sent(
        secretariat,
        "/en/participants/%s/withdraw".formatted(participant),
        "reason",
        "It closes its doors");
    assertThat(first.send(last + "/hand-in", "seen", "1").statusCode()).isEqualTo(403);
    assertThat(first.read(last).statusCode()).isEqualTo(404);
    assertThat(anybody.read(path).statusCode()).as("its history stays").isEqualTo(200);
    String other = drafted(cosigner, "Without them");
    HttpResponse<String> asked = cosigner.send(other + "/cosignatories", "stakeholder", "net");
    assertThat(asked.statusCode()).isEqualTo(409);
    assertThat(asked.body()).contains("has left the process");
  }

  @Test
  @Order(11)
  void theRecordTellsWhatTheRowsSay() {
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  private static Visitor invited(String email, String name, String organisation, String role)
      throws Exception {
    String participant =
        secretariat
            .read("/en/participants.csv")
            .body()
            .lines()
            .filter(it -> it.contains("," + organisation + ","))
            .map(it -> it.substring(0, it.indexOf(',')))
            .findFirst()
            .orElseThrow();
    sent(
        secretariat,
        "/en/participants/%s/mandates".formatted(participant),
        "email",
        email,
        "name",
        name,
        "role",
        role);
    return Visitor.arrive(site, Post.link(post.mailTo(email, "")));
  }

  /// A draft to the call of the test, by its path.
  private static String drafted(Visitor by, String title, String... more) throws Exception {
    String[] fields = new String[more.length + 8];
    List<String> usual =
        List.of("consultation", "R-1", "title", title, "language", "en", "licence", "CC BY 4.0");
    for (int i = 0; i < usual.size(); i++) {
      fields[i] = usual.get(i);
    }
    System.arraycopy(more, 0, fields, usual.size(), more.length);
    HttpResponse<String> answer = by.send("/en/submissions/new", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return Post.path(answer.headers().firstValue("Location").orElseThrow());
  }

  private static void sent(Visitor by, String to, String... fields) throws Exception {
    HttpResponse<String> answer = by.send(to, fields);
    assertThat(answer.statusCode()).as(to + answer.body()).isEqualTo(302);
  }

  /// The deadline of a call was so many minutes ago.
  private static void over(String consultation, int minutes) {
    LateCalls.over(site::bean, consultation, minutes);
  }

  /// What waits for somebody, as whoever takes over the mandate finds it.
  private static String duties(String email) throws Exception {
    String mandate =
        site.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
            .sql(
                """
                select 'MD-' || m.id from participation.mandate m
                join participation.person p on p.id = m.person where p.email = :email
                """)
            .param("email", email)
            .query(String.class)
            .single();
    return secretariat.read("/en/mandates/%s/hand-over".formatted(mandate)).body();
  }

  private static Map<String, String> facts(String ref) {
    Map<String, String> facts = new HashMap<>();
    site.bean(PublicRecord.class)
        .history(ref)
        .getLast()
        .disclosures()
        .forEach(it -> facts.put(it.name(), String.valueOf(it.value())));
    return facts;
  }

  private static List<ActType> history(String ref) {
    return site.bean(PublicRecord.class).history(ref).stream().map(Entry::type).toList();
  }

  private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(it -> it.getStatus() == TestAssertion.Status.FAILED)
          .map(it -> it.getRuleId().getClause() + " " + it.getMessage())
          .distinct()
          .toList();
    }
  }

  private static void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private static String run(String... words) {
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.code()).as(run.talk()).isZero();
    return run.out().strip();
  }
}
