package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Articles of which it is known which were copied, with the settings of statements.
class ArticlesTest {

  @ParameterizedTest
  @ValueSource(ints = {100, 1000})
  void findsAllCopiedArticlesAndNoOther(int number) {
    Grouping grouping = new Grouping();
    SharedFile.read("duplicates/articles_" + number + ".train")
        .lines()
        .forEach(line -> grouping.add(key(line.split(" ", 2)[0]), line.split(" ", 2)[1]));
    Set<Set<Long>> copied = new HashSet<>();
    SharedFile.read("duplicates/articles_" + number + ".truth")
        .lines()
        .forEach(line -> copied.add(Set.of(key(line.split(" ")[0]), key(line.split(" ")[1]))));
    Set<Set<Long>> found = new HashSet<>();
    grouping.groups().stream()
        .filter(group -> group.members().size() > 1)
        .forEach(group -> found.add(Set.copyOf(group.members())));

    assertThat(found).isEqualTo(copied).isNotEmpty();
  }

  private static long key(String id) {
    return Long.parseLong(id.substring(1));
  }
}
