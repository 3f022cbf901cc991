package vallarta.compact.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  /// The strings of the example in RFC 8785, section 3.2.2.
  @Test
  void escapesAsTheExampleOfTheStandardDoes() {
    assertThat(json("\u20ac$\u000F\nA'B\"\\\\\"/"))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  }

  /// The example of RFC 8785, section 3.2.3.
  @Test
  void ordersMembersByTheirCodeUnits() {
    Map<String, Object> members =
        Map.of(
            "\u20ac", "Euro Sign",
            "\r", "Carriage Return",
            "\ufb33", "Hebrew Letter Dalet With Dagesh",
            "1", "One",
            "\ud83d\ude00", "Emoji: Grinning Face",
            "\u0080", "Control",
            "\u00f6", "Latin Small Letter O With Diaeresis");
    assertThat(json(members))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @Test
  void putsNoSpaceBetweenWhateverIsNested() {
    assertThat(json(Map.of("b", List.of(1, -20L, true, Map.of()), "a", List.of())))
        .isEqualTo("{\"a\":[],\"b\":[1,-20,true,{}]}");
  }

  @Test
  void refusesWhatReadersOfJsonDoNotHoldExactly() {
    assertThat(json(9_007_199_254_740_991L)).isEqualTo("9007199254740991");
    assertThatThrownBy(() -> json(9_007_199_254_740_992L))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> json("half \ud83d of a pair"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> json(1.5)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String json(Object value) {
    return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
  }
}
