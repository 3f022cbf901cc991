package vallarta.compact.consultation.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.language.Language;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Problem.Rule;

final class ThesaurusTablesTest {

  private static final String DIMENSIONS =
      """
      id,letter,label_en,label_fr
      human,H,Human,Humaine
      """;
  private static final String DIMENSION_TERMS =
      """
      dimension,language,kind,term
      human,en,context,human dimension
      """;
  private static final String THEMES =
      """
      id,group,broader,notation,label_en,label_fr,definition_en
      people,,,01,People,Personnes,Who it is about.
      children,people,,01.1,Children,Enfants,"All under 18, everywhere."
      alone,people,children,01.2,Alone,,
      """;
  private static final String TERMS =
      """
      theme,language,kind,term
      children,en,any,=CRC
      alone,fr,all,enfant + seul
      """;

  @TempDir private Path folder;

  @Test
  void readsTheFourTables() throws IOException {
    ThesaurusTables.Result result = read(DIMENSIONS, DIMENSION_TERMS, THEMES, TERMS);

    assertThat(result.problems()).isEmpty();
    Thesaurus thesaurus = result.thesaurus();
    assertThat(thesaurus.ids(Scheme.THEME)).containsExactly("children", "alone");
    assertThat(thesaurus.groups()).extracting(Concept::id).containsExactly("people");
    assertThat(thesaurus.label(Scheme.DIMENSION, "human", Language.FR)).isEqualTo("Humaine");
    assertThat(thesaurus.get(Scheme.THEME, "alone").broader()).isEqualTo("children");
    assertThat(thesaurus.terms())
        .contains(new Term(Scheme.THEME, "children", Language.EN, Term.Kind.ANY, "=CRC"));
  }

  @Test
  void writesWhatItReads() throws IOException {
    Thesaurus thesaurus = read(DIMENSIONS, DIMENSION_TERMS, THEMES, TERMS).thesaurus();
    ThesaurusTables.write(thesaurus, folder.resolve("again"));

    ThesaurusTables.Result again = ThesaurusTables.read(folder.resolve("again"));
    assertThat(again.problems()).isEmpty();
    assertThat(again.thesaurus().all()).isEqualTo(thesaurus.all());
    assertThat(again.thesaurus().terms()).isEqualTo(thesaurus.terms());
    assertThat(Files.readString(folder.resolve("again/terms.csv"))).isEqualTo(TERMS);
  }

  @Test
  void writesTheShippedThesaurusAsItIsShipped() throws IOException {
    Thesaurus shipped = Thesaurus.shipped();
    ThesaurusTables.write(shipped, folder);
    ThesaurusTables.Result again = ThesaurusTables.read(folder);
    assertThat(again.problems()).isEmpty();
    assertThat(again.thesaurus().all()).isEqualTo(shipped.all());
    assertThat(again.thesaurus().terms()).isEqualTo(shipped.terms());
  }

  @Test
  void tellsEveryTermThatIsWrongAndKeepsTheOthers() throws IOException {
    ThesaurusTables.Result result =
        read(
            DIMENSIONS,
            DIMENSION_TERMS,
            THEMES,
            """
            theme,language,kind,term
            children,en,any,child
            chidren,en,any,child
            children,de,any,Kind
            children,en,some,child
            children,en,any,
            children,en,any,mi*gra
            children,en,any,child
            people,en,any,person
            children,en,context,children
            children,en,any,of the
            children,en,any,=of the
            """);

    assertThat(result.problems()).containsOnlyKeys("terms.csv");
    assertThat(result.problems().get("terms.csv"))
        .extracting(Problem::row, Problem::column, Problem::value, Problem::rule)
        .containsExactly(
            tuple(3L, "theme", "chidren", Rule.UNKNOWN_REFERENCE),
            tuple(4L, "language", "de", Rule.NOT_IN_LIST),
            tuple(5L, "kind", "some", Rule.NOT_IN_LIST),
            tuple(6L, "term", "", Rule.REQUIRED),
            tuple(7L, "term", "mi*gra", Rule.NOT_A_TERM),
            tuple(8L, "term", "child", Rule.REPEATED_KEY),
            tuple(9L, "theme", "people", Rule.UNKNOWN_REFERENCE),
            tuple(10L, "kind", "context", Rule.NOT_IN_LIST),
            tuple(11L, "term", "of the", Rule.NOT_A_TERM));
    assertThat(result.problems().get("terms.csv"))
        .filteredOn(it -> it.rule() != Rule.REQUIRED && it.rule() != Rule.REPEATED_KEY)
        .as("each says what would be right")
        .noneMatch(it -> it.allowed().isEmpty());
    assertThat(result.thesaurus().terms()).hasSize(3);
  }

  @Test
  void tellsEveryThemeThatIsWrongAndThoseThatHangOnIt() throws IOException {
    ThesaurusTables.Result result =
        read(
            DIMENSIONS,
            DIMENSION_TERMS,
            """
            id,group,broader,notation,label_en
            people,,,01,People
            children,people,,01.1,Children
            children,people,,01.1,Children
            lost,nowhere,,01.2,Lost
            found,people,lost,01.3,Found
            one,people,two,01.4,One
            two,people,one,01.5,Two
            nameless,people,,01.6,
            """,
            "theme,language,kind,term\n");

    assertThat(result.problems().get("themes.csv"))
        .extracting(Problem::row, Problem::column, Problem::rule)
        .containsExactly(
            tuple(4L, "id", Rule.REPEATED_KEY),
            tuple(9L, "label_en", Rule.REQUIRED),
            tuple(5L, "group", Rule.UNKNOWN_REFERENCE),
            tuple(6L, "broader", Rule.UNKNOWN_REFERENCE),
            tuple(7L, "broader", Rule.CIRCULAR),
            tuple(8L, "broader", Rule.UNKNOWN_REFERENCE));
    assertThat(result.thesaurus().ids(Scheme.THEME)).containsExactly("children");
  }

  @Test
  void tellsMissingTablesAndColumns() throws IOException {
    Files.writeString(folder.resolve("themes.csv"), "id,label_en\nchildren,Children\n");
    ThesaurusTables.Result result = ThesaurusTables.read(folder);

    assertThat(result.problems().get("themes.csv"))
        .extracting(Problem::column, Problem::rule)
        .containsExactly(
            tuple("group", Rule.MISSING_COLUMN), tuple("broader", Rule.MISSING_COLUMN));
    assertThat(List.of("terms.csv", "dimensions.csv", "dimension-terms.csv"))
        .allSatisfy(name ->
            assertThat(result.problems().get(name))
                .extracting(Problem::rule)
                .containsExactly(Rule.MISSING_FILE));
  }

  private ThesaurusTables.Result read(
      String dimensions, String dimensionTerms, String themes, String terms) throws IOException {
    Files.writeString(folder.resolve("dimensions.csv"), dimensions);
    Files.writeString(folder.resolve("dimension-terms.csv"), dimensionTerms);
    Files.writeString(folder.resolve("themes.csv"), themes);
    Files.writeString(folder.resolve("terms.csv"), terms);
    return ThesaurusTables.read(folder);
  }
}
