package vallarta.compact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the stylesheet and the templates keep to, so that every page works from right to left and
/// under the security policy.
class StyleTest {

  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void noRuleKnowsLeftOrRight() {
    assertThat(Stylesheet.text()).doesNotContainPattern("(?i)\\b(left|right)\\b");
  }

  @Test
  void nothingIsFetchedFromElsewhere() {
    assertThat(Stylesheet.text()).doesNotContain("url(", "@import", "http");
  }

  @Test
  void onlyTheThreadHasItsColor() {
    List<String> rules =
        Pattern.compile("[^{}]+\\{[^{}]*var\\(--thread\\)[^{}]*}")
            .matcher(Stylesheet.text())
            .results()
            .map(it -> it.group().strip())
            .toList();
    assertThat(rules).isNotEmpty().allMatch(rule -> rule.contains(".knot"));
  }

  @Test
  void noTemplateHasInlineStyleOrScript() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path template : files.filter(it -> it.toString().endsWith(".jte")).toList()) {
        String text =
            Files.readString(template)
                .replace("<style>$unsafe{Stylesheet.text()}</style>", "")
                .replace("<script src=\"${page.asset(script)}\" defer></script>", "");
        assertThat(text)
            .as(template.toString())
            .doesNotContainPattern("\\sstyle=|<style|<script|\\son[a-z]+=\"|\\$unsafe");
      }
    }
  }
}
