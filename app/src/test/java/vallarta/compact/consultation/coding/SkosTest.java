package vallarta.compact.consultation.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vallarta.compact.language.Language;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Problem.Rule;

final class SkosTest {

  @Test
  void readsTheShippedThesaurusAsItWroteIt() {
    Thesaurus shipped = Thesaurus.shipped();
    ThesaurusTables.Result again = read(written(shipped));

    assertThat(again.problems()).isEmpty();
    assertThat(again.thesaurus().all()).isEqualTo(shipped.all());
    assertThat(again.thesaurus().terms()).isEqualTo(shipped.terms());
  }

  @Test
  void writesPlainTermsAsHiddenLabelsAndTheOthersUnderTheirKinds() {
    Thesaurus thesaurus =
        TinyThesaurus.of(
            """
            migrants | en | any     | migrant & <guest> worker
            migrants | fr | any     | migra*
            migrants | en | not     | migratory birds
            @human   | zh | context | 人的层面
            """);
    assertThat(new String(written(thesaurus), StandardCharsets.UTF_8))
        .contains(
            "<skos:hiddenLabel xml:lang=\"en\">migrant &amp; &lt;guest&gt; worker</skos:hiddenLabel>",
            "<v:any xml:lang=\"fr\">migra*</v:any>",
            "<v:not xml:lang=\"en\">migratory birds</v:not>",
            "<v:context xml:lang=\"zh\">人的层面</v:context>",
            "<skos:Concept rdf:about=\"urn:vallarta:theme:migrants\">",
            "<skos:inScheme rdf:resource=\"urn:vallarta:dimensions\"");
  }

  @Test
  void readsTheThesaurusOfAnotherTool() {
    ThesaurusTables.Result result =
        read(
            """
            <?xml version="1.0"?>
            <!DOCTYPE rdf:RDF [<!ENTITY skos "http://www.w3.org/2004/02/skos/core#">]>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                     xmlns:skos="&skos;" xml:base="https://example.org/voc/" xml:lang="en">
              <rdf:Description rdf:about="Mobility" skos:prefLabel="Mobility">
                <rdf:type rdf:resource="&skos;Concept"/>
                <skos:altLabel>movement of persons</skos:altLabel>
                <skos:altLabel xml:lang="de">Wanderung</skos:altLabel>
                <skos:narrower>
                  <skos:Concept rdf:about="https://example.org/voc/Return_Home">
                    <skos:prefLabel xml:lang="en-GB">Return home</skos:prefLabel>
                    <skos:prefLabel xml:lang="fr">Retour</skos:prefLabel>
                    <skos:notation>7.1</skos:notation>
                  </skos:Concept>
                </skos:narrower>
              </rdf:Description>
            </rdf:RDF>
            """);

    assertThat(result.problems()).isEmpty();
    Thesaurus thesaurus = result.thesaurus();
    assertThat(thesaurus.ids(Scheme.THEME)).containsExactly("mobility", "return-home");
    assertThat(thesaurus.groups()).extracting(Concept::id).containsExactly("themes");
    Concept home = thesaurus.get(Scheme.THEME, "return-home");
    assertThat(home.broader()).isEqualTo("mobility");
    assertThat(home.notation()).isEqualTo("7.1");
    assertThat(home.label(Language.FR)).isEqualTo("Retour");
    assertThat(thesaurus.terms())
        .extracting(term -> term.concept() + " " + term.language().tag() + " " + term.text())
        .containsExactly(
            "mobility en Mobility",
            "mobility en movement of persons",
            "return-home en Return home",
            "return-home fr Retour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "ISO-8859-1", "UTF-8"})
  void readsTheEncodingThatADocumentDeclares(String encoding) {
    String document =
        """
        <?xml version="1.0" encoding="%s"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                 xmlns:skos="http://www.w3.org/2004/02/skos/core#">
          <skos:Concept rdf:about="https://example.org/a" skos:prefLabel="Réfugiés"/>
        </rdf:RDF>
        """
            .formatted(encoding);
    ThesaurusTables.Result result = read(document.getBytes(Charset.forName(encoding)));
    assertThat(result.thesaurus().label(Scheme.THEME, "a", Language.EN)).isEqualTo("Réfugiés");
  }

  @Test
  void tellsTheLineOfWhatIsWrong() {
    ThesaurusTables.Result result =
        read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                     xmlns:skos="http://www.w3.org/2004/02/skos/core#">
              <skos:Concept rdf:about="https://example.org/a">
                <skos:prefLabel xml:lang="en">Asylum</skos:prefLabel>
                <skos:altLabel xml:lang="en">a*b</skos:altLabel>
              </skos:Concept>
              <skos:Concept rdf:about="https://example.org/b"/>
            </rdf:RDF>
            """);
    assertThat(result.problems().get("skos"))
        .extracting(Problem::row, Problem::column, Problem::rule)
        .containsExactly(tuple(7L, "label_en", Rule.REQUIRED), tuple(5L, "term", Rule.NOT_A_TERM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not XML",
        "<rdf:RDF",
        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><r>&x;</r>",
        "<!DOCTYPE r SYSTEM 'http://192.0.2.1/none.dtd'><r/>",
        "<html><body>Migrants</body></html>",
      })
  void tellsThatADocumentHasNoConcepts(String document) {
    ThesaurusTables.Result result = read(document);
    assertThat(result.problems().get("skos"))
        .extracting(Problem::rule)
        .containsExactly(Rule.UNREADABLE);
    assertThat(result.thesaurus().terms()).isEmpty();
    assertThat(result.thesaurus().ids(Scheme.THEME)).isEmpty();
  }

  @Test
  void givesUpOnBombsAndBottomlessNesting() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e%d '&e%d;&e%d;&e%d;'>".formatted(i, i - 1, i - 1, i - 1));
    }
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    for (String hostile : Arrays.asList(bomb + "]><r><p>&e29;</p></r>", deep)) {
      ThesaurusTables.Result result =
          Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(hostile));
      assertThat(result.problems().get("skos")).extracting(Problem::rule).contains(Rule.UNREADABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 41, 2_018})
  void endsWithAThesaurusOrWithProblemsWhateverHappenedToTheDocument(long seed) {
    byte[] document =
        written(
            TinyThesaurus.of(
                """
                trafficking          | en | any | trafficking
                victims<trafficking  | en | all | a + b
                @human               | fr | any | humain
                """));
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      byte[] broken = document.clone();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        broken[random.nextInt(broken.length)] = (byte) "<>\"=/:#é z".charAt(random.nextInt(10));
      }
      ThesaurusTables.Result result = read(broken);
      assertThat(result.thesaurus()).as("seed %d round %d", seed, round).isNotNull();
    }
  }

  private static byte[] written(Thesaurus thesaurus) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Skos.write(thesaurus, out);
    return out.toByteArray();
  }

  private static ThesaurusTables.Result read(String document) {
    return read(document.getBytes(StandardCharsets.UTF_8));
  }

  private static ThesaurusTables.Result read(byte[] document) {
    try {
      return Skos.read(new ByteArrayInputStream(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
