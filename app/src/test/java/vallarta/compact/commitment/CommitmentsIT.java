package vallarta.compact.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.record.RecordAudit;

/// How a State drafts, publishes, changes and withdraws what it undertakes, and what it is told
/// when something cannot be taken.
class CommitmentsIT {

  private static RunningDemonstration site;
  private static Visitor main;
  private static Visitor alternate;
  private static Visitor other;
  private static Visitor contributor;
  private static Visitor secretariat;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    main = Visitor.as(site, "ferrenland@example.org");
    alternate = Visitor.as(site, "ferrenland2@example.org");
    other = Visitor.as(site, "ombarra@example.org");
    contributor = Visitor.as(site, "contributor@example.org");
    secretariat = Visitor.as(site, "secretariat@example.org");
  }

  @Test
  void aDraftIsItsOwnersAlone() throws Exception {
    String path = draft(main);
    for (Visitor who : List.of(other, contributor, secretariat, Visitor.of(site))) {
      assertThat(who.read(path).statusCode()).isEqualTo(404);
      assertThat(who.read(path + ".json").statusCode()).isEqualTo(404);
      assertThat(who.read(path + "/versions").statusCode()).isEqualTo(404);
    }
    for (String act : List.of("/edit", "/publish", "/withdraw", "/discard")) {
      assertThat(other.send(path + act, fields("seen", "1", "reason", "x")).statusCode())
          .as(act)
          .isEqualTo(404);
    }
    assertThat(other.send(path + "/answer", "stakeholder", "XOB", "answer", "confirm").statusCode())
        .as("nobody learns that a draft is there")
        .isEqualTo(404);
    assertThat(alternate.read(path).body()).contains(text("commitment.draft.notice"));
    assertThat(alternate.send(path + "/publish", "seen", "1").statusCode())
        .as("an alternate drafts, and binds nobody")
        .isEqualTo(403);
    assertThat(other.send("/en/commitments/new", fields("owner", "XFL")).statusCode())
        .as("nobody writes for another State")
        .isEqualTo(403);
  }

  @Test
  void aDraftIsToldWhatKeepsItFromBeingMeasuredAndMayBePublishedSo() throws Exception {
    String path =
        place(
            main.send(
                "/en/commitments/new",
                fields(
                    "target-indicator", "",
                    "target-baseline", "",
                    "target-baseline-on", "",
                    "target-unit", "",
                    "target-value", "",
                    "due", "")));
    String draft = main.read(path).body();
    assertThat(draft)
        .contains(text("commitment.unmeasurable"))
        .contains(text("commitment.suggestion.deadline"))
        .contains(text("commitment.suggestion.unit"));
    int before = measurable("all");
    int told = measurable("measurable");
    assertThat(main.send(path + "/publish", "seen", "1").statusCode()).isEqualTo(302);
    assertThat(Visitor.of(site).read(path).body())
        .contains(text("commitment.unmeasurable"), text("commitment.missing.deadline"));
    assertThat(Visitor.of(site).read(path + ".json").body())
        .contains("\"missing\"", "indicator unit baseline value deadline means");
    assertThat(measurable("all")).isEqualTo(before + 1);
    assertThat(measurable("measurable")).isEqualTo(told);
    assertThat(Visitor.of(site).read("/en/commitments?gap=deadline&q=" + ref(path)).body())
        .contains(ref(path));
    assertThat(Visitor.of(site).read("/en/commitments?gap=none&q=" + ref(path)).body())
        .doesNotContain(path);
  }

  @Test
  void aPublishedOneChangesWithAReasonAndEveryVersionStaysReadable() throws Exception {
    String path = draft(main);
    assertThat(main.send(path + "/publish", "seen", "1").statusCode()).isEqualTo(302);
    assertThat(main.send(path + "/edit", fields("seen", "2", "text", "We will open nine")).body())
        .as("a reason is asked for, and what was typed is kept")
        .contains("it is published", "We will open nine");
    assertThat(
            main.send(
                    path + "/edit",
                    fields("seen", "2", "text", "We will open nine schools", "reason", "Budget"))
                .statusCode())
        .isEqualTo(302);
    HttpResponse<String> stale =
        main.send(
            path + "/edit", fields("seen", "2", "text", "We will open ten", "reason", "More"));
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(stale.body())
        .as("both texts stand there")
        .contains("We will open nine schools", "We will open ten");
    assertThat(Visitor.of(site).read(path + "/versions").body())
        .contains("Budget", "<del>", "<ins>", "nine");
    assertThat(Visitor.of(site).read(path + "/versions.csv").body()).contains("Budget", "text");
    assertThat(main.send(path + "/withdraw", "seen", "3", "reason", " ").statusCode())
        .isEqualTo(422);
    assertThat(main.send(path + "/withdraw", "seen", "3", "reason", "No money").statusCode())
        .isEqualTo(302);
    assertThat(Visitor.of(site).read(path).body())
        .contains("No money", "We will open nine schools");
    assertThat(main.send(path + "/edit", fields("seen", "4", "reason", "x")).statusCode())
        .as("what is withdrawn stays as it is")
        .isEqualTo(409);
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void whoeverIsNamedConfirmsOrDeclinesItself() throws Exception {
    String path =
        place(
            main.send("/en/commitments/new", fields("with", "XOB", "with", "en-lantern-children")));
    main.send(path + "/publish", "seen", "1");
    assertThat(Visitor.of(site).read(path).body())
        .contains(text("commitment.answer.asked"), "Republic of Ombarra");
    assertThat(main.send(path + "/answer", "stakeholder", "XOB", "answer", "confirm").statusCode())
        .as("nobody confirms for another")
        .isEqualTo(403);
    assertThat(other.read("/en/commitments/drafts").body()).contains(ref(path));
    assertThat(other.send(path + "/answer", "stakeholder", "XOB", "answer", "confirm").statusCode())
        .isEqualTo(302);
    assertThat(
            contributor
                .send(path + "/answer", "stakeholder", "en-lantern-children", "answer", "decline")
                .statusCode())
        .isEqualTo(302);
    assertThat(Visitor.of(site).read(path + ".csv").body())
        .contains("XFL ; XOB ; en-lantern-children", "confirmed ; confirmed ; declined");
    assertThat(
            main.send(
                    path + "/edit",
                    fields(
                        "seen",
                        "2",
                        "with",
                        "XOB",
                        "with",
                        "en-lantern-children",
                        "reason",
                        "More"))
                .statusCode())
        .isEqualTo(302);
    assertThat(Visitor.of(site).read(path + ".csv").body())
        .as("who confirmed the text before is asked about the new one")
        .contains("confirmed ; asked ; declined");
  }

  @ParameterizedTest
  @CsvSource({
    "title, '', commitment.failure.empty.title, title",
    "text, '', commitment.failure.empty.text, text",
    "due, 2020-01-01, commitment.failure.past, due",
    "due, 31/02/2030, commitment.failure.date, due",
    "target-unit, '', commitment.failure.target-unit, target-1",
    "target-value, many, commitment.failure.number, target-1",
    "sdg, 10.99, commitment.failure.sdg, sdg",
    "theme, no-such, commitment.failure.code, theme",
    "sources, S-999999, commitment.failure.source, sources",
    "with, nobody, commitment.failure.actor, with",
    "milestone-due, 2031-01-01, commitment.failure.milestone-late, milestone-1",
  })
  void whatCannotBeTakenIsNamedAtItsFieldAndKept(
      String field, String value, String key, String place) throws Exception {
    HttpResponse<String> answer = main.send("/en/commitments/new", fields(field, value));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#" + place + "\"", "id=\"" + place + "-wrong\"")
        .contains(sentence(key, value))
        .contains("A test of schools".repeat(field.equals("title") ? 0 : 1));
  }

  @Test
  void milestonesThatWaitForEachOtherAreRefused() throws Exception {
    HttpResponse<String> answer =
        main.send(
            "/en/commitments/new",
            fields(
                "milestone-title", "One",
                "milestone-due", "2029-01-01",
                "milestone-after", "2",
                "milestone-title", "Two",
                "milestone-due", "2029-01-01",
                "milestone-after", "1"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(sentence("commitment.failure.milestone-circular", ""));
  }

  @Test
  void theDemonstrationShowsWhatItPromises() throws Exception {
    Visitor reader = Visitor.of(site);
    String list = reader.read("/en/commitments?q=guardians").body();
    assertThat(list).contains("Lantern Children’s Network", text("commitment.joint.asked"));
    assertThat(reader.read("/ru/commitments?state=withdrawn").body()).contains("Жильё");
    assertThat(reader.read("/en/commitments?q=interpreter").body())
        .as("a draft is nobody’s to read")
        .doesNotContain("Interpreters at every border post");
    assertThat(
            site.bean(JdbcClient.class)
                .sql(
                    """
                    select count(*) from commitment.commitment c
                    join participation.stakeholder s on s.key = c.owner where not s.fictional
                    """)
                .query(Long.class)
                .single())
        .as("nothing invented belongs to somebody real")
        .isZero();
  }

  private static String draft(Visitor who) throws Exception {
    return place(who.send("/en/commitments/new", fields()));
  }

  private static String place(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String place = answer.headers().firstValue("Location").orElseThrow();
    return place.substring(place.indexOf("/en/"));
  }

  private static String ref(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The fields of a form that can be taken, but for those given; a name may stand several times.
  private static String[] fields(String... instead) {
    Map<String, List<String>> fields = new TreeMap<>();
    String[] usual = {
      "owner",
      "",
      "title",
      "A test of schools",
      "text",
      "We will open three schools",
      "language",
      "en",
      "obligation",
      "voluntary-pledge",
      "office",
      "Ministry of the test",
      "due",
      "2030-12-31",
      "schedule",
      "yearly",
      "level",
      "local",
      "theme",
      "education",
      "sdg",
      "4.1",
      "target-indicator",
      "Schools open",
      "target-baseline",
      "0",
      "target-baseline-on",
      "2026-01-01",
      "target-value",
      "3",
      "target-unit",
      "schools",
      "milestone-title",
      "One",
      "milestone-due",
      "2029-01-01",
    };
    put(fields, usual, false);
    put(fields, instead, true);
    List<String> flat = new ArrayList<>();
    fields.forEach((name, values) ->
        values.forEach(it -> {
          flat.add(name);
          flat.add(it);
        }));
    return flat.toArray(String[]::new);
  }

  private static void put(Map<String, List<String>> fields, String[] pairs, boolean instead) {
    Map<String, List<String>> given = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      given.computeIfAbsent(pairs[i], it -> new ArrayList<>()).add(pairs[i + 1]);
    }
    if (instead || fields.isEmpty()) {
      fields.putAll(given);
    }
  }

  private static int measurable(String what) {
    String where = what.equals("all") ? "true" : "missing = '{}'";
    return site.bean(JdbcClient.class)
        .sql("select count(*) from commitment.commitment where state <> 'draft' and " + where)
        .query(Integer.class)
        .single();
  }

  private static String text(String key) {
    return site.bean(Texts.class).text(Language.EN, key, Map.of());
  }

  /// A sentence about a value, at the first place.
  private static String sentence(String key, String value) {
    return site.bean(Texts.class)
        .text(
            Language.EN,
            key,
            Map.of(
                "place", 1,
                "value", value,
                "code", value,
                "source", value,
                "actor", value,
                "today", LocalDate.now(ZoneOffset.UTC).toString()));
  }
}
