package vallarta.compact.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each field narrows; together they narrow more.
class StatementFilterTest {

  private static final List<Statement> STATEMENTS =
      TinyHoldings.statements(
          """
          house-a | ngo   | 013 | es | humanitarian          | labour         | One.
          house-b | ngo   | 005 | en | humanitarian;national | health         | Two.
          crew-c  | union | 013 | en |                       | labour;-health | Three.
          crew-c  | union | 013 | fr | national              |                | Four.
          """);

  @ParameterizedTest
  @CsvSource({
    "dimension, humanitarian, S-1 S-2",
    "dimension, none, S-3",
    "theme, labour, S-1 S-3",
    "theme, health, S-2",
    "theme, none, S-4",
    "kind, ask, S-1 S-2 S-3 S-4",
    "kind, fact, ''",
    "language, en, S-2 S-3",
    "type, union, S-3 S-4",
    "region, 013, S-1 S-3 S-4",
    "consultation, C-1, ''",
    "input, I-2, S-2",
    "voice, crew-c, S-3 S-4",
    "theme, unheard-of, ''"
  })
  void aFieldLetsThroughWhatHasItsValue(String field, String value, String through) {
    assertThat(ids(Map.of(field, value))).isEqualTo(through);
  }

  @Test
  void allFieldsMustHold() {
    assertThat(ids(Map.of("region", "013", "language", "en"))).isEqualTo("S-3");
    assertThat(ids(Map.of("dimension", "none", "theme", "health"))).isEmpty();
  }

  @Test
  void anEmptyFieldAsksForNothing() {
    assertThat(StatementFilter.of(Map.of("theme", " ", "page", "2")))
        .isEqualTo(StatementFilter.ALL);
    assertThat(ids(Map.of())).isEqualTo("S-1 S-2 S-3 S-4");
  }

  @Test
  void everyParameterOfAnAddressIsAField() {
    for (String parameter : StatementFilter.PARAMETERS) {
      assertThat(StatementFilter.of(Map.of(parameter, "x")))
          .as(parameter)
          .isNotEqualTo(StatementFilter.ALL);
    }
  }

  private static String ids(Map<String, String> parameters) {
    return String.join(
        " ",
        StatementFilter.of(parameters).apply(STATEMENTS).map(it -> it.id().toString()).toList());
  }
}
