package vallarta.compact.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordAudit;

/// How a commitment is translated, and by whom.
class TranslationsIT {

  private static RunningDemonstration site;
  private static Visitor main;
  private static Visitor alternate;
  private static Visitor secretariat;
  private static Visitor reader;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    main = Visitor.as(site, "ferrenland@example.org");
    alternate = Visitor.as(site, "ferrenland2@example.org");
    secretariat = Visitor.as(site, "secretariat@example.org");
    reader = Visitor.of(site);
  }

  @Test
  void isEnteredByTheOwnerOrTheSecretariatWithItsMakerAndSaysWhenItIsOld() throws Exception {
    String path = published();
    String translations = path + "/translations";
    for (Visitor who :
        List.of(
            Visitor.as(site, "ombarra@example.org"), Visitor.as(site, "contributor@example.org"))) {
      assertThat(who.read(translations).statusCode()).isEqualTo(403);
      assertThat(who.send(translations, fields("seen", "0")).statusCode()).isEqualTo(403);
    }
    assertThat(alternate.send(translations, fields("seen", "0")).statusCode()).isEqualTo(302);
    assertThat(reader.read(path).body())
        .contains("Nous ouvrirons trois écoles", "Service linguistique")
        .doesNotContain(text("commitment.translation.old"));
    assertThat(secretariat.send(translations, fields("seen", "0")).statusCode())
        .as("somebody entered one in the meantime")
        .isEqualTo(412);
    assertThat(secretariat.read(translations + "?to=fr").body())
        .contains("Nous ouvrirons trois écoles");
    assertThat(secretariat.send(translations, fields("seen", "1", "machine", "true")).statusCode())
        .isEqualTo(302);
    assertThat(reader.read(path).body()).contains(text("commitment.translation.machine"));
    assertThat(
            main.send(
                    path + "/edit",
                    "seen",
                    "2",
                    "title",
                    "Schools",
                    "text",
                    "We will open nine schools",
                    "language",
                    "en",
                    "obligation",
                    "voluntary-pledge",
                    "reason",
                    "Budget")
                .statusCode())
        .isEqualTo(302);
    assertThat(reader.read(path).body()).contains(text("commitment.translation.old"));
    String ref =
        site.bean(JdbcClient.class)
            .sql("select 'TR-' || id from commitment.translation where 'CM-' || commitment = :it")
            .param("it", path.substring(path.lastIndexOf('/') + 1))
            .query(String.class)
            .single();
    assertThat(site.bean(PublicRecord.class).history(ref))
        .hasSize(2)
        .allMatch(it -> it.find("maker").isEmpty());
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedAtItsFieldAndWhatWasTypedIsKept() throws Exception {
    String translations = published() + "/translations";
    HttpResponse<String> noMaker = main.send(translations, fields("seen", "0", "maker", " "));
    assertThat(noMaker.statusCode()).isEqualTo(422);
    assertThat(noMaker.body())
        .contains("href=\"#maker\"", "id=\"maker-wrong\"", "Nous ouvrirons trois écoles");
    HttpResponse<String> sameLanguage = main.send(translations, fields("seen", "0", "to", "en"));
    assertThat(sameLanguage.statusCode()).isEqualTo(422);
    assertThat(sameLanguage.body()).contains("COMM-171");
  }

  private static String published() throws Exception {
    HttpResponse<String> answer =
        main.send(
            "/en/commitments/new",
            "title",
            "Schools",
            "text",
            "We will open three schools",
            "language",
            "en",
            "obligation",
            "voluntary-pledge");
    String place = answer.headers().firstValue("Location").orElseThrow();
    String path = place.substring(place.indexOf("/en/"));
    assertThat(main.send(path + "/publish", "seen", "1").statusCode()).isEqualTo(302);
    return path;
  }

  private static String[] fields(String... instead) {
    Map<String, String> fields =
        new java.util.TreeMap<>(
            Map.of(
                "to", "fr",
                "title", "Écoles",
                "text", "Nous ouvrirons trois écoles",
                "maker", "Service linguistique",
                "version", "2"));
    for (int i = 0; i < instead.length; i += 2) {
      fields.put(instead[i], instead[i + 1]);
    }
    return fields.entrySet().stream()
        .flatMap(it -> List.of(it.getKey(), it.getValue()).stream())
        .toArray(String[]::new);
  }

  private static String text(String key) {
    return site.bean(Texts.class).text(Language.EN, key, Map.of());
  }
}
