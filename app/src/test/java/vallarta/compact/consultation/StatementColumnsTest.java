package vallarta.compact.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vallarta.compact.consultation.StatementColumns.Part;
import vallarta.compact.table.Table;

/// Which header plays which part in a table of statements from elsewhere.
class StatementColumnsTest {

  @Test
  void usualHeadersAreKnownHoweverTheyAreCapitalised() throws IOException {
    Table table =
        Table.parse("ID,Recommendation,Recommending State,State under Review,Themes\n1,a,b,c,d");
    assertThat(StatementColumns.USUAL.find(Part.REF, table)).contains("ID");
    assertThat(StatementColumns.USUAL.find(Part.TEXT, table)).contains("Recommendation");
    assertThat(StatementColumns.USUAL.find(Part.STAKEHOLDER, table)).contains("Recommending State");
    assertThat(StatementColumns.USUAL.find(Part.ADDRESSEE, table)).contains("State under Review");
    assertThat(StatementColumns.USUAL.find(Part.LANGUAGE, table)).isEmpty();
  }

  @Test
  void aNamedHeaderGoesBeforeAUsualOne() throws IOException {
    Table table = Table.parse("text,Propuesta\na,b");
    assertThat(StatementColumns.of(Map.of("TEXT", "Propuesta")).find(Part.TEXT, table))
        .contains("Propuesta");
  }

  @Test
  void aPartThatIsNoneIsToldWithThoseThatAre() {
    assertThatThrownBy(() -> StatementColumns.of(Map.of("words", "Propuesta")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'words'")
        .hasMessageContaining("stakeholder_type");
  }
}
