package vallarta.compact.web.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

  @Test
  void marksTheWordsThatChangedAndNoOther() {
    assertThat(
            tell("Data should be disaggregated by age", "Data must be disaggregated by age", "en"))
        .isEqualTo("Data -should-+must+ be disaggregated by age");
  }

  @Test
  void tellsChineseWordsApartThoughNothingStandsBetweenThem() {
    assertThat(tell("儿童不应被拘留", "儿童不得被拘留", "zh")).contains("儿童").contains("被拘留").contains("+");
  }

  @ParameterizedTest
  @CsvSource({"'', new", "old, ''", "same, same", "a b c, c b a"})
  void givesBothWordingsBack(String was, String now) {
    List<Difference.Run> runs = Difference.between(was, now, "en");
    assertThat(without(runs, Difference.Kind.ADDED)).isEqualTo(was);
    assertThat(without(runs, Difference.Kind.TAKEN_OUT)).isEqualTo(now);
  }

  private static String without(List<Difference.Run> runs, Difference.Kind kind) {
    return runs.stream()
        .filter(it -> it.kind() != kind)
        .map(Difference.Run::text)
        .collect(Collectors.joining());
  }

  private static String tell(String was, String now, String language) {
    return Difference.between(was, now, language).stream()
        .map(it ->
            switch (it.kind()) {
              case SAME -> it.text();
              case ADDED -> "+" + it.text() + "+";
              case TAKEN_OUT -> "-" + it.text() + "-";
            })
        .collect(Collectors.joining());
  }
}
